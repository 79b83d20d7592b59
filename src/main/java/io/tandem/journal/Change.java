package io.tandem.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work did: its answer, and the events that tell of it.
 *
 * @param log where the answer's position belongs
 * @param before events that come first in the same transaction, whatever their log
 * @param event the one that carries the operation id and stands for the answer; null where nothing had to change
 * @param after events for other logs
 */
public record Change<R>(
        R answer, Log log, List<Draft> before, @Nullable Draft event, List<Draft> after) {

    public static <R> Change<R> of(R answer, Draft event) {
        return new Change<>(answer, event.log(), List.of(), event, List.of());
    }

    /** Everything was already as it was asked to be. */
    public static <R> Change<R> nothing(R answer, Log log) {
        return new Change<>(answer, log, List.of(), null, List.of());
    }

    public Change<R> after(List<Draft> first) {
        return new Change<>(answer, log, first, event, after);
    }

    public Change<R> andThen(Draft more) {
        return andThen(List.of(more));
    }

    public Change<R> andThen(List<Draft> more) {
        List<Draft> all = new ArrayList<>(after);
        all.addAll(more);
        return new Change<>(answer, log, before, event, all);
    }
}
