package io.tandem.faults;

import io.tandem.platform.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The logs as PostgreSQL has them, without an instance in between. */
final class Logs {

    private static final String EVENTS =
            "SELECT log_id, seq, type, operation_id, data FROM journal_event ORDER BY log_id, seq";

    private Logs() {}

    /** Where they are. */
    interface Database {
        Connection connect() throws SQLException;
    }

    /** @param wanted ids of logs */
    static Map<String, List<Heard>> read(Database postgres, Set<String> wanted) {
        Map<String, List<Heard>> logs = new LinkedHashMap<>();
        try (var connection = postgres.connect();
                var rows = connection.createStatement().executeQuery(EVENTS)) {
            while (rows.next()) {
                String log = rows.getString(1);
                if (wanted.contains(log))
                    logs.computeIfAbsent(log, any -> new ArrayList<>()).add(event(rows));
            }
            return logs;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Heard event(ResultSet row) throws SQLException {
        return new Heard(row.getLong(2), row.getString(3), row.getString(4), Json.parse(row.getString(5)));
    }
}
