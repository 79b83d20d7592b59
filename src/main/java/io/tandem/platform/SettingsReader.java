package io.tandem.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns values into {@link Settings}: every known key stands here once, with what it allows. */
final class SettingsReader {

    private static final int SECRET_BYTES_MIN = 32;
    private static final int MEGABYTES_16 = 16 * 1024 * 1024;
    private static final int YEARS_100_IN_DAYS = 36_500;

    private final ConfigurationValues values;

    private SettingsReader(ConfigurationValues values) {
        this.values = values;
    }

    static Settings read(ConfigurationValues values) {
        var settings = new SettingsReader(values).settings();
        values.check(
                settings.limits().heartbeatTimeoutSeconds() > settings.live().heartbeatSeconds(),
                "limits.heartbeat_timeout_seconds",
                "more seconds than live.heartbeat_seconds (" + settings.live().heartbeatSeconds()
                        + "), or clients that behave are cut off");
        values.check(
                settings.shutdown().noticeMs() < settings.shutdown().timeoutSeconds() * 1_000,
                "shutdown.notice_ms",
                "less than shutdown.timeout_seconds (" + settings.shutdown().timeoutSeconds()
                        + " s), which it is a part of");
        values.check(
                settings.redis().mode() != Settings.RedisMode.STANDALONE
                        || settings.redis().uris().size() <= 1,
                "redis.uri",
                "one address, or redis.mode sentinel or cluster for several");
        values.check(
                settings.metrics().port() == 0
                        || settings.metrics().port() != settings.http().port(),
                "metrics.port",
                "another port than http.port, or 0 (at http.port, with metrics.token)");
        values.check(
                !settings.mail().isOn() || settings.publicUrl().isPresent(),
                "public.url",
                "the address people use, such as https://tandem.example.org: with mail.uri set, mails lead there");
        values.finish();
        return settings;
    }

    private Settings settings() {
        return new Settings(
                http(),
                publicUrl(),
                new Settings.Data(Path.of(values.text("data.dir"))),
                database(),
                redis(),
                new Settings.Node(nodeId()),
                new Settings.Registration(values.yesOrNo("registration.open")),
                auth(),
                new Settings.Journal(
                        values.whole("journal.keep_days", 0, YEARS_100_IN_DAYS),
                        values.whole("journal.operation_keep_days", 1, YEARS_100_IN_DAYS),
                        values.whole("journal.poll_ms", 50, 60_000),
                        values.whole("journal.poll_healthy_ms", 50, 60_000)),
                new Settings.Notifications(
                        values.whole("notifications.keep_days", 1, YEARS_100_IN_DAYS),
                        values.whole("notifications.sweep_seconds", 1, 3_600),
                        values.whole("notifications.due_check_seconds", 1, 3_600)),
                new Settings.Live(values.whole("live.heartbeat_seconds", 1, 3_600)),
                mail(),
                new Settings.Presence(values.whole("presence.grace_ms", 0, 60_000)),
                new Settings.Shutdown(
                        values.whole("shutdown.notice_ms", 0, 600_000),
                        values.whole("shutdown.timeout_seconds", 1, 3_600)),
                metrics(),
                limits(),
                new Settings.Log(values.oneOf("log.format", Settings.LogFormat.class)));
    }

    private Settings.Http http() {
        List<String> proxies = values.list(
                "http.trusted_proxies",
                AddressRange::isRange,
                "empty (nobody) or addresses and blocks such as 127.0.0.1, 10.0.0.0/8 and ::1, separated by commas");
        return new Settings.Http(
                values.whole("http.port", 0, 65_535),
                values.text("http.host"),
                proxies.stream().map(AddressRange::parse).toList(),
                values.oneOf("http.forwarded_header", Settings.ForwardedHeader.class),
                allowedOrigins());
    }

    private Settings.Database database() {
        return new Settings.Database(
                values.optional(
                        "database.uri",
                        uri -> uri.startsWith("postgresql://") || uri.startsWith("postgres://"),
                        "empty (embedded PostgreSQL) or postgresql://user:password@host:port/database"),
                values.whole("database.pool_size", 1, 250),
                values.whole("database.pool_waiting_max", 1, 1_000_000));
    }

    private Settings.Redis redis() {
        return new Settings.Redis(
                redisUris(),
                values.oneOf("redis.mode", Settings.RedisMode.class),
                values.text("redis.master"),
                values.optional(
                                "redis.prefix",
                                prefix -> prefix.matches("[A-Za-z0-9._:-]{1,64}"),
                                "empty or 1 to 64 of A-Z a-z 0-9 . _ : -")
                        .orElse(""),
                values.whole("redis.history_events", 0, 100_000));
    }

    private Settings.Mail mail() {
        return new Settings.Mail(
                values.optional(
                                "mail.uri",
                                SmtpServer::isAddress,
                                "empty (no mails) or smtp://user:password@host:port or smtps://…, special characters"
                                        + " percent-encoded; smtp takes ?tls=required or ?tls=off")
                        .map(SmtpServer::parse),
                values.optional("mail.from", Mailbox::isMailbox, "empty or tandem@example.org or Name <tandem@…>")
                        .map(Mailbox::parse),
                values.whole("mail.delay_seconds", 0, 86_400),
                values.whole("mail.interval_seconds", 0, 604_800));
    }

    private Settings.Metrics metrics() {
        return new Settings.Metrics(
                values.whole("metrics.port", 0, 65_535),
                values.text("metrics.host"),
                values.optional(
                        "metrics.token",
                        token -> token.matches("[!-~]{16,}"),
                        "empty or at least 16 visible ASCII characters"));
    }

    private Settings.Auth auth() {
        return new Settings.Auth(
                values.optional(
                        "auth.jwt_secret",
                        secret -> secret.getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES_MIN,
                        "empty (one is made and kept in the database) or at least " + SECRET_BYTES_MIN + " bytes"),
                values.whole("auth.access_token_minutes", 1, 1_440),
                values.whole("auth.session_days", 1, YEARS_100_IN_DAYS),
                values.whole("auth.refresh_grace_seconds", 0, 3_600),
                values.whole("auth.password_hash_parallel", 1, 64));
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                values.limit("limits.connections_per_minute"),
                values.limit("limits.messages_per_minute"),
                values.limit("limits.signals_per_minute"),
                values.limit("limits.connections_per_user"),
                values.limit("limits.auth_seconds"),
                values.limit("limits.heartbeat_timeout_seconds"),
                values.limit("limits.connections"),
                values.limit("limits.unauthenticated_per_address"),
                values.limit("limits.requests_per_minute"),
                values.limit("limits.sign_ins_per_minute_and_address"),
                values.limit("limits.wrong_passwords"),
                values.limit("limits.registrations_per_hour_and_address"),
                values.limit("limits.tokens_per_minute_and_address"),
                values.limit("limits.message_bytes"),
                values.limit("limits.body_bytes"),
                values.limit("limits.header_bytes"),
                values.limit("limits.url_bytes"),
                values.limit("limits.body_seconds"),
                values.limit("limits.idle_seconds"),
                values.limit("limits.commands_in_flight"),
                values.limit("limits.subscriptions_per_connection"),
                values.whole("limits.ring_events", 1, 1_000_000),
                values.limit("limits.replay_events"),
                values.whole("limits.read_batch", 1, 10_000),
                values.whole("limits.socket_buffer_bytes", 4_096, MEGABYTES_16),
                values.limit("limits.members_per_workspace"),
                values.limit("limits.tasks_per_workspace"),
                values.limit("limits.columns_per_workspace"),
                values.limit("limits.comments_per_task"),
                values.limit("limits.labels_per_workspace"),
                values.limit("limits.invites_per_workspace"),
                values.limit("limits.email_invites_per_day"),
                values.limit("limits.workspaces_per_user"),
                values.limit("limits.request_seconds"),
                values.limit("limits.search_ms"),
                values.whole("limits.snapshot_cache_bytes", 0, Integer.MAX_VALUE));
    }

    private Optional<URI> publicUrl() {
        return values.optional(
                        "public.url",
                        SettingsReader::isWebAddress,
                        "empty or the address people use, such as https://tandem.example.org")
                .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    private List<String> redisUris() {
        return values.list(
                "redis.uri",
                SettingsReader::isRedisAddress,
                "empty or redis://[[user]:password@]host:port, special characters percent-encoded;"
                        + " several separated by commas");
    }

    /** What Vert.x cannot read would never connect, and nobody would know why. */
    private static boolean isRedisAddress(String text) {
        try {
            var uri = new URI(text);
            return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPath().matches("(/\\d*)?");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private List<String> allowedOrigins() {
        return values.list(
                "http.allowed_origins",
                origin ->
                        isWebAddress(origin) && URI.create(origin).getRawPath().isEmpty(),
                "empty (same origin) or origins such as https://app.example.org, separated by commas");
    }

    private String nodeId() {
        return values.optional(
                        "node.id", id -> id.matches("[A-Za-z0-9._-]{1,64}"), "empty or 1 to 64 of A-Z a-z 0-9 . _ -")
                .orElseGet(() -> UUID.randomUUID().toString().substring(0, 8));
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
