package io.tandem.testing;

import io.tandem.Instance;
import io.tandem.platform.Configuration;
import io.tandem.platform.MeasuredVertx;
import io.tandem.platform.Meters;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Tandem in this process, on a database of its own and a free port. */
public final class TandemServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /** A whole office comes from one address here, and works faster than people do. */
    static final List<String> LIMITS = List.of(
            "connections_per_minute",
            "messages_per_minute",
            "connections_per_user",
            "unauthenticated_per_address",
            "requests_per_minute",
            "sign_ins_per_minute_and_address",
            "registrations_per_hour_and_address",
            "tokens_per_minute_and_address");

    private final Vertx vertx;
    private final Instance instance;
    private final TestDatabase database;

    private TandemServer(Vertx vertx, Instance instance, TestDatabase database) {
        this.database = database;
        this.vertx = vertx;
        this.instance = instance;
    }

    /** Limits that would get in a test's way are off; what a test is about it sets itself. */
    public static TandemServer start(TestDatabase database) {
        return start(database, Map.of());
    }

    /** @param settings by their keys: {@code limits.messages_per_minute} */
    public static TandemServer start(TestDatabase database, Map<String, String> settings) {
        Meters meters = new Meters();
        Vertx vertx = MeasuredVertx.start(meters);
        Settings read = await(Configuration.load(vertx, Optional.empty(), environment(settings)));
        return new TandemServer(vertx, await(Instance.start(vertx, read, database.uri(), meters)), database);
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("http.port", "0", "http.host", "127.0.0.1"));
        LIMITS.forEach(limit -> all.put("limits." + limit, "0"));
        all.putAll(settings);
        Map<String, String> environment = new HashMap<>();
        all.forEach((key, value) ->
                environment.put("TANDEM_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    /** Waits for what the server does in its own time. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Instance instance() {
        return instance;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + instance.port() + path);
    }

    /** Somebody nobody knows yet, not signed in. */
    public Person stranger() {
        return new Person(url(""), "nobody", "");
    }

    /** Registers somebody new and signs them in. */
    public Person register(String name) {
        return Person.register(url(""), name);
    }

    @Override
    public void close() {
        await(instance.drain());
        await(instance.stop());
        await(vertx.close());
    }
}
