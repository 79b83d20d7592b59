package io.tandem.live;

import io.tandem.platform.Problem;
import java.util.UUID;

/** Reads ids from outside. */
final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    static UUID parse(String pointer, String text) {
        try {
            if (text.length() == LENGTH) return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(pointer, "This must be a UUID.");
        }
        throw Problem.invalid(pointer, "This must be a UUID.");
    }
}
