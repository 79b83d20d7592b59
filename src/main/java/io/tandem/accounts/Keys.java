package io.tandem.accounts;

import io.tandem.platform.Ids;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

/**
 * The secrets of this installation, the same on every instance.
 *
 * @param jwt signs access tokens: {@code auth.jwt_secret}, else one made at the first start
 * @param derive {@link Secrets} are derived from it; made at the first start
 */
public record Keys(String jwt, String derive) {

    /** Reads the keys, makes those that are missing. Of several instances that start at once the first one's stay. */
    public static Future<Keys> load(Pool pool, Settings.Auth settings) {
        Future<String> jwt = settings.jwtSecret().map(Future::succeededFuture).orElseGet(() -> keep(pool, "jwt"));
        return jwt.compose(secret -> keep(pool, "derive").map(derive -> new Keys(secret, derive)));
    }

    private static Future<String> keep(Pool pool, String purpose) {
        return pool.preparedQuery("INSERT INTO accounts_key (purpose, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(purpose, Ids.secret()))
                .compose(done -> pool.preparedQuery("SELECT secret FROM accounts_key WHERE purpose = $1")
                        .execute(Tuple.of(purpose)))
                .map(rows -> rows.iterator().next().getString("secret"));
    }

    @Override
    public String toString() {
        return "Keys[]";
    }
}
