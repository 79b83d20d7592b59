package io.tandem.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event bus with types. Messages are immutable records handed over as they are; what shall leave the process is an
 * {@link Announcement}.
 * Every handler runs through {@link #serve}: whatever goes wrong in it becomes an answer at once, not a timeout.
 */
public final class Bus {

    /** What is to be told in the other instances too, as {@link Abroad}. */
    public static final String ABROAD = "bus.abroad";

    /**
     * @param message JSON
     * @param workspaceId only where somebody follows this workspace; null: everywhere
     */
    public record Abroad(
            String address, String message, @Nullable UUID workspaceId) {}

    private static final Logger log = LoggerFactory.getLogger(Bus.class);

    private final EventBus bus;
    private final Meters meters;
    private final DeliveryOptions request;
    private final int requestSeconds;

    public Bus(Vertx vertx, int requestSeconds, Meters meters) {
        bus = vertx.eventBus();
        this.meters = meters;
        this.requestSeconds = requestSeconds;
        request = options(Trace.NONE);
    }

    private DeliveryOptions options(Trace trace) {
        DeliveryOptions options = LocalCodec.options().setSendTimeout(requestSeconds * 1000L);
        trace.writeTo(options);
        return options;
    }

    /** Makes the bus carry records. Once per {@link Vertx}, before anything is sent. */
    public static void prepare(Vertx vertx) {
        vertx.eventBus().registerCodec(LocalCodec.INSTANCE);
        vertx.eventBus().codecSelector(body -> LocalCodec.NAME);
    }

    /** Sends a command and brings back its answer; fails with a {@link Problem}. */
    public <C, R> Future<R> call(Address<C, R> address, Call<C> call) {
        return ask(address.name(), call);
    }

    /** Asks for something without an actor: between features of one process. */
    public <Q, R> Future<R> ask(Address<Q, R> address, Q question) {
        return ask(address.name(), (Object) question);
    }

    private <R> Future<R> ask(String name, Object body) {
        Trace trace = Trace.current();
        DeliveryOptions options = trace.isNone() ? request : options(trace);
        return bus.<R>request(name, body, options).map(Message::body).recover(this::asProblem);
    }

    private <R> Future<R> asProblem(Throwable failure) {
        if (failure instanceof Problem) return Future.failedFuture(failure);
        log.error("The bus did not answer", failure);
        return Future.failedFuture(Problem.unavailable());
    }

    public <C, R> void serve(Address<C, R> address, Function<Call<C>, Future<R>> handler) {
        answer(address.name(), handler);
    }

    public <Q, R> void serveQuestions(Address<Q, R> address, Function<Q, Future<R>> handler) {
        answer(address.name(), handler);
    }

    private <Q, R> void answer(String name, Function<Q, Future<R>> handler) {
        Meters.Command meter = meters.command(name);
        bus.<Q>localConsumer(name, message -> {
            long began = System.nanoTime();
            Trace.resume(message.headers());
            run(handler, message.body())
                    .onSuccess(answer -> {
                        message.reply(answer, LocalCodec.options());
                        meter.succeeded(began);
                    })
                    .onFailure(failure -> {
                        Problem problem = problem(name, failure);
                        message.reply(problem, LocalCodec.options());
                        meter.failed(problem, began);
                    });
        });
    }

    private static <Q, R> Future<R> run(Function<Q, Future<R>> handler, Q question) {
        try {
            return handler.apply(question);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private static Problem problem(String address, Throwable failure) {
        @Nullable Problem known = Failures.known(failure);
        if (known != null && known != failure) log.warn("{}: {}", address, failure.toString());
        if (known != null) return known;
        log.error("{} failed", address, failure);
        return Problem.internal();
    }

    /** Tells everybody who listens; nobody answers. */
    public void tell(String address, Object message) {
        bus.publish(address, message, LocalCodec.options());
    }

    /** Tells everybody who listens, in every instance. */
    public <M> void announce(Announcement<M> announcement, M message) {
        tell(announcement.name(), message);
        tell(ABROAD, new Abroad(announcement.name(), Json.encode(message), null));
    }

    /** Tells everybody who listens here, and in the other instances where somebody follows a workspace. */
    public <M> void announce(Announcement<M> announcement, UUID workspaceId, M message) {
        tell(announcement.name(), message);
        announceAbroad(announcement, workspaceId, message);
    }

    /** Tells the other instances where somebody follows a workspace, and nobody here. */
    public <M> void announceAbroad(Announcement<M> announcement, UUID workspaceId, M message) {
        tell(ABROAD, new Abroad(announcement.name(), Json.encode(message), workspaceId));
    }

    public <M> void hear(Announcement<M> announcement, Consumer<M> listener) {
        hear(announcement.name(), listener);
    }

    /** Hears what is told at an address, on the caller's context. */
    public <M> void hear(String address, Consumer<M> listener) {
        bus.<M>localConsumer(address, message -> listener.accept(message.body()));
    }
}
