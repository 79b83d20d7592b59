package io.tandem.live;

import io.netty.buffer.ByteBufUtil;
import io.tandem.journal.Log;
import io.tandem.journal.Position;
import io.tandem.journal.Written;
import io.tandem.live.ServerMessage.Heartbeat;
import io.tandem.live.ServerMessage.Unsubscribed;
import io.tandem.platform.Failures;
import io.tandem.platform.Problem;
import io.tandem.platform.Trace;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one socket says, message after message: each is finished before the next begins, so that a client may send
 * "create" and "move" in one breath. When too much waits, the socket is not read from until it is done.
 */
final class Conversation implements Wire.Listener {

    private static final Logger logger = LoggerFactory.getLogger(Conversation.class);

    private static final long HELD_TIMES = 8;

    private final Connection connection;
    private final LiveDoor door;
    private final Places places;
    private final Context context;
    private final ArrayDeque<String> inbox = new ArrayDeque<>();
    private boolean busy;
    private boolean paused;

    /** @param context what is done for this socket is done in it, so that the log says for which */
    Conversation(Connection connection, LiveDoor door, Places places, Context context) {
        this.connection = connection;
        this.door = door;
        this.places = places;
        this.context = context;
    }

    /** The token that came with the address is the first thing said. */
    void greet(String token) {
        if (connection.isClosed()) return;
        busy = true;
        connection.asked();
        Trace.within(context, () -> door.authenticate(connection, token, places)
                .onFailure(failure -> refuse("auth", null, failure))
                .onComplete(done -> finished()));
    }

    /** No message is binary. */
    @Override
    public void hearBytes(byte[] bytes) {
        door.hub().close(connection, CloseCode.PROTOCOL_ERROR);
    }

    @Override
    public void hearTooMuch() {
        door.hub().close(connection, CloseCode.TOO_LARGE);
    }

    @Override
    public void gone(String code) {
        door.gone(connection, code);
    }

    @Override
    public void hear(String text) {
        if (connection.isClosed() || connection.isLeaving()) return;
        connection.heard(System.currentTimeMillis());
        if (ByteBufUtil.utf8Bytes(text) > door.limits().messageBytes()) {
            hearTooMuch();
            return;
        }
        if (inbox.size() > heldMax()) {
            door.hub().close(connection, CloseCode.TOO_FAST);
            return;
        }
        inbox.add(text);
        connection.asked();
        if (inbox.size() >= door.limits().commandsInFlight() && !paused) {
            paused = true;
            connection.wire().pause();
        }
        next();
    }

    /** A WebSocket that is paused brings no more than this; a SockJS session cannot be. Who has no name has little to say. */
    private long heldMax() {
        return (connection.isAuthenticated() ? HELD_TIMES : 1L) * door.limits().commandsInFlight();
    }

    /** Who does not read the answers is not listened to either: they would pile up here. */
    private void next() {
        while (!busy
                && !connection.isClosed()
                && !inbox.isEmpty()
                && !connection.wire().isFull()) {
            busy = true;
            String text = inbox.remove();
            Trace.within(context, () -> answer(text).onComplete(done -> finished()));
        }
    }

    /** Answers first: a client that catches up for long would wait for long. */
    void drained() {
        if (connection.isClosed()) return;
        next();
        door.hub().readOn(connection);
    }

    private void finished() {
        busy = false;
        connection.answered();
        resume();
        next();
    }

    private void resume() {
        if (!paused || inbox.size() > door.limits().commandsInFlight() / 2 || connection.isClosed()) return;
        paused = false;
        connection.wire().resume();
    }

    private Future<Void> answer(String text) {
        ClientMessage message;
        try {
            message = ClientMessage.parse(text);
        } catch (Problem malformed) {
            door.hub().close(connection, CloseCode.PROTOCOL_ERROR);
            return Future.succeededFuture();
        }
        return run(message).otherwise(failure -> {
            refuse(message.type(), message.id(), failure);
            return null;
        });
    }

    private Future<Void> run(ClientMessage message) {
        try {
            return dispatch(message);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private void refuse(String type, @Nullable String id, Throwable failure) {
        Problem known = Failures.known(failure);
        if (known == null) logger.error("A message failed", failure);
        Problem problem = known == null ? Problem.internal() : known;
        Failures.report(logger, door.commands().has(type) ? type : "A message", problem);
        door.hub().outbound().fail(connection, id, problem);
    }

    private Future<Void> dispatch(ClientMessage message) {
        boolean isAuth = message.type().equals("auth");
        if (isAuth && !connection.isAuthenticated()) return authenticate(message);
        if (!connection.isAuthenticated()) {
            door.hub().close(connection, CloseCode.UNAUTHORIZED);
            return Future.succeededFuture();
        }
        door.signals().heard(connection, message);
        if (door.signals().has(message.type())) return door.signals().hear(connection, message);
        return switch (message.type()) {
            case "auth" -> limited(() -> authenticate(message));
            case "heartbeat" -> heartbeat();
            case "subscribe" -> limited(() -> subscribe(message));
            case "unsubscribe" -> unsubscribe(message);
            default -> limited(() -> command(message));
        };
    }

    private Future<Void> authenticate(ClientMessage message) {
        return door.authenticate(connection, message.text("token"), places);
    }

    private interface Action {
        Future<Void> run();
    }

    /** Counts against the person's messages a minute; heartbeats and the first sign-in do not. */
    private Future<Void> limited(Action action) {
        Rates.Verdict verdict = door.rates().count(connection.actor().id(), System.currentTimeMillis());
        if (verdict.isHopeless()) door.hub().close(connection, CloseCode.TOO_FAST);
        return verdict.isOk() ? action.run() : Future.failedFuture(verdict.problem());
    }

    private Future<Void> heartbeat() {
        Map<String, Long> heads = new LinkedHashMap<>();
        connection.subscriptions().forEach((log, subscription) -> heads.put(log.key(), subscription.position()));
        door.hub().outbound().send(connection, new Heartbeat(heads));
        return Future.succeededFuture();
    }

    private Future<Void> subscribe(ClientMessage message) {
        Position since = message.since();
        return door.subscriber().subscribe(connection, logOf(message.workspaceId()), since, message.id());
    }

    private Log logOf(@Nullable UUID workspaceId) {
        return workspaceId == null ? connection.ownLog() : Log.ofWorkspace(workspaceId);
    }

    private Future<Void> unsubscribe(ClientMessage message) {
        UUID workspaceId = message.workspaceId();
        if (workspaceId == null) throw Problem.invalid("/workspace_id", "Your own log stays subscribed.");
        Subscription subscription = connection.subscriptions().remove(Log.ofWorkspace(workspaceId));
        if (subscription != null) door.subscriber().leave(subscription);
        door.hub().outbound().send(connection, new Unsubscribed("unsubscribed", message.id(), workspaceId, null));
        return Future.succeededFuture();
    }

    private Future<Void> command(ClientMessage message) {
        if (!door.commands().has(message.type())) throw Problem.malformed("There is no message of this type.");
        String operationId = message.operationId();
        connection.pending().sent(operationId);
        return door.commands()
                .run(connection.actor(), message)
                .onFailure(failure -> connection.pending().forget(operationId))
                .map(written -> {
                    answered(operationId, written);
                    return null;
                });
    }

    /** The event may have come before the reply; then the ack is sent. Else it waits for the event's place in the log. */
    private void answered(String operationId, Written<?> written) {
        if (!connection.pending().isPending(operationId)) return;
        Subscription subscription = connection.subscriptions().get(written.log());
        if (subscription != null && subscription.position() < written.seq()) {
            connection.pending().replied(operationId, written);
            return;
        }
        connection.pending().forget(operationId);
        door.hub()
                .outbound()
                .send(connection, Delivery.ack(new Pending.Reply(operationId, Objects.requireNonNull(written))));
    }
}
