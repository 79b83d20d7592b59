package io.tandem.live;

import io.tandem.journal.Log;
import io.tandem.journal.Position;
import io.tandem.live.Gate.Entry;
import io.tandem.live.ServerMessage.Authenticated;
import io.tandem.live.ServerMessage.Welcome;
import io.tandem.live.ServerMessage.Welcome.Greeting;
import io.tandem.live.ServerMessage.Welcome.User;
import io.tandem.platform.Actor;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Authenticator.Identity;
import io.tandem.platform.Bus;
import io.tandem.platform.IpAddress;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.platform.Settings.Limits;
import io.tandem.platform.Trace;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets people in: who are you, may you have one more socket, welcome, and to the logs you asked for. One per event loop. */
final class LiveDoor {

    private static final long RATES_SWEEP_MS = 60_000;

    /** Enough for the database to be asked for many at once, few enough for all of them to be answered in time. */
    private static final int ENTERING_MAX = 250;

    private final Context context;
    private final Bus bus;
    private final Settings settings;
    private final Authenticator authenticator;
    private final Hub hub;
    private final Subscriber subscriber;
    private final Commands commands;
    private final Rates rates;
    private final Signals signals;
    private final Strangers strangers;
    private final Turnstile turnstile = new Turnstile(ENTERING_MAX);

    LiveDoor(
            Vertx vertx,
            Context context,
            Bus bus,
            Settings settings,
            LiveMeters meters,
            Authenticator authenticator,
            Rights rights) {
        this.context = context;
        this.bus = bus;
        this.settings = settings;
        this.authenticator = authenticator;
        hub = new Hub(vertx, context, bus, settings, meters, rights);
        subscriber = new Subscriber(
                bus,
                hub,
                settings.limits().subscriptionsPerConnection(),
                settings.limits().replayEvents());
        commands = new Commands(bus);
        rates = new Rates(settings.limits().messagesPerMinute());
        signals = new Signals(bus, hub.presences(), settings.limits().signalsPerMinute());
        strangers = new Strangers(settings.limits().unauthenticatedPerAddress());
        vertx.setPeriodic(RATES_SWEEP_MS, timer -> {
            rates.sweep(System.currentTimeMillis());
            signals.sweep(System.currentTimeMillis());
            strangers.sweep();
        });
    }

    Hub hub() {
        return hub;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    Commands commands() {
        return commands;
    }

    Rates rates() {
        return rates;
    }

    Signals signals() {
        return signals;
    }

    Limits limits() {
        return settings.limits();
    }

    /**
     * Whoever is writing when the wire drains gets to the end of it first: what is drained goes on in a tick of its own.
     *
     * @param network where the socket comes from; where too many have come from that do not say who they are, it is closed
     */
    Conversation open(Wire wire, Places places, IpAddress network) {
        Connection connection = new Connection(wire, System.currentTimeMillis());
        boolean room = strangers.hasRoomFor(network);
        hub.opened(connection);
        if (room) strangers.came(connection, network);
        Context own = Trace.ofConnection(context, connection.id());
        Conversation conversation = new Conversation(connection, this, places, own);
        wire.onDrain(() -> context.runOnContext(tick -> conversation.drained()));
        if (!room) hub.close(connection, CloseCode.TOO_FAST);
        return conversation;
    }

    /** @param code what the socket ended with */
    void gone(Connection connection, String code) {
        strangers.left(connection);
        hub.gone(connection, code);
    }

    /** The first token lets in; a later one keeps in, when it is the same person's. */
    Future<Void> authenticate(Connection connection, String token, Places places) {
        if (connection.isAuthenticated()) return keepIn(connection, token);
        connection.entering(true);
        return turnstile.pass(() -> letIn(connection, token, places)).onComplete(done -> connection.entering(false));
    }

    /** Whoever cannot be asked about comes back and is asked about again; who renews a token is known, and stays. */
    private Future<Void> letIn(Connection connection, String token, Places places) {
        if (connection.isClosed()) return Future.succeededFuture();
        return authenticator
                .authenticate(token)
                .compose(identity -> enter(connection, identity, places))
                .compose(in -> stillGood(connection, token))
                .recover(failure -> turnAway(connection, failure))
                .recover(failure -> breakOff(connection, failure));
    }

    private Future<Void> keepIn(Connection connection, String token) {
        return authenticator
                .authenticate(token)
                .compose(identity -> renew(connection, identity))
                .compose(in -> stillGood(connection, token))
                .recover(failure -> turnAway(connection, failure));
    }

    /** Asked again, and of the database, once the own log is followed: a session that ended before would end unheard. */
    private Future<Void> stillGood(Connection connection, String token) {
        return connection.isClosed()
                ? Future.succeededFuture()
                : authenticator.confirm(token).mapEmpty();
    }

    private Future<Void> turnAway(Connection connection, Throwable failure) {
        if (failure instanceof Problem problem && problem.code().equals("unauthorized")) {
            hub.close(connection, CloseCode.UNAUTHORIZED);
            return Future.succeededFuture();
        }
        return Future.failedFuture(failure);
    }

    private Future<Void> renew(Connection connection, Identity identity) {
        if (!identity.actor().id().equals(connection.actor().id())) {
            return Future.failedFuture(Problem.unauthorized("This token is somebody else's."));
        }
        connection.is(identity);
        hub.outbound().send(connection, new Authenticated(identity.expiresAt()));
        return Future.succeededFuture();
    }

    private Future<Void> enter(Connection connection, Identity identity, Places places) {
        // A late answer may have counted the socket all the same.
        Future<Entry> answer = bus.ask(Gate.ENTER, identity.actor().id())
                .onFailure(late -> bus.tell(Gate.LEFT, identity.actor().id()));
        return answer.compose(entry -> {
            if (entry == Entry.WELCOME) return welcome(connection, identity, places);
            hub.close(connection, entry == Entry.TOO_MANY ? CloseCode.TOO_MANY_CONNECTIONS : CloseCode.TOO_FAST);
            return Future.succeededFuture();
        });
    }

    private Future<Void> welcome(Connection connection, Identity identity, Places places) {
        if (connection.isClosed()) {
            bus.tell(Gate.LEFT, identity.actor().id());
            return Future.succeededFuture();
        }
        connection.is(identity);
        strangers.left(connection);
        hub.meters().welcomed();
        hub.outbound().send(connection, new Welcome(greeting(connection, identity)));
        return subscriber
                .subscribe(connection, connection.ownLog(), places.ownSince(), null)
                .compose(done -> subscribe(connection, places.workspace(), places.since()))
                .recover(failure -> breakOff(connection, failure));
    }

    /** Nobody would ask again for what the address asked for: a socket that is not served must not look well. */
    private Future<Void> breakOff(Connection connection, Throwable failure) {
        if (failure instanceof Problem problem && problem.status() < 500) return Future.failedFuture(failure);
        hub.close(connection, CloseCode.RESTART);
        return Future.succeededFuture();
    }

    private Greeting greeting(Connection connection, Identity identity) {
        Actor actor = identity.actor();
        return new Greeting(
                connection.id(),
                new User(actor.id(), actor.name()),
                settings.live().heartbeatSeconds(),
                Instant.now(),
                identity.expiresAt());
    }

    private Future<Void> subscribe(Connection connection, @Nullable Log workspace, @Nullable Position since) {
        if (workspace == null) return Future.succeededFuture();
        return subscriber.subscribe(connection, workspace, since, null).recover(failure -> {
            if (!(failure instanceof Problem problem) || problem.status() != 404) return Future.failedFuture(failure);
            hub.close(connection, CloseCode.UNKNOWN);
            return Future.succeededFuture();
        });
    }
}
