package io.tandem.http;

import io.tandem.platform.Settings;
import io.tandem.platform.Version;
import io.vertx.core.Future;

/** What a client must know before anybody has signed in. */
final class ConfigRoutes implements Routes {

    /** @param mail whether mails are sent */
    private record Config(boolean registrationOpen, boolean mail, String version, Limits limits) {}

    /** By their configuration names; 0 means none. */
    private record Limits(
            int messageBytes,
            int bodyBytes,
            int messagesPerMinute,
            int connectionsPerUser,
            int membersPerWorkspace,
            int tasksPerWorkspace) {}

    private final Config config;

    ConfigRoutes(Settings settings) {
        Settings.Limits limits = settings.limits();
        config = new Config(
                settings.registration().open(),
                settings.mail().isOn(),
                Version.CURRENT,
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
        api.on("getConfig", request -> Future.succeededFuture(Reply.ok(config)));
    }
}
