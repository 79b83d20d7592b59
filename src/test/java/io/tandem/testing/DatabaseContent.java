package io.tandem.testing;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells whether anything in a database changed: a digest of every table's rows. */
public final class DatabaseContent implements AutoCloseable {

    private final Connection connection;
    private final String digests;

    /** @param except names of tables that may change */
    public DatabaseContent(TestDatabase database, String... except) {
        try {
            PgConnectOptions address = PgConnectOptions.fromUri(database.uri());
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + address.getDatabase(),
                    address.getUser(),
                    address.getPassword());
            digests = tables().stream()
                    .filter(table -> !List.of(except).contains(table))
                    .map(DatabaseContent::digest)
                    .collect(Collectors.joining(" UNION ALL "));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> tables() throws SQLException {
        try (var statement = connection.createStatement();
                var names = statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            List<String> tables = new ArrayList<>();
            while (names.next()) tables.add(names.getString(1));
            return tables;
        }
    }

    private static String digest(String table) {
        return "SELECT '" + table + "', count(*) || ' rows, ' || coalesce(md5(string_agg(md5(r::text), '' ORDER BY"
                + " md5(r::text))), '') FROM " + table + " r";
    }

    /** By table: how many rows, and a digest of them whatever their order. */
    public Map<String, String> digests() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(digests)) {
            Map<String, String> byTable = new TreeMap<>();
            while (rows.next()) byTable.put(rows.getString(1), rows.getString(2));
            return byTable;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
