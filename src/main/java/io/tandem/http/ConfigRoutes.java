package io.tandem.http;

import io.tandem.platform.Settings;
import io.tandem.platform.Version;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a client must know before anybody has signed in. */
final class ConfigRoutes implements Routes {

    /**
     * @param mail whether mails are sent
     * @param publicUrl what was configured, empty where nothing was
     * @param host whom the request asked for, as it arrived here: a proxy that does not pass it on shows in it
     * @param serverTime when this was answered
     */
    private record Config(
            boolean registrationOpen,
            boolean mail,
            String version,
            String publicUrl,
            String host,
            Instant serverTime,
            Limits limits) {}

    /** By their configuration names; 0 means none. */
    private record Limits(
            int messageBytes,
            int bodyBytes,
            int messagesPerMinute,
            int connectionsPerUser,
            int membersPerWorkspace,
            int tasksPerWorkspace) {}

    private final Settings settings;
    private final String publicUrl;

    ConfigRoutes(Settings settings) {
        this.settings = settings;
        publicUrl = settings.publicUrl().map(URI::toString).orElse("");
    }

    private Config config(Request request) {
        Settings.Limits limits = settings.limits();
        return new Config(
                settings.registration().open(),
                settings.mail().isOn(),
                Version.CURRENT,
                publicUrl,
                request.host(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Limits(
                        limits.messageBytes(),
                        limits.bodyBytes(),
                        orNone(limits.messagesPerMinute()),
                        orNone(limits.connectionsPerUser()),
                        orNone(limits.membersPerWorkspace()),
                        orNone(limits.tasksPerWorkspace())));
    }

    private static int orNone(int limit) {
        return limit == Integer.MAX_VALUE ? 0 : limit;
    }

    @Override
    public void mount(Api api) {
        api.on("getConfig", request -> Future.succeededFuture(Reply.ok(config(request))));
    }
}
