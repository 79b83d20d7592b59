package io.tandem.workspaces;

import io.tandem.journal.Change;
import io.tandem.journal.Delta;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Cursor;
import io.tandem.platform.Failures;
import io.tandem.platform.Ids;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Workspaces themselves: from their creation to their end. */
public final class Workspaces {

    private final Pool pool;
    private final Journal journal;
    private final Arrivals arrivals;
    private final Settings.Limits limits;

    Workspaces(Pool pool, Journal journal, Arrivals arrivals, Settings.Limits limits) {
        this.pool = pool;
        this.journal = journal;
        this.arrivals = arrivals;
        this.limits = limits;
    }

    /** All workspaces somebody is a member of, as they see them. */
    public static Future<List<Workspace>> listFor(SqlClient sql, UUID userId) {
        return WorkspaceStore.all(sql, userId);
    }

    Future<Page<Workspace>> list(Call<ListWorkspaces> call) {
        int limit = call.command().limit();
        Cursor cursor = Cursor.parse(call.command().cursor());
        UUID after = cursor == null ? null : cursor.id(0);
        return WorkspaceStore.page(pool, call.actor().id(), after, limit + 1)
                .map(found -> Page.of(found, limit, workspace -> Cursor.of(workspace.id())));
    }

    Future<Workspace> read(Call<ReadWorkspace> call) {
        return WorkspaceStore.read(
                pool, call.command().workspaceId(), call.actor().id());
    }

    Future<Written<Workspace>> create(Call<CreateWorkspace> call) {
        return journal.write(call, Workspace.class, tx -> {
            Workspace workspace = created(tx, call.command());
            return MemberStore.lockPerson(tx.sql(), tx.actor().id())
                    .compose(locked -> checkLimit(tx, limits.workspacesPerUser()))
                    .compose(fits -> insert(tx, workspace))
                    .compose(done ->
                            arrivals.memberCame(tx, workspace.id(), tx.actor().id()))
                    .map(more -> Change.of(
                                    workspace, Draft.of(log(workspace), "workspace.created", workspace.withoutRole()))
                            .andThen(joined(tx.actor().id(), workspace, Role.OWNER))
                            .andThen(more));
        });
    }

    private static Workspace created(Transaction tx, CreateWorkspace command) {
        return new Workspace(
                Objects.requireNonNullElseGet(command.id(), Ids::next),
                command.name(),
                command.description(),
                command.settings(),
                Role.OWNER,
                tx.actor().id(),
                tx.now(),
                tx.now(),
                1,
                1);
    }

    /** Needs the person's lock, else two at once both count one too few. */
    static Future<Void> checkLimit(Transaction tx, int max) {
        return MemberStore.countOf(tx.sql(), tx.actor().id()).map(count -> {
            if (count >= max) throw Problem.limitReached("You are in " + max + " workspaces, which is the limit.");
            return null;
        });
    }

    private static Future<Void> insert(Transaction tx, Workspace workspace) {
        return WorkspaceStore.insert(tx.sql(), workspace)
                .compose(done -> Journal.open(tx.sql(), log(workspace)))
                .recover(failure -> Future.failedFuture(asTaken(failure)))
                .compose(done ->
                        MemberStore.insert(tx.sql(), workspace.id(), tx.actor().id(), Role.OWNER, tx.now()))
                .compose(done -> ColumnStore.insert(tx.sql(), workspace.id(), ColumnOrder.first()));
    }

    /** The log outlives a deleted workspace, and a person's log has an id too: neither may be had again. */
    private static Throwable asTaken(Throwable failure) {
        boolean taken = Failures.violates(failure, "workspaces_workspace_pkey")
                || Failures.violates(failure, "journal_head_pkey");
        return taken ? Problem.idTaken() : failure;
    }

    /** What somebody hears who is in a workspace now. */
    static Draft joined(UUID userId, Workspace workspace, Role role) {
        return Draft.of(Log.ofPerson(userId), "workspace.joined", new JoinedEvent(workspace.withoutRole(), role));
    }

    /** The data of {@code workspace.joined}. */
    record JoinedEvent(Workspace workspace, Role role) {}

    /** What somebody hears who is no longer in a workspace. */
    static Draft left(UUID userId, UUID workspaceId, String reason) {
        return Draft.of(Log.ofPerson(userId), "workspace.left", new LeftEvent(workspaceId, reason));
    }

    /** The data of {@code workspace.left}; the reason is {@code left}, {@code removed} or {@code deleted}. */
    record LeftEvent(UUID workspaceId, String reason) {}

    private static Log log(Workspace workspace) {
        return Log.ofWorkspace(workspace.id());
    }

    Future<Written<Workspace>> replace(Call<ReplaceWorkspace> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, Workspace.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.CHANGE_WORKSPACE))
                .compose(role -> WorkspaceStore.read(tx.sql(), id, tx.actor().id()))
                .compose(before -> replace(tx, before, call.command())));
    }

    private static Future<Change<Workspace>> replace(Transaction tx, Workspace before, ReplaceWorkspace command) {
        Workspace after = before.replaced(command, tx.now());
        Map<String, Delta> deltas = deltas(before, after);
        if (deltas.isEmpty()) return Future.succeededFuture(Change.nothing(before, log(before)));
        Draft updated = new Draft(log(after), "workspace.updated", after.withoutRole(), deltas);
        return WorkspaceStore.update(tx.sql(), after).map(done -> Change.of(after, updated));
    }

    private static Map<String, Delta> deltas(Workspace before, Workspace after) {
        Map<String, Delta> deltas = new LinkedHashMap<>();
        put(deltas, "name", before.name(), after.name());
        put(deltas, "description", before.description(), after.description());
        put(deltas, "settings", before.settings(), after.settings());
        return deltas;
    }

    private static void put(Map<String, Delta> deltas, String field, Object from, Object to) {
        if (!from.equals(to)) deltas.put(field, new Delta(from, to));
    }

    /**
     * The first lock keeps others from coming in. The members' locks come before the workspace's row goes: whoever works
     * in it holds their membership until their task, which refers to that row, is committed.
     */
    Future<Written<Gone>> delete(Call<DeleteWorkspace> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, Gone.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.DELETE_WORKSPACE))
                .compose(role -> MemberStore.lockAll(tx.sql(), id))
                .compose(locked -> MemberStore.all(tx.sql(), id))
                .compose(members -> WorkspaceStore.delete(tx.sql(), id).map(done -> deleted(id, members))));
    }

    private static Change<Gone> deleted(UUID id, List<Member> members) {
        Gone gone = new Gone(id);
        return Change.of(gone, Draft.of(Log.ofWorkspace(id), "workspace.deleted", gone))
                .andThen(members.stream()
                        .map(member -> left(member.userId(), id, "deleted"))
                        .toList());
    }
}
