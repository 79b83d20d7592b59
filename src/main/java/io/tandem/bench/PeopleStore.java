package io.tandem.bench;

import io.tandem.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The SQL that makes people by the thousand: signing up would hash as many passwords. */
final class PeopleStore {

    private static final List<String> INSERTS = List.of("""
            INSERT INTO accounts_user (id, email, name, time_zone, created_at, password_hash)
            SELECT p, 'bench-' || p || '@example.org', 'Bench ' || n, 'UTC', now(), 'none'
            FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) WITH ORDINALITY AS given(p, s, w, n)
            """, """
            INSERT INTO accounts_session (id, user_id, created_at, expires_at)
            SELECT s, p, now(), now() + interval '1 day' FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS given(p, s, w)
            """, """
            INSERT INTO journal_head (log_id, personal)
            SELECT p, true FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS given(p, s, w)
            """, """
            INSERT INTO workspaces_member (workspace_id, user_id, role, joined_at)
            SELECT w, p, 'member', now() FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS given(p, s, w)
            """, """
            INSERT INTO activity_seen (workspace_id, user_id, seq)
            SELECT w, p, 0 FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS given(p, s, w)
            """);

    private PeopleStore() {}

    /** A person who is signed in. */
    record Session(UUID person, UUID id) {}

    static List<Session> insert(Connection connection, int count, List<UUID> workspaces) throws SQLException {
        List<Session> sessions = Stream.generate(() -> new Session(Ids.next(), Ids.next()))
                .limit(count)
                .toList();
        Object[] people = sessions.stream().map(Session::person).toArray();
        Object[] ids = sessions.stream().map(Session::id).toArray();
        Object[] theirs = new Object[count];
        for (int i = 0; i < count; i++) theirs[i] = workspaces.get(i % workspaces.size());
        for (String insert : INSERTS) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setArray(1, connection.createArrayOf("uuid", people));
                statement.setArray(2, connection.createArrayOf("uuid", ids));
                statement.setArray(3, connection.createArrayOf("uuid", theirs));
                statement.executeUpdate();
            }
        }
        return sessions;
    }
}
