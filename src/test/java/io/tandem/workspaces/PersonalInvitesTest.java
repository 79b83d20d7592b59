package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.accounts.Keys;
import io.tandem.accounts.Secrets;
import io.tandem.journal.Log;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings;
import io.tandem.testing.MailServer;
import io.tandem.testing.MailServer.Mail;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.InviteReads.Invited;
import io.tandem.workspaces.Office.Person;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada invites Grace by her e-mail address; Alan finds the link. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalInvitesTest {

    private MailServer mails;
    private Office office;
    private Person ada;
    private Person grace;
    private Person alan;
    private Workspace workspace;

    @BeforeAll
    void open(TestDatabase database) {
        mails = MailServer.start();
        Map<String, String> settings = new HashMap<>(mails.settings());
        settings.put("limits.email_invites_per_day", "20");
        office = new Office(database, settings);
        ada = office.register("Ada", "ada@Engine.example");
        grace = office.register("Grace", "Grace@Navy.example");
        alan = office.register("Alan", "alan@park.example");
    }

    @AfterAll
    void close() {
        office.close();
        mails.close();
    }

    @BeforeEach
    void meet() {
        workspace = office.workspace(ada, "Engine <b>");
    }

    private CreateInvite to(String email) {
        return new CreateInvite(workspace.id(), Role.VIEWER, null, null, null, email);
    }

    private Invite invite(String email) {
        return office.write(ada, WorkspaceAddresses.CREATE_INVITE, to(email));
    }

    private static JoinWorkspace by(Invite invite) {
        return new JoinWorkspace(invite.inviteToken());
    }

    private Problem refused(CreateInvite command) {
        return office.refused(ada, WorkspaceAddresses.CREATE_INVITE, command);
    }

    private Mail mailOf(Invite invite, String address) {
        String link = MailServer.HOME + "/join/" + invite.inviteToken();
        return mails
                .until(address, all -> all.stream().anyMatch(mail -> mail.text().contains(link)))
                .stream()
                .filter(mail -> mail.text().contains(link))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_lets_in_the_account_with_that_address_and_nobody_else() {
        Invite invite = invite("grace@NAVY.example");
        Problem wrong = office.refused(alan, WorkspaceAddresses.JOIN, by(invite));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.code()).isEqualTo("invite_wrong_email");
        assertThat(wrong.detail()).doesNotContainIgnoringCase("navy");
        assertThat(office.ask(WorkspaceAddresses.PREVIEW_INVITE, invite.inviteToken()))
                .isEqualTo(new InvitePreview("Engine <b>"));
        assertThat(office.write(grace, WorkspaceAddresses.JOIN, by(invite)).role())
                .isEqualTo(Role.VIEWER);
        assertThat(office.events(Log.ofWorkspace(workspace.id())))
                .noneMatch(event -> event.startsWith("invite.") && event.contains("NAVY"));
    }

    @Test
    void whoever_has_an_account_is_notified_instead_of_mailed() {
        invite("grace@navy.example");
        assertThat(office.sql("SELECT 1 FROM mail_letter WHERE key LIKE 'invite:%' AND recipient ILIKE 'grace@%'"))
                .isEmpty();
    }

    @Test
    void its_link_comes_by_mail_once() {
        CreateInvite command = to("somebody@new.example");
        Invite invite = office.written(ada, "invite-once", WorkspaceAddresses.CREATE_INVITE, command)
                .answer();
        office.written(ada, "invite-once", WorkspaceAddresses.CREATE_INVITE, command);
        Mail mail = mailOf(invite, "somebody@new.example");
        assertThat(mail.subject()).isEqualTo("Ada invites you to Engine <b>");
        assertThat(mail.text()).contains("as a viewer");
        assertThat(mail.html()).contains("Engine &lt;b&gt;", invite.inviteToken());
        Invite next = invite("somebody@new.example");
        mailOf(next, "somebody@new.example");
        assertThat(mails.mails("somebody@new.example")).hasSize(2);
        Person somebody = office.register("Somebody", "Somebody@new.example");
        assertThat(office.write(somebody, WorkspaceAddresses.JOIN, by(next)).workspaceId())
                .isEqualTo(workspace.id());
        assertThat(office.sql("SELECT 1 FROM mail_letter WHERE body_text LIKE '%' || $1 || '%'", invite.inviteToken()))
                .isEmpty();
    }

    @Test
    void it_is_good_once_so_who_was_removed_does_not_come_in_again() {
        Invite invite = invite("grace@navy.example");
        office.write(grace, WorkspaceAddresses.JOIN, by(invite));
        assertThat(office.written(grace, null, WorkspaceAddresses.JOIN, by(invite))
                        .fresh())
                .isFalse();
        office.write(ada, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), grace.id()));
        assertThat(office.refused(grace, WorkspaceAddresses.JOIN, by(invite)).code())
                .isEqualTo("invite_used_up");
    }

    @Test
    void who_is_a_member_is_not_invited() {
        Problem refused = refused(to("ADA@engine.example"));
        assertThat(refused.errors()).extracting(Problem.Fault::pointer).containsExactly("/email");
    }

    @Test
    void an_address_of_another_domain_than_asked_for_is_refused() {
        assertThatThrownBy(
                        () -> new CreateInvite(workspace.id(), null, null, null, "navy.example", "alan@park.example"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.errors())
                        .extracting(Problem.Fault::pointer)
                        .containsExactly("/email_domain"));
    }

    @Test
    void a_mail_goes_to_nobody_where_the_invite_was_refused() {
        Person eve = office.register("Eve", "eve@" + UUID.randomUUID() + ".example");
        office.bringIn(ada, workspace, eve, Role.MEMBER);
        assertThat(office.refused(eve, WorkspaceAddresses.CREATE_INVITE, to("spam@victim.example"))
                        .status())
                .isEqualTo(403);
        assertThat(office.sql("SELECT 1 FROM mail_letter WHERE recipient = 'spam@victim.example'"))
                .isEmpty();
    }

    @Test
    void a_day_has_so_many_invites_by_mail() {
        Person spammer = office.register("Sam", "sam@spam.example");
        Workspace own = office.workspace(spammer, "Offers");
        for (int i = 0; i < 20; i++) {
            office.write(
                    spammer,
                    WorkspaceAddresses.CREATE_INVITE,
                    new CreateInvite(own.id(), null, null, null, null, "victim" + i + "@mail.example"));
        }
        CreateInvite more =
                new CreateInvite(office.workspace(spammer, "More").id(), null, null, null, null, "one@more.example");
        assertThat(office.refused(spammer, WorkspaceAddresses.CREATE_INVITE, more)
                        .code())
                .isEqualTo("limit_reached");
    }

    @Test
    void whoever_notifies_learns_whom_it_is_for_while_it_is_good() {
        Settings.Auth auth = new Settings.Auth(Optional.empty(), 15, 30, 10, 1);
        Secrets secrets = new Secrets(Office.await(Keys.load(office.pool(), auth)));
        InviteReads reads = new InviteReads(secrets, Optional.of(URI.create(MailServer.HOME)));
        Invite invite = invite("grace@navy.example");
        assertThat(invited(reads, invite)).isEqualTo(new Invited(grace.id(), workspace.id(), Role.VIEWER));
        assertThat(reads.url(invite.id())).isEqualTo(MailServer.HOME + "/join/" + invite.inviteToken());
        assertThat(invited(reads, invite("nobody@nowhere.example"))).isNull();
        assertThat(invited(reads, office.invite(ada, workspace, Role.MEMBER))).isNull();
        Invite revoked = invite("alan@park.example");
        office.write(ada, WorkspaceAddresses.REVOKE_INVITE, new RevokeInvite(workspace.id(), revoked.id()));
        assertThat(invited(reads, revoked)).isNull();
        office.write(grace, WorkspaceAddresses.JOIN, by(invite));
        assertThat(invited(reads, invite)).isNull();
    }

    private Invited invited(InviteReads reads, Invite invite) {
        return Office.await(reads.invited(office.pool(), invite.id()));
    }
}
