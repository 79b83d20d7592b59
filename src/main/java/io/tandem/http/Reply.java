package io.tandem.http;

import org.jspecify.annotations.Nullable;

/**
 * An answer that went well.
 *
 * @param body becomes JSON, or is {@link Packed}; null for none
 */
public record Reply(int status, @Nullable Object body) {

    public static Reply ok(Object body) {
        return new Reply(200, body);
    }

    public static Reply created(Object body) {
        return new Reply(201, body);
    }

    public static Reply noContent() {
        return new Reply(204, null);
    }
}
