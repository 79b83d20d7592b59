package io.tandem.tasks;

import io.tandem.accounts.Keys;
import io.tandem.accounts.Secrets;
import io.tandem.activity.SeenArrivals;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.platform.Actor;
import io.tandem.platform.Bus;
import io.tandem.platform.Configuration;
import io.tandem.platform.Database;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.platform.Meters;
import io.tandem.platform.Settings;
import io.tandem.testing.TestDatabase;
import io.tandem.workspaces.WorkspaceAddresses;
import io.tandem.workspaces.WorkspacesVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Tasks and workspaces on a real database, asked over the bus as the sockets do: Ada owns the workspace, Grace and Linus are
 * members, Alan only views, Mallory is not there.
 */
final class Office implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Bus bus;

    final Worker ada;
    final Worker grace;
    final Worker linus;
    final Worker alan;
    final Worker mallory;
    final UUID workspace;
    final UUID toDo;
    final UUID inProgress;
    final UUID done;

    Office(TestDatabase database) {
        this(database, Map.of());
    }

    Office(TestDatabase database, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TANDEM_DATABASE_POOL_SIZE", "24");
        Settings settings = await(Configuration.load(vertx, Optional.empty(), all));
        Bus.prepare(vertx);
        pool = Database.pool(vertx, database.uri(), settings.database());
        bus = new Bus(vertx, 30, new Meters());
        Journal journal = new Journal(pool, bus);
        Secrets secrets = new Secrets(await(Keys.load(pool, settings.auth())));
        DeploymentOptions twice = new DeploymentOptions().setInstances(2);
        await(vertx.deployVerticle(() -> new TasksVerticle(pool, bus, journal, settings), twice));
        // As in two instances: what each of them gathers meets what the other does.
        await(vertx.deployVerticle(() -> new TaskCreatesVerticle(bus, journal, settings), twice));
        await(vertx.deployVerticle(new WorkspacesVerticle(
                pool,
                bus,
                journal,
                settings,
                secrets,
                new TaskDepartures(),
                new SeenArrivals(),
                (id, users) -> Future.succeededFuture(Map.of()))));
        ada = person("Ada");
        grace = person("Grace");
        linus = person("Linus");
        alan = person("Alan");
        mallory = person("Mallory");
        workspace = workspaceOf(ada);
        join(workspace, grace, "member");
        join(workspace, linus, "member");
        join(workspace, alan, "viewer");
        List<UUID> columns = columns(workspace);
        toDo = columns.get(0);
        inProgress = columns.get(1);
        done = columns.get(2);
    }

    UUID workspaceOf(Worker owner) {
        return owner.writes(WorkspaceAddresses.CREATE, Map.of("name", "Office")).id();
    }

    List<UUID> columns(UUID workspaceId) {
        List<UUID> ids = new ArrayList<>();
        for (Row row : rows("SELECT id FROM workspaces_column WHERE workspace_id = $1 ORDER BY rank", workspaceId)) {
            ids.add(row.getUUID("id"));
        }
        return ids;
    }

    private Worker person(String name) {
        UUID id = Ids.next();
        rows(
                "INSERT INTO accounts_user (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, '', now())",
                id,
                name + "-" + id + "@example.org",
                name);
        await(pool.withTransaction(sql -> Journal.open(sql, Log.ofPerson(id))));
        return new Worker(bus, new Actor(id, name, Ids.next()));
    }

    /** Somebody new in the workspace. */
    Worker joined(String name, String role) {
        Worker person = person(name);
        join(workspace, person, role);
        return person;
    }

    private void join(UUID workspaceId, Worker person, String role) {
        rows(
                "INSERT INTO workspaces_member (workspace_id, user_id, role, joined_at)"
                        + " VALUES ($1, $2, $3::text::workspaces_role, now())",
                workspaceId,
                person.id(),
                role);
    }

    Iterable<Row> rows(String sql, Object... values) {
        return await(pool.preparedQuery(sql).execute(Tuple.from(values)));
    }

    /** What the journal holds of a log after a position, each as {@code type}. */
    List<String> eventTypes(UUID logId, long after) {
        List<String> types = new ArrayList<>();
        for (Row row :
                rows("SELECT type FROM journal_event WHERE log_id = $1 AND seq > $2 ORDER BY seq", logId, after)) {
            types.add(row.getString("type"));
        }
        return types;
    }

    /** The tasks of the log's events that created one, in their order. */
    List<UUID> created(UUID logId) {
        List<UUID> ids = new ArrayList<>();
        String sql = "SELECT subject_id FROM journal_event WHERE log_id = $1 AND type = 'task.created' ORDER BY seq";
        for (Row row : rows(sql, logId)) ids.add(row.getUUID("subject_id"));
        return ids;
    }

    long head(UUID logId) {
        return rows("SELECT seq FROM journal_head WHERE log_id = $1", logId)
                .iterator()
                .next()
                .getLong("seq");
    }

    /** The newest event's {@code changes}. */
    com.fasterxml.jackson.databind.JsonNode changes(UUID logId) {
        String sql = "SELECT changes::text AS changes FROM journal_event WHERE log_id = $1 ORDER BY seq DESC LIMIT 1";
        return Json.parse(rows(sql, logId).iterator().next().getString("changes"));
    }

    List<Task> tasks(UUID workspaceId) {
        return await(pool.withConnection(sql -> TaskReads.tasksOf(sql, Log.ofWorkspace(workspaceId))));
    }

    List<Label> labels(UUID workspaceId) {
        return await(pool.withConnection(sql -> TaskReads.labelsOf(sql, workspaceId)));
    }

    /** The tasks of a column, in their order. */
    List<UUID> column(UUID columnId) {
        return tasks(workspace).stream()
                .filter(task -> columnId.equals(task.columnId()))
                .map(Task::id)
                .toList();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    @Override
    public void close() {
        await(pool.close());
        await(vertx.close());
    }
}
