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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Tandem: configuration, storage, migrations, verticles in order, and the way back on shutdown. */
public final class Tandem {

    private static final Logger log = LoggerFactory.getLogger(Tandem.class);
    private static final int STOP_SECONDS = 20;

    private final Meters meters;
    private final Vertx vertx;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Instance instance;

    private Tandem(Meters meters) {
        this.meters = meters;
        vertx = MeasuredVertx.start(meters);
    }

    public static void main(String[] words) {
        Tandem tandem = new Tandem(new Meters().withProcess());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(tandem::stop));
        try {
            tandem.start(Arguments.parse(List.of(words)));
        } catch (ConfigurationException wrong) {
            System.err.println("Tandem does not start. " + wrong.getMessage());
            System.exit(2);
        } catch (Exception failure) {
            log.error("Tandem does not start", failure);
            System.exit(1);
        }
    }

    private void start(Arguments arguments) throws Exception {
        Settings settings = await(Configuration.load(vertx, arguments.config(), System.getenv()));
        SettingsLogging.apply(settings.log());
        if (!settings.redis().uris().isEmpty())
            log.warn("redis.uri is set, but this version runs alone and does not use it");
        String uri = database(settings);
        Migrations.run(uri);
        Instance started = await(Instance.start(vertx, settings, uri, meters));
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

    /** Requests first, then what they stand on: the embedded PostgreSQL goes last. */
    private void stop() {
        if (instance != null) end(instance.stop());
        end(vertx.close());
        if (postgres != null) postgres.close();
    }

    /** Each on its own: what is chained to the end of an event loop is never told of it. */
    private static void end(Future<Void> ended) {
        try {
            ended.toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            log.warn("Not everything ended in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
