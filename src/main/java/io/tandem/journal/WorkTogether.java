package io.tandem.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;

/** The changes of several commands inside one transaction. Touches nothing but the database. */
@FunctionalInterface
public interface WorkTogether<R> {

    /** @param now as in {@link Transaction} */
    Future<Changes<R>> in(SqlConnection sql, Instant now);
}
