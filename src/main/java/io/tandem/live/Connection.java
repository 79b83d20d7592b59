package io.tandem.live;

import io.tandem.journal.Log;
import io.tandem.platform.Actor;
import io.tandem.platform.Authenticator.Identity;
import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A socket with what the hub knows of it. State of its event loop alone. */
final class Connection {

    private final UUID id = Ids.next();
    private final Wire wire;
    private final Map<Log, Subscription> subscriptions = new LinkedHashMap<>();
    private final Pending pending = new Pending();
    private final long openedAt;
    private @Nullable Identity identity;
    private long expiresAt = Long.MAX_VALUE;
    private long heardAt;
    private int unanswered;
    private boolean entering;
    private boolean leaving;
    private boolean closed;
    private boolean active = true;
    private boolean dirty;

    Connection(Wire wire, long now) {
        this.wire = wire;
        this.openedAt = now;
        this.heardAt = now;
    }

    UUID id() {
        return id;
    }

    Wire wire() {
        return wire;
    }

    void is(Identity who) {
        identity = who;
        expiresAt = who.expiresAt().toEpochMilli();
    }

    boolean isAuthenticated() {
        return identity != null;
    }

    Actor actor() {
        if (identity == null) throw Problem.unauthorized("Say who you are first.");
        return identity.actor();
    }

    Log ownLog() {
        return Log.ofPerson(actor().id());
    }

    boolean isExpired(long now) {
        return now >= expiresAt;
    }

    /** Whoever has said who they are is waiting for us, not we for them. */
    boolean isNamelessSince(long ms, long now) {
        return identity == null && !entering && now - openedAt > ms;
    }

    void entering(boolean now) {
        entering = now;
    }

    void heard(long now) {
        heardAt = now;
    }

    boolean isSilentFor(long ms, long now) {
        return now - heardAt > ms;
    }

    Map<Log, Subscription> subscriptions() {
        return subscriptions;
    }

    boolean isBehind() {
        for (Subscription subscription : subscriptions.values()) {
            if (subscription.isLive() && subscription.isBehind()) return true;
        }
        return false;
    }

    Pending pending() {
        return pending;
    }

    /** One more message waits for its turn or is being carried out. */
    void asked() {
        unanswered++;
    }

    void answered() {
        unanswered--;
    }

    /** Whether an answer is owed: to a message, or to a command that waits for its place in a log. */
    boolean isOwed() {
        return unanswered > 0 || !pending.isEmpty();
    }

    /** The server is about to close: what is said from now on is not heard. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    void closed() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the person is at this device; answers whether that is new. */
    boolean becomesActive(boolean now) {
        boolean became = active != now;
        active = now;
        return became;
    }

    /** Marks that something waits for a flush; answers whether it did not before. */
    boolean becomesDirty() {
        boolean became = !dirty;
        dirty = true;
        return became;
    }

    void flush() {
        dirty = false;
        if (!closed) wire.flush();
    }
}
