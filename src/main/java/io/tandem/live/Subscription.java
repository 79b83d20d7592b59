package io.tandem.live;

import io.tandem.journal.Log;
import io.tandem.workspaces.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One socket's place in one log. It holds a position and no queue: what is not sent yet is read when there is room. */
final class Subscription {

    private final Connection connection;
    private final Channel channel;
    private final Attention attention;
    private @Nullable Role role;
    private boolean owedPresence;
    private boolean live;
    private boolean ended;
    private boolean doubted;
    private boolean asking;
    private boolean reading;
    private long position;

    /** @param attention what the socket does there already, where it subscribes again */
    Subscription(Connection connection, Channel channel, Attention attention) {
        this.connection = connection;
        this.channel = channel;
        this.attention = attention;
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

    void trust(Role now) {
        asking = false;
        role = now;
    }

    /** What the person is in the workspace; null in their own log, and before it is known. */
    @Nullable
    Role role() {
        return role;
    }

    void becomes(Role now) {
        role = now;
    }

    Attention attention() {
        return attention;
    }

    /** Something of who is there was left out: it is told everything when there is room. */
    void owePresence(boolean owed) {
        owedPresence = owed;
    }

    boolean isOwedPresence() {
        return owedPresence;
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
