package io.tandem.presence;

import java.util.List;

/**
 * What has changed since it was told the last time.
 *
 * @param people who came or shows otherwise
 */
record Differences(List<Person> people, List<Gone> left) {

    boolean isEmpty() {
        return people.isEmpty() && left.isEmpty();
    }
}
