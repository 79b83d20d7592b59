package io.tandem.accounts;

import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of people, for whoever composes them with other things in one transaction. */
public final class Users {

    static final String COLUMNS = "u.id, u.email, u.name, u.time_zone, u.created_at";

    private Users() {}

    /** The person; fails with {@code not_found} where there is none. */
    public static Future<User> read(SqlClient sql, UUID userId) {
        return sql.preparedQuery("SELECT " + COLUMNS + " FROM accounts_user u WHERE u.id = $1")
                .execute(Tuple.of(userId))
                .map(rows -> {
                    if (rows.size() == 0) throw Problem.notFound("person");
                    return user(rows.iterator().next());
                });
    }

    public static Future<Boolean> hasAccount(SqlClient sql, String email) {
        return sql.preparedQuery("SELECT FROM accounts_user WHERE lower(email) = lower($1)")
                .execute(Tuple.of(email))
                .map(rows -> rows.size() > 0);
    }

    static User user(Row row) {
        return new User(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("time_zone"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    /** A person with the hash of their password. */
    record WithPassword(User user, String passwordHash) {

        static @Nullable WithPassword first(Iterable<Row> rows) {
            for (Row row : rows) return new WithPassword(Users.user(row), row.getString("password_hash"));
            return null;
        }
    }
}
