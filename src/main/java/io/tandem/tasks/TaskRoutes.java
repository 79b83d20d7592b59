package io.tandem.tasks;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks and labels over HTTP. */
public final class TaskRoutes implements Routes {

    @Override
    public void mount(Api api) {
        api.on("listTasks", TaskAddresses.LIST, TaskRoutes::listTasks, Reply::ok);
        api.on(
                "createTask",
                TaskAddresses.CREATE,
                r -> r.command(CreateTask.class),
                task -> Reply.created(task.answer()));
        api.on("getTask", TaskAddresses.GET, r -> new GetTask(r.pathId("id")), Reply::ok);
        api.on("changeTask", TaskAddresses.UPDATE, r -> ofTask(r, UpdateTask.class), task -> Reply.ok(task.answer()));
        api.on("deleteTask", TaskAddresses.DELETE, r -> ofTask(r, DeleteTask.class), gone -> Reply.noContent());
        api.on("assignTask", TaskAddresses.ASSIGN, r -> ofTask(r, AssignTask.class), task -> Reply.ok(task.answer()));
        api.on("moveTask", TaskAddresses.MOVE, r -> ofTask(r, MoveTask.class), task -> Reply.ok(task.answer()));
        api.on(
                "completeTask",
                TaskAddresses.COMPLETE,
                r -> ofTask(r, CompleteTask.class),
                task -> Reply.ok(task.answer()));
        api.on("reopenTask", TaskAddresses.REOPEN, r -> ofTask(r, ReopenTask.class), task -> Reply.ok(task.answer()));
        api.on(
                "createLabel",
                TaskAddresses.CREATE_LABEL,
                r -> r.command(CreateLabel.class, "id", "workspace_id"),
                label -> Reply.created(label.answer()));
        api.on(
                "changeLabel",
                TaskAddresses.UPDATE_LABEL,
                r -> ofLabel(r, UpdateLabel.class),
                label -> Reply.ok(label.answer()));
        api.on(
                "deleteLabel",
                TaskAddresses.DELETE_LABEL,
                r -> ofLabel(r, DeleteLabel.class),
                gone -> Reply.noContent());
    }

    private static <C> C ofTask(Request request, Class<C> command) {
        return request.command(command, "id", "task_id");
    }

    private static <C> C ofLabel(Request request, Class<C> command) {
        return request.command(command, "id", "workspace_id", "label_id", "label_id");
    }

    private static ListTasks listTasks(Request request) {
        return new ListTasks(
                query(request, "workspace_id", UUID::fromString),
                query(
                        request,
                        "assigned_to",
                        text -> text.equals("me") ? request.actor().id() : UUID.fromString(text)),
                query(request, "column_id", UUID::fromString),
                query(request, "label", UUID::fromString),
                query(request, "due_before", TaskRoutes::time),
                query(request, "due_after", TaskRoutes::time),
                query(request, "completed", Boolean::valueOf),
                request.query("q"),
                limit(request),
                request.query("cursor"));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static int limit(Request request) {
        Integer limit = query(request, "limit", Integer::valueOf);
        return limit == null ? ListTasks.LIMIT_DEFAULT : limit;
    }

    private static <T> @Nullable T query(Request request, String name, Function<String, T> parse) {
        String text = request.query(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw Problem.invalid("/" + name, "This value does not fit here.");
        }
    }
}
