package io.tandem.journal;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several commands did in one transaction.
 *
 * @param each in the order of the commands; null for one that was left out and has to be carried out alone
 * @param sent succeeds when the statements that were sent last have been carried out: nobody waits for them before the commit
 */
public record Changes<R>(List<@Nullable Change<R>> each, Future<?> sent) {

    static <R> Changes<R> of(Change<R> change) {
        return new Changes<>(List.of(change), Future.succeededFuture());
    }
}
