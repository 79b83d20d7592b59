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

    /** The number is "admin" in ASCII; nothing else takes this lock. */
    private static final String WAIT_FOR_THE_FIRST =
            "SELECT pg_advisory_xact_lock(418296719726) WHERE NOT EXISTS (SELECT FROM accounts_user)";

    private AccountStore() {}

    /**
     * While there is nobody yet, new people wait for each other: the first administers the installation, and only the
     * first. The insert sees who came while it waited, because each statement of a transaction looks anew.
     */
    static Future<Void> insert(SqlClient sql, User user, String passwordHash) {
        return sql.query(WAIT_FOR_THE_FIRST).execute().compose(done -> insertNext(sql, user, passwordHash));
    }

    private static Future<Void> insertNext(SqlClient sql, User user, String passwordHash) {
        return sql.preparedQuery("""
                        INSERT INTO accounts_user (id, email, name, time_zone, created_at, password_hash, admin)
                        VALUES ($1, $2, $3, $4, $5, $6, NOT EXISTS (SELECT FROM accounts_user))
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

    static Future<Boolean> isAdmin(SqlClient sql, UUID id) {
        return sql.preparedQuery("SELECT FROM accounts_user WHERE id = $1 AND admin")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() > 0);
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
