package io.tandem.live;

import io.tandem.live.ServerMessage.Failed;
import io.tandem.live.ServerMessage.Unsubscribed;
import io.tandem.platform.Problem;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends messages; everything sent to a socket within a tick of the event loop leaves with one flush. */
final class Outbound {

    private final Context context;
    private final Tick tick;
    private final List<Connection> dirty = new ArrayList<>();

    Outbound(Context context, Tick tick) {
        this.context = context;
        this.tick = tick;
    }

    void send(Connection connection, ServerMessage message) {
        send(connection, message.frameForOne());
    }

    void send(Connection connection, Frame frame) {
        if (connection.isClosed()) return;
        connection.wire().send(frame);
        if (!connection.becomesDirty()) return;
        dirty.add(connection);
        if (dirty.size() == 1) context.runOnContext(end -> flush());
    }

    private void flush() {
        List<Connection> now = List.copyOf(dirty);
        dirty.clear();
        now.forEach(Connection::flush);
        tick.flushed();
    }

    void fail(Connection connection, @Nullable String id, Problem problem) {
        send(connection, Failed.of(id, problem));
    }

    /** Ends a subscription from the server's side. What had no answer yet gets it first. */
    void end(Subscription subscription) {
        if (subscription.isEnded()) return;
        boolean told = subscription.isLive();
        subscription.end();
        Connection connection = subscription.connection();
        connection.subscriptions().remove(subscription.log());
        subscription.channel().remove(subscription, System.currentTimeMillis());
        if (!told) return;
        answerPending(subscription);
        send(
                connection,
                new Unsubscribed(
                        "unsubscribed",
                        null,
                        Objects.requireNonNull(subscription.log().workspaceId()),
                        "not_found"));
    }

    /** Answers what waited for a place in a log that this socket will not hear of any more. */
    void answerPending(Subscription subscription) {
        Connection connection = subscription.connection();
        connection
                .pending()
                .passed(subscription.log(), Long.MAX_VALUE)
                .forEach(reply -> send(connection, Delivery.ack(reply)));
    }
}
