package io.tandem.platform;

import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The pool of connections to PostgreSQL that everything in this process shares. */
public final class Database {

    private static final int CONNECT_MS = 5_000;

    /** A database that swallows what is sent to it counts as gone: nobody may wait for it for minutes. */
    private static final int SILENCE_MS = 20_000;

    private static final int WAIT_SECONDS = 10;
    private static final int IDLE_SECONDS = 600;
    private static final int STATEMENTS_CACHED_MAX = 512;
    private static final int STATEMENT_CHARACTERS_MAX = 8_192;

    private Database() {}

    /** @param uri of the configured PostgreSQL or of the embedded one */
    public static Pool pool(Vertx vertx, String uri, Settings.Database settings) {
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setName("tandem")
                        .setShared(true)
                        .setMaxSize(settings.poolSize())
                        .setMaxWaitQueueSize(settings.poolWaitingMax())
                        .setConnectionTimeout(WAIT_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .with(new NetClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setTcpKeepAlive(true)
                        .setTcpUserTimeout(SILENCE_MS))
                .connectingTo(address(uri)
                        .addProperty("application_name", "tandem")
                        .setCachePreparedStatements(true)
                        .setPreparedStatementCacheMaxSize(STATEMENTS_CACHED_MAX)
                        .setPreparedStatementCacheSqlFilter(sql -> sql.length() <= STATEMENT_CHARACTERS_MAX))
                .using(vertx)
                .build();
    }

    /**
     * What the URI says. {@code sslmode=require} encrypts and trusts any certificate, as in every client of PostgreSQL;
     * {@code verify-ca} and {@code verify-full} check it against what Java trusts ({@code javax.net.ssl.trustStore}).
     * Fails with {@link ConfigurationException}, which does not repeat the password.
     */
    static PgConnectOptions address(String uri) {
        try {
            var address = PgConnectOptions.fromUri(uri);
            return address.getSslMode() == SslMode.DISABLE ? address : address.setSslOptions(tls(address.getSslMode()));
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException("database.uri is malformed; allowed:"
                    + " postgresql://user:password@host:port/database?sslmode=…, special characters percent-encoded");
        }
    }

    private static ClientSSLOptions tls(SslMode mode) {
        return switch (mode) {
            case VERIFY_FULL ->
                new ClientSSLOptions().setTrustOptions(trustOfJava()).setHostnameVerificationAlgorithm("HTTPS");
            case VERIFY_CA ->
                new ClientSSLOptions().setTrustOptions(trustOfJava()).setHostnameVerificationAlgorithm("");
            default -> new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm("");
        };
    }

    private static TrustOptions trustOfJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore defaultStore = null;
            factory.init(defaultStore);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Java's own certificates cannot be read", failure);
        }
    }
}
