package io.tandem.notifications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The SQL of what is known of a person: counter and preferences. */
final class PersonStore {

    private static final String COLUMNS = "user_id, unread, kinds::text AS kinds, digest, digest_hour, due_soon_hours";

    private PersonStore() {}

    /** Those who have no row are not in the answer: everything is by default. */
    static Future<Map<UUID, Preferences>> preferences(SqlClient sql, Collection<UUID> people) {
        return sql.preparedQuery("SELECT " + COLUMNS + " FROM notifications_person WHERE user_id = ANY($1)")
                .execute(Tuple.of(people.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Preferences> all = new HashMap<>();
                    for (Row row : rows) all.put(row.getUUID("user_id"), preferences(row));
                    return all;
                });
    }

    static Preferences preferences(Row row) {
        return new Preferences(
                kinds(row.getString("kinds")),
                Digest.of(row.getString("digest")),
                row.getInteger("digest_hour"),
                row.getInteger("due_soon_hours"));
    }

    /** A kind that a newer version knew is passed over. */
    private static Map<Kind, Channels> kinds(String json) {
        ObjectNode stored = Json.decode(json, ObjectNode.class);
        Map<Kind, Channels> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (stored.has(kind.word())) kinds.put(kind, Json.bind(stored.path(kind.word()), Channels.class));
        }
        return kinds;
    }

    static Future<Integer> unread(SqlClient sql, UUID person) {
        return sql.preparedQuery("SELECT unread FROM notifications_person WHERE user_id = $1")
                .execute(Tuple.of(person))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("unread"));
    }
}
