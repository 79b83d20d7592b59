package io.tandem.workspaces;

import io.tandem.accounts.Secrets;
import io.tandem.journal.Change;
import io.tandem.journal.Draft;
import io.tandem.journal.Journal;
import io.tandem.journal.Log;
import io.tandem.journal.Transaction;
import io.tandem.journal.Written;
import io.tandem.platform.Call;
import io.tandem.platform.Cursor;
import io.tandem.platform.Ids;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.workspaces.InviteStore.Found;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links that let people in. */
final class Invites {

    private static final Duration DAY = Duration.ofDays(1);

    private final Pool pool;
    private final Journal journal;
    private final InviteReads reads;
    private final InviteLetters letters;
    private final Settings.Limits limits;

    Invites(Pool pool, Journal journal, InviteReads reads, InviteLetters letters, Settings.Limits limits) {
        this.pool = pool;
        this.journal = journal;
        this.reads = reads;
        this.letters = letters;
        this.limits = limits;
    }

    Future<Page<Invite>> list(Call<ListInvites> call) {
        ListInvites command = call.command();
        UUID id = command.workspaceId();
        Cursor cursor = Cursor.parse(command.cursor());
        UUID before = cursor == null ? null : cursor.id(0);
        return Access.toRead(pool, id, call.actor().id())
                .compose(role -> {
                    if (!role.may(Capability.INVITE)) throw Problem.forbidden("Only admins see the invites.");
                    return InviteStore.page(pool, id, Instant.now(), before, command.limit() + 1);
                })
                .map(found -> Page.of(found, command.limit(), invite -> Cursor.of(invite.id())));
    }

    /**
     * The token is derived from the invite's id, not kept: the journal's memory of the answer would otherwise hold it in
     * the open, and a repeated command must still get it.
     */
    Future<Written<Invite>> create(Call<CreateInvite> call) {
        return journal.write(call, Invite.class, tx -> create(tx, call.command()))
                .map(written -> new Written<>(
                        written.answer().withToken(reads.token(written.answer().id())),
                        written.log(),
                        written.seq(),
                        written.fresh()));
    }

    private Future<Change<Invite>> create(Transaction tx, CreateInvite command) {
        UUID workspaceId = command.workspaceId();
        Invite invite = created(tx, command);
        return checkPersonal(tx, invite)
                .compose(fits -> WorkspaceStore.lock(tx.sql(), workspaceId))
                .compose(locked ->
                        Access.require(tx.sql(), workspaceId, tx.actor().id(), Capability.INVITE))
                .compose(role -> {
                    MemberRules.checkGrant(role, invite.role());
                    return InviteStore.countGood(tx.sql(), workspaceId, tx.now());
                })
                .compose(count -> {
                    if (count >= limits.invitesPerWorkspace()) throw tooMany();
                    return checkOutside(tx, workspaceId, invite);
                })
                .compose(outside ->
                        InviteStore.insert(tx.sql(), workspaceId, invite, Secrets.hash(reads.token(invite.id()))))
                .compose(done -> letters.put(tx, workspaceId, invite))
                .map(done -> Change.of(invite, told(workspaceId, "invite.created", invite)));
    }

    /** Letters in other people's name are what a sender of spam wants: one person sends so many a day. */
    private Future<Void> checkPersonal(Transaction tx, Invite invite) {
        if (invite.email() == null) return Future.succeededFuture();
        UUID actorId = tx.actor().id();
        return MemberStore.lockPerson(tx.sql(), actorId)
                .compose(locked ->
                        InviteStore.countPersonal(tx.sql(), actorId, tx.now().minus(DAY)))
                .map(count -> {
                    if (count < limits.emailInvitesPerDay()) return null;
                    throw Problem.limitReached("You have invited as many people by e-mail today as is allowed.");
                });
    }

    private static Future<Void> checkOutside(Transaction tx, UUID workspaceId, Invite invite) {
        String email = invite.email();
        if (email == null) return Future.succeededFuture();
        return MemberStore.hasEmail(tx.sql(), workspaceId, email).map(isMember -> {
            if (isMember) throw Problem.invalid("/email", "Somebody with this address is a member already.");
            return null;
        });
    }

    private static Invite created(Transaction tx, CreateInvite command) {
        return new Invite(
                Ids.next(),
                command.grants(),
                command.usesMax(),
                0,
                tx.now().plus(Duration.ofHours(command.hours())),
                command.emailDomain(),
                command.email(),
                tx.actor().id(),
                tx.now(),
                null,
                null);
    }

    private Problem tooMany() {
        return Problem.limitReached("A workspace has " + limits.invitesPerWorkspace() + " open invites at most.");
    }

    static Draft told(UUID workspaceId, String event, Invite invite) {
        return Draft.of(Log.ofWorkspace(workspaceId), event, invite.told());
    }

    Future<Written<Gone>> revoke(Call<RevokeInvite> call) {
        UUID id = call.command().workspaceId();
        return journal.write(call, Gone.class, tx -> WorkspaceStore.lock(tx.sql(), id)
                .compose(locked -> Access.require(tx.sql(), id, tx.actor().id(), Capability.INVITE))
                .compose(role -> InviteStore.revoke(tx.sql(), id, call.command().inviteId(), tx.now()))
                .map(invite -> {
                    if (invite == null) throw Problem.notFound("invite");
                    return Change.of(new Gone(invite.id()), told(id, "invite.revoked", invite));
                }));
    }

    Future<InvitePreview> preview(String token) {
        return find(pool, token).map(found -> {
            checkGood(found, Instant.now());
            return new InvitePreview(found.workspaceName());
        });
    }

    /** Fails with {@code not_found} for a token nobody gave out. */
    static Future<Found> find(SqlClient sql, String token) {
        return InviteStore.byToken(sql, Secrets.hash(token)).map(found -> {
            if (found == null) throw Problem.notFound("invite");
            return found;
        });
    }

    /** Fails with {@code invite_revoked}, {@code invite_expired} or {@code invite_used_up}, each 410. */
    static void checkGood(Found found, Instant now) {
        Invite invite = found.invite();
        if (found.revoked()) throw Problem.of(410, "invite_revoked", "This invite was revoked.");
        if (!invite.expiresAt().isAfter(now)) throw Problem.of(410, "invite_expired", "This invite has expired.");
        if (isUsedUp(invite.maxUses(), invite.uses())) throw usedUp();
    }

    private static boolean isUsedUp(@Nullable Integer max, int uses) {
        return max != null && uses >= max;
    }

    static Problem usedUp() {
        return Problem.of(410, "invite_used_up", "This invite was used as often as it may be.");
    }
}
