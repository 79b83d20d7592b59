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
import io.tandem.platform.Page;
import io.tandem.workspaces.Whereabouts.Whereabout;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Who works in a workspace, and as what. */
final class Members {

    private final Pool pool;
    private final Journal journal;
    private final Departures departures;
    private final Whereabouts whereabouts;

    Members(Pool pool, Journal journal, Departures departures, Whereabouts whereabouts) {
        this.pool = pool;
        this.journal = journal;
        this.departures = departures;
        this.whereabouts = whereabouts;
    }

    Future<Page<ListedMember>> list(Call<ListMembers> call) {
        ListMembers command = call.command();
        Cursor cursor = Cursor.parse(command.cursor());
        return Access.toRead(pool, command.workspaceId(), call.actor().id())
                .compose(role -> MemberStore.page(pool, command.workspaceId(), cursor, command.limit() + 1))
                .map(found -> Page.of(found, command.limit(), member -> Cursor.of(member.joinedAt(), member.userId())))
                .compose(page -> located(command.workspaceId(), page));
    }

    /** Who is where is a courtesy: the list is there without it. */
    private Future<Page<ListedMember>> located(UUID workspaceId, Page<Member> page) {
        List<UUID> users = page.items().stream().map(Member::userId).toList();
        return whereabouts
                .of(workspaceId, users)
                .otherwise(Map.of())
                .map(found -> new Page<>(
                        page.items().stream()
                                .map(member -> ListedMember.of(
                                        member, found.getOrDefault(member.userId(), Whereabout.UNKNOWN)))
                                .toList(),
                        page.nextCursor()));
    }

    Future<Written<Member>> changeRole(Call<ChangeMember> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, Member.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.CHANGE_MEMBERS))
                .compose(acting -> MemberStore.lock(tx.sql(), id, call.command().userId())
                        .compose(member -> changeRole(
                                tx, id, acting, member, call.command().role()))));
    }

    private Future<Change<Member>> changeRole(Transaction tx, UUID id, Role acting, Member member, Role wanted) {
        MemberRules.checkChange(acting, member.role(), wanted);
        if (member.role() == wanted) return Future.succeededFuture(Change.nothing(member, Log.ofWorkspace(id)));
        Member changed = member.withRole(wanted);
        return MemberStore.setRole(tx.sql(), id, member.userId(), wanted)
                .compose(done -> wanted.may(Capability.INVITE)
                        ? Future.succeededFuture(List.<Draft>of())
                        : revokeInvites(tx, id, member.userId()))
                .map(revoked -> Change.of(changed, updated(id, member, changed))
                        .after(revoked)
                        .andThen(roleChanged(id, changed)));
    }

    private static Draft updated(UUID workspaceId, Member before, Member after) {
        return new Draft(
                Log.ofWorkspace(workspaceId),
                "member.updated",
                after,
                Map.of("role", new Delta(before.role(), after.role())));
    }

    private static Draft roleChanged(UUID workspaceId, Member member) {
        return Draft.of(
                Log.ofPerson(member.userId()), "workspace.role_changed", new Joined(workspaceId, member.role()));
    }

    /** The links of somebody who may not invite any more let nobody in, least of all themselves. */
    private static Future<List<Draft>> revokeInvites(Transaction tx, UUID workspaceId, UUID userId) {
        return InviteStore.revokeOf(tx.sql(), workspaceId, userId, tx.now()).map(invites -> invites.stream()
                .map(invite -> Invites.told(workspaceId, "invite.revoked", invite))
                .toList());
    }

    Future<Written<MemberGone>> remove(Call<RemoveMember> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, MemberGone.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.CHANGE_MEMBERS))
                .compose(acting -> MemberStore.lock(tx.sql(), id, call.command().userId())
                        .map(member -> {
                            MemberRules.checkRemoval(acting, member.role());
                            return member;
                        }))
                .compose(member -> go(tx, id, member.userId(), "removed")));
    }

    Future<Written<MemberGone>> leave(Call<LeaveWorkspace> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, MemberGone.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.READ))
                .compose(role -> {
                    MemberRules.checkLeaving(role);
                    return go(tx, id, tx.actor().id(), "left");
                }));
    }

    /** @param reason {@code left} or {@code removed}: the event's name and what the person hears */
    private Future<Change<MemberGone>> go(Transaction tx, UUID workspaceId, UUID userId, String reason) {
        MemberGone gone = new MemberGone(userId);
        Draft event = Draft.of(Log.ofWorkspace(workspaceId), "member." + reason, gone);
        return departures.memberGoes(tx, workspaceId, userId).compose(unassigned -> revokeInvites(
                        tx, workspaceId, userId)
                .compose(revoked -> MemberStore.delete(tx.sql(), workspaceId, userId)
                        .map(done -> Change.of(gone, event)
                                .after(Stream.concat(unassigned.stream(), revoked.stream())
                                        .toList())
                                .andThen(Workspaces.left(userId, workspaceId, reason)))));
    }

    Future<Written<Workspace>> transfer(Call<TransferWorkspace> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, Workspace.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.TRANSFER))
                .compose(role -> MemberStore.lock(tx.sql(), id, call.command().userId()))
                .compose(heir -> transfer(tx, id, heir)));
    }

    private static Future<Change<Workspace>> transfer(Transaction tx, UUID id, Member heir) {
        if (heir.role() == Role.OWNER) {
            return WorkspaceStore.read(tx.sql(), id, tx.actor().id())
                    .map(workspace -> Change.nothing(workspace, Log.ofWorkspace(id)));
        }
        return MemberStore.lock(tx.sql(), id, tx.actor().id())
                .compose(owner -> MemberStore.setRole(tx.sql(), id, owner.userId(), Role.ADMIN)
                        .compose(done -> MemberStore.setRole(tx.sql(), id, heir.userId(), Role.OWNER))
                        .compose(done -> WorkspaceStore.read(tx.sql(), id, owner.userId()))
                        .map(workspace -> transferred(workspace, owner, heir)));
    }

    private static Change<Workspace> transferred(Workspace workspace, Member owner, Member heir) {
        Member after = owner.withRole(Role.ADMIN);
        Member newOwner = heir.withRole(Role.OWNER);
        List<Draft> more = new ArrayList<>();
        more.add(updated(workspace.id(), owner, after));
        more.add(roleChanged(workspace.id(), newOwner));
        more.add(roleChanged(workspace.id(), after));
        return Change.of(workspace, updated(workspace.id(), heir, newOwner)).andThen(more);
    }
}
