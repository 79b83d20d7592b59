package io.tandem.notifications;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads of what concerns a person's notifications, for whoever composes them with other things in one transaction. */
public final class NotificationReads {

    private NotificationReads() {}

    /** The default where somebody never said anything else. */
    public static Future<Preferences> preferences(SqlClient sql, UUID person) {
        return preferences(sql, List.of(person)).map(all -> all.getOrDefault(person, Preferences.DEFAULT));
    }

    /** Without those who never said anything: {@link Preferences#DEFAULT}. */
    public static Future<Map<UUID, Preferences>> preferences(SqlClient sql, Collection<UUID> people) {
        return PersonStore.preferences(sql, people);
    }

    /** Workspaces first, then tasks. */
    public static Future<List<Mute>> mutes(SqlClient sql, UUID person) {
        return MuteStore.all(sql, person);
    }

    /** How many notifications somebody has not read. */
    public static Future<Integer> unread(SqlClient sql, UUID person) {
        return PersonStore.unread(sql, person);
    }
}
