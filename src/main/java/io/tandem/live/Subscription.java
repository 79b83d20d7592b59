package io.tandem.live;

import io.tandem.journal.Log;
import java.util.UUID;

/** One socket's place in one log. It holds a position and no queue: what is not sent yet is read when there is room. */
final class Subscription {

    private final Connection connection;
    private final Channel channel;
    private boolean live;
    private boolean ended;
    private boolean doubted;
    private boolean asking;
    private boolean reading;
    private long position;

    Subscription(Connection connection, Channel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    Connection connection() {
        return connection;
    }

    Channel channel() {
        return channel;
    }

    Log log() {
        return channel.log();
    }

    UUID epoch() {
        return channel.head().epoch();
    }

    /** The last event this socket was served, in whatever form. */
    long position() {
        return position;
    }

    void startAt(long seq) {
        live = true;
        position = seq;
    }

    void advanceTo(long seq) {
        position = seq;
    }

    /** Whether it has been told {@code subscribed} and not ended. */
    boolean isLive() {
        return live && !ended;
    }

    /** Whether events may be sent: it is live, and nothing heard since the right was asked for speaks against it. */
    boolean mayHear() {
        return isLive() && !doubted && !asking;
    }

    /** An event says that the right is gone. */
    void doubt() {
        doubted = true;
    }

    boolean isDoubted() {
        return doubted;
    }

    /** The right is asked for: what was heard so far is part of the answer. */
    void ask() {
        asking = true;
        doubted = false;
    }

    boolean isAsking() {
        return asking;
    }

    void trust() {
        asking = false;
    }

    /** Ended before it could go live: the workspace was deleted while subscribing. */
    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    boolean isReading() {
        return reading;
    }

    void reading(boolean now) {
        reading = now;
    }

    boolean isBehind() {
        return position < channel.head().seq();
    }
}
