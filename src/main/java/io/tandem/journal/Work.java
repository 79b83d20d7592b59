package io.tandem.journal;

import io.vertx.core.Future;

/** A change inside a transaction: right, rows, events. May run more than once, so it touches nothing but the database. */
@FunctionalInterface
public interface Work<R> {
    Future<Change<R>> in(Transaction transaction);
}
