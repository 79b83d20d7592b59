package io.tandem.workspaces;

import io.tandem.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sort key of the last item of a page, opaque to clients. */
record Cursor(List<String> key) {

    private static final String SEPARATOR = "\n";

    static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    String text() {
        byte[] bytes = key.stream().collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails with {@code validation_failed} for what is no cursor; null stays null: the list's beginning. */
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) return null;
        return reading(text, given -> {
            String key = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            return new Cursor(List.of(key.split(SEPARATOR)));
        });
    }

    UUID id(int index) {
        return reading(part(index), UUID::fromString);
    }

    Instant time(int index) {
        return reading(part(index), Instant::parse);
    }

    private String part(int index) {
        return index < key.size() ? key.get(index) : "";
    }

    private static <T> T reading(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.invalid("/cursor", "This is no cursor of this list.");
        }
    }
}
