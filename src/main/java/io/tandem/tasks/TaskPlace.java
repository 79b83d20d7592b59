package io.tandem.tasks;

import io.tandem.platform.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Room for a task in a list, between two neighbours as they are when it is looked for.
 *
 * @param after the rank of the neighbour before; null at the list's beginning
 * @param before the rank of the neighbour behind; null at its end
 */
record TaskPlace(@Nullable String after, @Nullable String before) {

    boolean holds(String rank) {
        return (after == null || after.compareTo(rank) < 0) && (before == null || rank.compareTo(before) < 0);
    }

    /** The rank a task keeps or gets here: who stands here already stays as he is. */
    String rank(@Nullable String present) {
        return present != null && holds(present) ? present : Rank.between(after, before);
    }
}
