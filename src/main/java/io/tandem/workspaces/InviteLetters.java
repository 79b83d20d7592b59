package io.tandem.workspaces;

import io.tandem.accounts.Users;
import io.tandem.journal.Transaction;
import io.tandem.mail.Letter;
import io.tandem.mail.Outbox;
import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The mail that brings a personal invite to somebody without an account, where mails are sent at all. Whoever has one is
 * notified, and mailed as they wish.
 */
final class InviteLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Outbox outbox;
    private final InviteReads reads;

    InviteLetters(Outbox outbox, InviteReads reads) {
        this.outbox = outbox;
        this.reads = reads;
    }

    /** In the transaction that makes the invite: no mail for an invite that does not exist. */
    Future<Void> put(Transaction tx, UUID workspaceId, Invite invite) {
        String email = invite.email();
        if (email == null || !outbox.isOpen()) return Future.succeededFuture();
        return Users.hasAccount(tx.sql(), email)
                .compose(known -> known ? Future.succeededFuture() : put(tx, workspaceId, invite, email));
    }

    private Future<Void> put(Transaction tx, UUID workspaceId, Invite invite, String email) {
        return WorkspaceStore.read(tx.sql(), workspaceId, tx.actor().id())
                .compose(workspace -> outbox.put(tx.sql(), letter(tx, workspace, invite, email)));
    }

    private Letter letter(Transaction tx, Workspace workspace, Invite invite, String email) {
        String from = tx.actor().name();
        String role =
                invite.role() == Role.ADMIN ? "an admin" : "a " + invite.role().word();
        return Letter.about("invite:" + invite.id(), email, from + " invites you to " + workspace.name())
                .title(workspace.name())
                .text(from + " would like you to join this workspace as " + role + ".")
                .button("Join", outbox.link(reads.path(invite.id())))
                .text("The link is for you alone: make an account with this e-mail address. It is good until "
                        + DAY.format(invite.expiresAt()) + ".")
                .because("You get this mail because " + from + " typed your address into Tandem. If you do not know"
                        + " them, ignore it: nothing happens.");
    }
}
