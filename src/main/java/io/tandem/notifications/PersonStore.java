package io.tandem.notifications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The SQL of what is known of a person: counter, preferences, and whether they want to be disturbed. */
final class PersonStore {

    private static final String COLUMNS =
            "p.user_id, p.unread, p.kinds::text AS kinds, p.digest, p.digest_hour, p.due_soon_hours";

    private static final String OPEN = """
            INSERT INTO notifications_person (user_id) SELECT id FROM unnest($1::uuid[]) AS u(id) ORDER BY id
            ON CONFLICT DO NOTHING
            """;

    /** In the order of their ids, as everybody who locks many does. */
    private static final String LOCK = "SELECT " + COLUMNS + """
            , coalesce(s.status = 'do_not_disturb', false) AS do_not_disturb
            FROM notifications_person p LEFT JOIN presence_person s USING (user_id)
            WHERE p.user_id = ANY($1) ORDER BY p.user_id FOR UPDATE OF p
            """;

    private static final String MUTED =
            "SELECT user_id, coalesce(task_id, workspace_id) AS muted FROM notifications_mute WHERE user_id = ANY($1)";

    private static final String COUNT = """
            UPDATE notifications_person p SET unread = p.unread + m.unread,
              mail_due_at = CASE WHEN m.mail THEN coalesce(p.mail_due_at, $4) ELSE p.mail_due_at END
            FROM unnest($1::uuid[], $2::int[], $3::boolean[]) AS m(user_id, unread, mail) WHERE p.user_id = m.user_id
            """;

    private static final String SAVE = """
            UPDATE notifications_person SET kinds = $2::text::json, digest = $3, digest_hour = $4, due_soon_hours = $5
            WHERE user_id = $1
            """;

    private PersonStore() {}

    /** A person's row, there from now on. */
    record Locked(int unread, Preferences preferences, boolean doNotDisturb) {}

    /** Nobody else counts or changes the wishes of these people until the transaction ends. */
    static Future<Map<UUID, Locked>> lock(SqlClient tx, Collection<UUID> people) {
        UUID[] ids = people.stream().distinct().sorted().toArray(UUID[]::new);
        return locked(tx, ids)
                .compose(found -> found.size() == ids.length
                        ? Future.succeededFuture(found)
                        : tx.preparedQuery(OPEN)
                                .execute(Tuple.tuple().addArrayOfUUID(ids))
                                .compose(opened -> locked(tx, ids)));
    }

    private static Future<Map<UUID, Locked>> locked(SqlClient tx, UUID[] ids) {
        return tx.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfUUID(ids)).map(rows -> {
            Map<UUID, Locked> people = new HashMap<>();
            for (Row row : rows) {
                people.put(
                        row.getUUID("user_id"),
                        new Locked(row.getInteger("unread"), preferences(row), row.getBoolean("do_not_disturb")));
            }
            return people;
        });
    }

    static Future<Locked> lock(SqlClient tx, UUID person) {
        return lock(tx, List.of(person)).map(all -> all.values().iterator().next());
    }

    static Future<Map<UUID, Set<UUID>>> muted(SqlClient tx, Collection<UUID> people) {
        return tx.preparedQuery(MUTED)
                .execute(Tuple.tuple().addArrayOfUUID(people.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Set<UUID>> muted = new HashMap<>();
                    for (Row row : rows) {
                        muted.computeIfAbsent(row.getUUID("user_id"), id -> new HashSet<>())
                                .add(row.getUUID("muted"));
                    }
                    return muted;
                });
    }

    /** Of people who are locked. */
    static Future<Void> count(SqlClient tx, Map<UUID, Integer> unread, Set<UUID> toBeMailed, Instant now) {
        Set<UUID> people = new HashSet<>(unread.keySet());
        people.addAll(toBeMailed);
        UUID[] ids = people.toArray(UUID[]::new);
        if (ids.length == 0) return Future.succeededFuture();
        Integer[] more =
                Arrays.stream(ids).map(id -> unread.getOrDefault(id, 0)).toArray(Integer[]::new);
        Boolean[] mail = Arrays.stream(ids).map(toBeMailed::contains).toArray(Boolean[]::new);
        return tx.preparedQuery(COUNT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfInteger(more)
                        .addArrayOfBoolean(mail)
                        .addValue(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Those who have no row are not in the answer: everything is by default. */
    static Future<Map<UUID, Preferences>> preferences(SqlClient sql, Collection<UUID> people) {
        return sql.preparedQuery("SELECT " + COLUMNS + " FROM notifications_person p WHERE p.user_id = ANY($1)")
                .execute(Tuple.tuple().addArrayOfUUID(people.toArray(UUID[]::new)))
                .map(PersonStore::preferences);
    }

    private static Map<UUID, Preferences> preferences(RowSet<Row> rows) {
        Map<UUID, Preferences> all = new HashMap<>();
        for (Row row : rows) all.put(row.getUUID("user_id"), preferences(row));
        return all;
    }

    private static Preferences preferences(Row row) {
        return new Preferences(
                kinds(row.getString("kinds")),
                Digest.of(row.getString("digest")),
                row.getInteger("digest_hour"),
                row.getInteger("due_soon_hours"));
    }

    /** A kind that only a newer version knows is passed over. */
    private static Map<Kind, Channels> kinds(String json) {
        ObjectNode stored = Json.decode(json, ObjectNode.class);
        Map<Kind, Channels> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (stored.has(kind.word())) kinds.put(kind, Json.bind(stored.path(kind.word()), Channels.class));
        }
        return kinds;
    }

    /** Of somebody who is locked. */
    static Future<Void> save(SqlClient tx, UUID person, Preferences preferences) {
        return tx.preparedQuery(SAVE)
                .execute(Tuple.of(
                        person,
                        Json.encode(preferences.kinds()),
                        preferences.digest().word(),
                        preferences.digestHour(),
                        preferences.dueSoonHours()))
                .mapEmpty();
    }

    static Future<Integer> unread(SqlClient sql, UUID person) {
        return sql.preparedQuery("SELECT unread FROM notifications_person WHERE user_id = $1")
                .execute(Tuple.of(person))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("unread"));
    }
}
