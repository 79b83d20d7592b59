package io.tandem.http;

import io.netty.channel.Channel;
import io.tandem.platform.Settings.Limits;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A connection before it becomes a socket: with the request under way on it, or without one. State of its event loop. */
final class Visit {

    private static final int SWITCHING_PROTOCOLS = 101;

    /** Who came when all seats were taken is answered, and gone soon. */
    private static final int STANDING_MS = 2_000;

    private final HttpConnection connection;
    private final Channel channel;
    private final boolean seated;
    private @Nullable HttpServerRequest request;
    private long since;

    Visit(HttpConnection connection, Channel channel, boolean seated, long now) {
        this.connection = connection;
        this.channel = channel;
        this.seated = seated;
        since = now;
    }

    Channel channel() {
        return channel;
    }

    boolean isSeated() {
        return seated;
    }

    void begin(HttpServerRequest next, long now) {
        request = next;
        since = now;
    }

    /** Looks how it goes; answers whether nobody has to look any more, for it is closed or a socket. */
    boolean isOver(Limits limits, long now) {
        if (request != null && isAnswered(request)) {
            if (request.response().getStatusCode() == SWITCHING_PROTOCOLS) return true;
            request = null;
            since = now;
        }
        long ms = now - since;
        if (request == null) return ms > idleMs(limits) && close();
        return !request.isEnded() && ms > limits.bodySeconds() * 1_000L && giveUp(request);
    }

    /** An answer that is written but waits for a slow line is still under way. */
    private boolean isAnswered(HttpServerRequest asked) {
        return asked.response().ended() && channel.isWritable();
    }

    private long idleMs(Limits limits) {
        return seated ? limits.idleSeconds() * 1_000L : STANDING_MS;
    }

    private boolean giveUp(HttpServerRequest slow) {
        if (!slow.response().headWritten())
            slow.response()
                    .setStatusCode(408)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end();
        return close();
    }

    private boolean close() {
        connection.close();
        return true;
    }
}
