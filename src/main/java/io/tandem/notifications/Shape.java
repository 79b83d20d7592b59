package io.tandem.notifications;

import io.tandem.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What every command here must have. */
final class Shape {

    private Shape() {}

    static void required(String field, @Nullable Object value) {
        if (value == null) throw Problem.invalid("/" + field, "This is required.");
    }
}
