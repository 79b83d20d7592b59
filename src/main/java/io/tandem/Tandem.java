package io.tandem;

import io.tandem.demo.Demo;
import io.tandem.platform.Configuration;
import io.tandem.platform.ConfigurationException;
import io.tandem.platform.EmbeddedPostgres;
import io.tandem.platform.MeasuredVertx;
import io.tandem.platform.Meters;
import io.tandem.platform.Migrations;
import io.tandem.platform.Settings;
import io.tandem.platform.SettingsLogging;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Tandem: configuration, storage, migrations, verticles in order, and the way back on shutdown. */
public final class Tandem {

    private static final Logger log = LoggerFactory.getLogger(Tandem.class);

    /** Before the settings are known. */
    private static final Settings.Shutdown SHUTDOWN = new Settings.Shutdown(0, 20);

    /** Draining ends by itself; this much later it hangs. */
    private static final int GRACE_MS = 500;

    private static final int FAILED = 1;
    private static final int MISCONFIGURED = 2;

    private final Meters meters;
    private final Vertx vertx;
    private final AtomicReference<@Nullable Integer> exitCode = new AtomicReference<>();
    private volatile Settings.Shutdown shutdown = SHUTDOWN;
    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable Instance instance;

    private Tandem(Meters meters) {
        this.meters = meters;
        vertx = MeasuredVertx.start(meters);
    }

    public static void main(String[] words) {
        Tandem tandem = new Tandem(new Meters().withProcess());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(tandem::end));
        try {
            tandem.start(Arguments.parse(List.of(words)));
        } catch (ConfigurationException wrong) {
            tandem.fail(MISCONFIGURED, () -> System.err.println("Tandem does not start. " + wrong.getMessage()));
        } catch (Exception failure) {
            tandem.fail(FAILED, () -> log.error("Tandem does not start", failure));
        }
    }

    /** What fails because it was told to stop has not failed. */
    private void fail(int code, Runnable say) {
        if (!exitCode.compareAndSet(null, code)) return;
        say.run();
        System.exit(code);
    }

    private void start(Arguments arguments) throws Exception {
        Settings settings = await(Configuration.load(vertx, arguments.config(), System.getenv()));
        shutdown = settings.shutdown();
        SettingsLogging.apply(settings);
        Future<OpenAPIContract> contract = Instance.contract(vertx);
        String uri = database(settings);
        Migrations.run(uri);
        Instance started = await(Instance.start(vertx, settings, uri, meters, contract));
        instance = started;
        String url = url(settings, started.port());
        if (arguments.demo()) await(Demo.load(started.bus())).ifPresent(demo -> System.out.println(demo.in(url)));
        System.out.println("Tandem is ready at " + url);
    }

    private String database(Settings settings) throws IOException {
        Optional<String> configured = settings.database().uri();
        if (configured.isPresent()) return configured.get();
        postgres = EmbeddedPostgres.start(settings.data().dir());
        return postgres.uri();
    }

    private static String url(Settings settings, int port) {
        return settings.publicUrl().map(Object::toString).orElse("http://localhost:" + port);
    }

    private static <T> T await(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) throw cause;
            throw failed;
        }
    }

    /**
     * The shutdown hook: stops, and ends the process in time whatever hangs. It ends by itself, because the JVM would
     * answer a signal with 143 where everything went as it should.
     */
    private void end() {
        exitCode.compareAndSet(null, 0);
        Instant deadline = Instant.now().plusSeconds(shutdown.timeoutSeconds());
        Thread stopping = Thread.ofPlatform().start(() -> stop(deadline));
        try {
            if (!stopping.join(Duration.between(Instant.now(), deadline))) log.warn("Not everything ended in time");
        } catch (InterruptedException interrupted) {
            log.warn("Interrupted while ending", interrupted);
        }
        Runtime.getRuntime().halt(Objects.requireNonNullElse(exitCode.get(), FAILED));
    }

    /** Requests first, then what they stand on: the embedded PostgreSQL goes last. */
    private void stop(Instant deadline) {
        Instance running = instance;
        if (running != null) {
            await(running.drain(), Instant.now().plusMillis(shutdown.noticeMs() + shutdown.drainMs() + GRACE_MS));
            await(running.stop(), halfWayTo(deadline));
        }
        await(vertx.close(), halfWayTo(deadline));
        EmbeddedPostgres storage = postgres;
        if (storage != null) storage.close();
    }

    /** What hangs leaves time for those that come after it. */
    private static Instant halfWayTo(Instant deadline) {
        Instant now = Instant.now();
        return now.plus(Duration.between(now, deadline).dividedBy(2));
    }

    /** Each on its own: what is chained to the end of an event loop is never told of it. */
    private static void await(Future<Void> ended, Instant until) {
        try {
            long ms = Duration.between(Instant.now(), until).toMillis();
            ended.toCompletionStage().toCompletableFuture().get(ms, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            log.warn("Not everything ended in time: {}", late.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
