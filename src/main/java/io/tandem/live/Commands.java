package io.tandem.live;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.activity.ActivityAddresses;
import io.tandem.journal.Written;
import io.tandem.notifications.NotificationAddresses;
import io.tandem.platform.Actor;
import io.tandem.platform.Address;
import io.tandem.platform.Bus;
import io.tandem.platform.Call;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.tandem.presence.PresenceAddresses;
import io.tandem.tasks.TaskAddresses;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/** The live door to the commands: a message type is a command record and the address it goes to, the same as over REST. */
final class Commands {

    private static final String CREATE = "task.create";

    private static final Map<String, Address<?, ? extends Written<?>>> ADDRESSES = Map.ofEntries(
            entry(CREATE, TaskAddresses.CREATE),
            entry("task.update", TaskAddresses.UPDATE),
            entry("task.move", TaskAddresses.MOVE),
            entry("task.assign", TaskAddresses.ASSIGN),
            entry("task.complete", TaskAddresses.COMPLETE),
            entry("task.reopen", TaskAddresses.REOPEN),
            entry("task.delete", TaskAddresses.DELETE),
            entry("notification.read", NotificationAddresses.READ),
            entry("notification.read_all", NotificationAddresses.READ_ALL),
            entry("comment.create", TaskAddresses.CREATE_COMMENT),
            entry("comment.update", TaskAddresses.UPDATE_COMMENT),
            entry("comment.delete", TaskAddresses.DELETE_COMMENT),
            entry("workspace.seen", ActivityAddresses.MARK_SEEN),
            entry("status", PresenceAddresses.SET_STATUS));

    private final Bus bus;

    Commands(Bus bus) {
        this.bus = bus;
    }

    static Set<String> types() {
        return ADDRESSES.keySet();
    }

    boolean has(String type) {
        return ADDRESSES.containsKey(type);
    }

    Future<Written<?>> run(Actor actor, ClientMessage message) {
        Address<?, ? extends Written<?>> address = ADDRESSES.get(message.type());
        if (address == null) return Future.failedFuture(Problem.malformed("There is no message of this type."));
        try {
            return send(address, actor, message);
        } catch (Problem misfit) {
            return Future.failedFuture(misfit);
        }
    }

    private <C> Future<Written<?>> send(Address<C, ? extends Written<?>> address, Actor actor, ClientMessage message) {
        C command = Json.bind(fields(message), address.takes());
        return bus.call(address, new Call<>(actor, message.operationId(), command))
                .map(written -> written);
    }

    /** Only a new task needs to be told where it belongs; every other command names its task. */
    private static ObjectNode fields(ClientMessage message) {
        ObjectNode fields = message.data();
        if (message.type().equals(CREATE) && message.fields().hasNonNull("workspace_id")) {
            fields.set("workspace_id", message.fields().get("workspace_id"));
        }
        return fields;
    }
}
