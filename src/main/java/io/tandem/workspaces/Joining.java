package io.tandem.workspaces;

import io.tandem.accounts.Emails;
import io.tandem.accounts.User;
import io.tandem.accounts.Users;
import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.workspaces.InviteStore.Found;
import io.vertx.core.Future;
import java.util.UUID;

/** Coming in by an invite. */
final class Joining {

    private final Journal journal;
    private final Arrivals arrivals;
    private final Settings.Limits limits;

    Joining(Journal journal, Arrivals arrivals, Settings.Limits limits) {
        this.journal = journal;
        this.arrivals = arrivals;
        this.limits = limits;
    }

    /** Who is a member already keeps their role and uses nothing: a lost answer costs no use of a one-use link. */
    Future<Written<Joined>> join(Call<JoinWorkspace> call) {
        return journal.write(call, Joined.class, tx -> MemberStore.lockPerson(
                        tx.sql(), tx.actor().id())
                .compose(locked -> Invites.find(tx.sql(), call.command().inviteToken()))
                .compose(found -> WorkspaceStore.lock(tx.sql(), found.workspaceId())
                        .compose(locked -> MemberStore.find(
                                tx.sql(), found.workspaceId(), tx.actor().id()))
                        .compose(member -> member == null ? enter(tx, found) : stay(found.workspaceId(), member))));
    }

    private static Future<Change<Joined>> stay(UUID workspaceId, Member member) {
        return Future.succeededFuture(
                Change.nothing(new Joined(workspaceId, member.role()), Log.ofWorkspace(workspaceId)));
    }

    private Future<Change<Joined>> enter(Transaction tx, Found found) {
        UUID workspaceId = found.workspaceId();
        Invites.checkGood(found, tx.now());
        return Users.read(tx.sql(), tx.actor().id())
                .compose(user -> {
                    checkAddress(found.invite(), user);
                    return checkRoom(tx, workspaceId);
                })
                .compose(fits -> InviteStore.use(tx.sql(), found.invite().id(), tx.now()))
                .compose(invite ->
                        invite == null ? Future.failedFuture(Invites.usedUp()) : enter(tx, workspaceId, invite));
    }

    /** Does not say for whom it is: whoever found the link need not know. */
    private static void checkAddress(Invite invite, User user) {
        String domain = invite.emailDomain();
        String email = invite.email();
        if (domain != null && !EmailDomain.covers(domain, user.email()))
            throw wrongEmail("This invite is for e-mail addresses of another domain.");
        if (email != null && !Emails.isSame(email, user.email()))
            throw wrongEmail("This invite is for somebody with another e-mail address.");
    }

    private static Problem wrongEmail(String detail) {
        return Problem.of(403, "invite_wrong_email", detail);
    }

    private Future<Void> checkRoom(Transaction tx, UUID workspaceId) {
        return Workspaces.checkLimit(tx, limits.workspacesPerUser())
                .compose(fits -> MemberStore.count(tx.sql(), workspaceId))
                .map(count -> {
                    int max = limits.membersPerWorkspace();
                    if (count >= max) throw Problem.limitReached("A workspace has " + max + " members at most.");
                    return null;
                });
    }

    private Future<Change<Joined>> enter(Transaction tx, UUID workspaceId, Invite invite) {
        UUID userId = tx.actor().id();
        return MemberStore.insert(tx.sql(), workspaceId, userId, invite.role(), tx.now())
                .compose(done -> MemberStore.read(tx.sql(), workspaceId, userId))
                .compose(member -> WorkspaceStore.read(tx.sql(), workspaceId, userId)
                        .map(workspace -> joined(workspace, member, invite)))
                .compose(change -> arrivals.memberCame(tx, workspaceId, userId).map(change::andThen));
    }

    private static Change<Joined> joined(Workspace workspace, Member member, Invite invite) {
        Draft event = Draft.of(Log.ofWorkspace(workspace.id()), "member.joined", member);
        return Change.of(new Joined(workspace.id(), member.role()), event)
                .andThen(Invites.told(workspace.id(), "invite.used", invite))
                .andThen(Workspaces.joined(member.userId(), workspace, member.role()));
    }
}
