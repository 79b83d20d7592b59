package io.tandem.journal;

import io.tandem.platform.Actor;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;

/**
 * What a piece of work gets to do its change with.
 *
 * @param now the moment of the change, to the millisecond: the event's timestamp and the row's {@code updated_at}
 */
public record Transaction(SqlConnection sql, Actor actor, Instant now) {}
