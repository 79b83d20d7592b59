package io.tandem.accounts;

import io.tandem.accounts.Users.WithPassword;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people's SQL. */
final class AccountStore {

    static final String EMAIL_KEY = "accounts_user_email_key";

    private static final String WITH_PASSWORD = "SELECT " + Users.COLUMNS + ", u.password_hash FROM accounts_user u ";

    private AccountStore() {}

    static Future<Void> insert(SqlClient sql, User user, String passwordHash) {
        return sql.preparedQuery("""
                        INSERT INTO accounts_user (id, email, name, time_zone, created_at, password_hash)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        """)
                .execute(Tuple.of(
                        user.id(),
                        user.email(),
                        user.name(),
                        user.timeZone(),
                        user.createdAt().atOffset(ZoneOffset.UTC),
                        passwordHash))
                .mapEmpty();
    }

    static Future<@Nullable WithPassword> byEmail(SqlClient sql, String email) {
        return sql.preparedQuery(WITH_PASSWORD + "WHERE lower(u.email) = lower($1)")
                .execute(Tuple.of(email))
                .map(WithPassword::first);
    }

    static Future<@Nullable WithPassword> byId(SqlClient sql, UUID id) {
        return sql.preparedQuery(WITH_PASSWORD + "WHERE u.id = $1")
                .execute(Tuple.of(id))
                .map(WithPassword::first);
    }

    /** Not FOR UPDATE: that would stand in the way of every row that refers to the person. */
    static Future<@Nullable WithPassword> forChange(SqlClient sql, UUID id) {
        return sql.preparedQuery(WITH_PASSWORD + "WHERE u.id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(id))
                .map(WithPassword::first);
    }

    static Future<Void> update(SqlClient sql, WithPassword changed) {
        User user = changed.user();
        return sql.preparedQuery(
                        "UPDATE accounts_user SET email = $2, name = $3, time_zone = $4, password_hash = $5 WHERE id = $1")
                .execute(Tuple.of(user.id(), user.email(), user.name(), user.timeZone(), changed.passwordHash()))
                .mapEmpty();
    }

    /** Replaces a hash made with old parameters, unless the password was changed meanwhile. */
    static Future<Void> rehash(SqlClient sql, WithPassword known, String hash) {
        return sql.preparedQuery("UPDATE accounts_user SET password_hash = $3 WHERE id = $1 AND password_hash = $2")
                .execute(Tuple.of(known.user().id(), known.passwordHash(), hash))
                .mapEmpty();
    }
}
