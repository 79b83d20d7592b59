package io.tandem.accounts;

import io.tandem.journal.Draft;
import io.tandem.journal.Transaction;
import io.vertx.core.Future;
import java.util.List;

/** Where else a person's name and e-mail address show: who shows them hears of a change, in the same transaction. */
@FunctionalInterface
public interface Appearances {

    /** Answers with the events that tell of the new name or e-mail address. */
    Future<List<Draft>> userChanged(Transaction tx, User user);
}
