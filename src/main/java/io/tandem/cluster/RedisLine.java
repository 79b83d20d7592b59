package io.tandem.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one Redis server, made again and again, with growing pauses, until it is closed. Vert.x' client does
 * neither that nor notice a server that stands still. State of one context.
 */
final class RedisLine {

    /** What a line tells its owner. */
    interface Owner {

        /** The line is open, and new: nothing is subscribed on it. */
        void opened(RedisLine line);

        /** It was open, or could not be opened; the next attempt is under way. */
        void lost(RedisLine line, Throwable why);

        /** Something came that nobody had asked for: a message, the acknowledgement of a subscription, an error. */
        void pushed(@Nullable Response message);
    }

    private static final int CONNECT_MS = 2_000;
    private static final int SILENCE_MS = 3_000;
    private static final int PAUSE_MIN_MS = 100;
    private static final int PAUSE_MAX_MS = 2_000;
    private static final int DOUBLINGS_MAX = 5;
    private static final int UNANSWERED_MAX = 16_384;

    private final Vertx vertx;
    private final String address;
    private final Owner owner;
    private @Nullable Redis client;
    private @Nullable RedisConnection connection;
    private boolean closed;
    private int failures;

    RedisLine(Vertx vertx, String address, Owner owner) {
        this.vertx = vertx;
        this.address = address;
        this.owner = owner;
    }

    static RedisOptions options(String address) {
        return new RedisOptions()
                .setConnectionString(address)
                .setMaxWaitingHandlers(UNANSWERED_MAX)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setTcpKeepAlive(true)
                        .setTcpNoDelay(true)
                        .setHostnameVerificationAlgorithm("HTTPS"));
    }

    /** A client of its own for each attempt: closing it is the only way to be rid of a connection that stands still. */
    void open() {
        if (closed) return;
        Redis attempt = Redis.createClient(vertx, options(address));
        client = attempt;
        attempt.connect()
                .timeout(SILENCE_MS, TimeUnit.MILLISECONDS)
                .onSuccess(opened -> opened(attempt, opened))
                .onFailure(failure -> lost(attempt, failure));
    }

    private void opened(Redis attempt, RedisConnection opened) {
        if (attempt != client) return;
        failures = 0;
        connection = opened;
        opened.handler(owner::pushed)
                .exceptionHandler(failure -> lost(attempt, failure))
                .endHandler(end -> lost(attempt, new IllegalStateException("Redis closed the connection")));
        owner.opened(this);
    }

    private void lost(Redis attempt, Throwable why) {
        if (attempt != client) return;
        drop();
        if (closed) return;
        long pause = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS << Math.min(failures++, DOUBLINGS_MAX));
        vertx.setTimer(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1), timer -> open());
        owner.lost(this, why);
    }

    private void drop() {
        Redis old = client;
        client = null;
        connection = null;
        if (old != null) old.close();
    }

    boolean isOpen() {
        return connection != null;
    }

    /** One after the other, without waiting in between. Fails where the line is not open, and when it breaks. */
    Future<List<Response>> send(List<Request> requests) {
        return connection == null ? Future.failedFuture("Redis is away") : connection.batch(requests);
    }

    /** Subscriptions: their answer comes as a message. */
    void say(Request request) {
        if (connection != null) connection.send(request);
    }

    /** A line that does not answer in time is given up. */
    void probe() {
        Redis probed = client;
        if (connection == null || probed == null) return;
        connection
                .send(Request.cmd(Command.PING))
                .timeout(SILENCE_MS, TimeUnit.MILLISECONDS)
                .onFailure(failure -> lost(probed, failure));
    }

    void restart(String why) {
        if (client != null) lost(client, new IllegalStateException(why));
    }

    void close() {
        closed = true;
        drop();
    }
}
