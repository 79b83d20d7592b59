package io.tandem.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a change: left out, or set to a value, which may be null where the field may be empty.
 *
 * @param present false where the client did not send the field
 */
public record Patch<T>(boolean present, @Nullable T value) {

    private static final Patch<?> ABSENT = new Patch<>(false, null);

    @SuppressWarnings("unchecked")
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** The new value where one was sent, else what was there before. */
    public @Nullable T or(@Nullable T before) {
        return present ? value : before;
    }

    /** For fields that may not be empty: the contract refuses null before it comes here. */
    public T orKeep(T before) {
        return present && value != null ? value : before;
    }

    public <R> Patch<R> map(Function<T, R> function) {
        if (!present) return absent();
        return of(value == null ? null : function.apply(value));
    }
}
