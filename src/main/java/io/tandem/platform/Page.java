package io.tandem.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; null after the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * @param found up to {@code limit} items, and one more where the list goes on
     * @param cursor the place of an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) return new Page<>(found, null);
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }
}
