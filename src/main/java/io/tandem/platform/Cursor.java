package io.tandem.platform;

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
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\n";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    public String text() {
        byte[] bytes = key.stream().collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails with {@code validation_failed} for what is no cursor; null stays null: the list's beginning. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) return null;
        return reading(text, given -> {
            String key = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            return new Cursor(List.of(key.split(SEPARATOR)));
        });
    }

    public UUID id(int index) {
        return reading(part(index), UUID::fromString);
    }

    public Instant time(int index) {
        return reading(part(index), Cursor::storable);
    }

    /** PostgreSQL knows fewer years than Java. */
    private static Instant storable(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) throw new DateTimeException("Not a time of ours");
        return time;
    }

    public long number(int index) {
        return reading(part(index), Long::parseLong);
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
