package io.tandem.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.tandem.tasks.TaskAddresses;
import io.tandem.tasks.TaskAddresses.Sight;
import io.tandem.workspaces.Capability;
import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What clients say of themselves in passing: nobody waits for an answer, and too much of it is passed over. */
final class Signals {

    private static final Set<String> TYPES = Set.of("viewing", "typing");

    private final Bus bus;
    private final PresenceDelivery presences;
    private final Rates rates;

    /** @param perMinuteMax of a person's connections on this event loop */
    Signals(Bus bus, PresenceDelivery presences, int perMinuteMax) {
        this.bus = bus;
        this.presences = presences;
        rates = new Rates(perMinuteMax);
    }

    boolean has(String type) {
        return TYPES.contains(type);
    }

    void sweep(long now) {
        rates.sweep(now);
    }

    Future<Void> hear(Connection connection, ClientMessage message) {
        if (!rates.count(connection.actor().id(), System.currentTimeMillis()).isOk()) return Future.succeededFuture();
        return message.type().equals("viewing") ? viewing(connection, message) : typing(connection, message);
    }

    /** The right is asked for once; who shows the same task again is believed. */
    private Future<Void> viewing(Connection connection, ClientMessage message) {
        UUID taskId = view(message).taskId();
        Supplier<Subscription> subscription = () -> subscription(connection, message);
        if (taskId == null || subscription.get().attention().isOn(taskId)) {
            presences.views(subscription.get(), taskId);
            return Future.succeededFuture();
        }
        UUID workspaceId = subscription.get().log().id();
        return bus.ask(TaskAddresses.SEES, new Sight(connection.actor().id(), workspaceId, taskId))
                .map(sees -> {
                    presences.views(subscription.get(), taskId);
                    return null;
                });
    }

    private static ViewTask view(ClientMessage message) {
        if (!message.data().has("task_id")) throw Problem.invalid("/task_id", "This is needed.");
        return Json.bind(message.data(), ViewTask.class);
    }

    private Future<Void> typing(Connection connection, ClientMessage message) {
        TypeIn type = Json.bind(message.data(), TypeIn.class);
        Subscription subscription = subscription(connection, message);
        if (!subscription.attention().isOn(type.taskId())) throw Problem.notFound("task");
        Role role = subscription.role();
        if (role == null || !role.may(Capability.WRITE_TASKS)) throw Problem.forbidden("Who only views does not type.");
        presences.types(subscription, type.field(), type.active());
        return Future.succeededFuture();
    }

    /** Fails with {@code not_found} where the socket does not follow this workspace. */
    private static Subscription subscription(Connection connection, ClientMessage message) {
        UUID workspaceId = message.workspaceId();
        if (workspaceId == null) throw Problem.invalid("/workspace_id", "There is nobody but you.");
        Subscription subscription = connection.subscriptions().get(Log.ofWorkspace(workspaceId));
        if (subscription == null || !subscription.mayHear()) throw Problem.notFound("workspace");
        return subscription;
    }

    /** Whoever says something is there, unless they say that they are not; a beat of the heart alone says nothing. */
    void heard(Connection connection, ClientMessage message) {
        switch (message.type()) {
            case "auth" -> {}
            case "heartbeat" -> {
                JsonNode active = message.fields().path("active");
                if (!active.isMissingNode() && !active.isBoolean())
                    throw Problem.invalid("/active", "This must be true or false.");
                if (active.isBoolean()) presences.active(connection, active.booleanValue());
            }
            default -> presences.active(connection, true);
        }
    }
}
