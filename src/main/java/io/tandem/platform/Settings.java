package io.tandem.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be configured, checked and unchanging. What each key means, its default and why stand in
 * {@code conf/tandem.yaml}; a test keeps the two alike. Read by {@link Configuration}.
 */
public record Settings(
        Http http,
        Optional<URI> publicUrl,
        Data data,
        Database database,
        Redis redis,
        Node node,
        Registration registration,
        Auth auth,
        Journal journal,
        Notifications notifications,
        Live live,
        Mail mail,
        Presence presence,
        Shutdown shutdown,
        Metrics metrics,
        Limits limits,
        Log log) {

    /**
     * {@code port} 0 takes any free port. No {@code trustedProxies}: nobody is believed about whom they speak for. Empty
     * {@code allowedOrigins}: only the pages of the server itself.
     */
    public record Http(
            int port,
            String host,
            List<AddressRange> trustedProxies,
            ForwardedHeader forwardedHeader,
            List<String> allowedOrigins) {}

    /** What proxies write: {@code X-Forwarded-For} and its like, or {@code Forwarded} (RFC 7239). */
    public enum ForwardedHeader {
        X_FORWARDED,
        FORWARDED
    }

    public record Data(Path dir) {}

    /** No {@code uri}: the embedded PostgreSQL is started in {@link Data#dir}. */
    public record Database(Optional<String> uri, int poolSize, int poolWaitingMax) {
        @Override
        public String toString() {
            return "Database[uri=" + (uri.isPresent() ? "set" : "embedded") + ", poolSize=" + poolSize + "]";
        }
    }

    /** No {@code uris}: this instance is alone. {@code historyEvents} 0 keeps none. */
    public record Redis(List<String> uris, RedisMode mode, String master, String prefix, int historyEvents) {
        @Override
        public String toString() {
            return "Redis[uris=" + uris.size() + ", mode=" + mode + "]";
        }
    }

    public enum RedisMode {
        STANDALONE,
        SENTINEL,
        CLUSTER
    }

    /** The name of this instance among its peers; a random one when none was configured. */
    public record Node(String id) {}

    public record Registration(boolean open) {}

    /** No {@code jwtSecret}: one is made once and kept in the database. */
    public record Auth(
            Optional<String> jwtSecret,
            int accessTokenMinutes,
            int sessionDays,
            int refreshGraceSeconds,
            int passwordHashParallel) {
        @Override
        public String toString() {
            return "Auth[accessTokenMinutes=" + accessTokenMinutes + ", sessionDays=" + sessionDays + "]";
        }
    }

    /** {@code keepDays} 0 keeps events for ever. */
    public record Journal(int keepDays, int operationKeepDays, int pollMs, int pollHealthyMs) {}

    /** How long notifications are kept, and how often what nobody read and what is due is looked for. */
    public record Notifications(int keepDays, int sweepSeconds, int dueCheckSeconds) {}

    public record Live(int heartbeatSeconds) {}

    /** No {@code uri}: no mails are sent. */
    public record Mail(Optional<SmtpServer> uri, Optional<Mailbox> from, int delaySeconds, int intervalSeconds) {

        public boolean isOn() {
            return uri.isPresent();
        }
    }

    /** {@code graceMs} 0: who goes is gone at once. */
    public record Presence(int graceMs) {}

    /** All of it, the notice included, takes at most {@code timeoutSeconds}. */
    public record Shutdown(int noticeMs, int timeoutSeconds) {

        /** How long what is under way may take to end: half of what the notice leaves; the rest is for what it stands on. */
        public int drainMs() {
            return (timeoutSeconds * 1_000 - noticeMs) / 2;
        }
    }

    /** {@code port} 0: none of its own. No {@code token}: nobody may ask on {@code http.port}. */
    public record Metrics(int port, String host, Optional<String> token) {
        @Override
        public String toString() {
            return "Metrics[port=" + port + "]";
        }
    }

    /** A limit switched off (0 in the configuration) reads as {@link Integer#MAX_VALUE}, so that callers only compare. */
    public record Limits(
            int connectionsPerMinute,
            int messagesPerMinute,
            int signalsPerMinute,
            int connectionsPerUser,
            int authSeconds,
            int heartbeatTimeoutSeconds,
            int connections,
            int unauthenticatedPerAddress,
            int requestsPerMinute,
            int signInsPerMinuteAndAddress,
            int wrongPasswords,
            int registrationsPerHourAndAddress,
            int tokensPerMinuteAndAddress,
            int messageBytes,
            int bodyBytes,
            int headerBytes,
            int urlBytes,
            int bodySeconds,
            int idleSeconds,
            int commandsInFlight,
            int subscriptionsPerConnection,
            int ringEvents,
            int replayEvents,
            int readBatch,
            int socketBufferBytes,
            int membersPerWorkspace,
            int tasksPerWorkspace,
            int columnsPerWorkspace,
            int commentsPerTask,
            int labelsPerWorkspace,
            int invitesPerWorkspace,
            int emailInvitesPerDay,
            int workspacesPerUser,
            int requestSeconds,
            int searchMs,
            int snapshotCacheBytes) {}

    public record Log(LogFormat format) {}

    public enum LogFormat {
        TEXT,
        JSON
    }
}
