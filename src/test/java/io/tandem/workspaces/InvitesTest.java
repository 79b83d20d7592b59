package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.journal.Written;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office.Person;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada owns the workspace and invites; Grace and Alan are outside. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitesTest {

    private static final int CROWD = 50;

    private Office office;
    private Person ada;
    private Person grace;
    private Person alan;
    private Workspace workspace;

    @BeforeAll
    void open(TestDatabase database) {
        office = new Office(database, Map.of("limits.invites_per_workspace", "3"));
        ada = office.register("Ada");
        grace = office.register("Grace", "grace@Navy.example");
        alan = office.register("Alan", "alan@park.example");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void meet() {
        workspace = office.workspace(ada, "Engine");
    }

    private Invite invite(Role role, Integer maxUses, String domain) {
        return office.write(
                ada,
                WorkspaceAddresses.CREATE_INVITE,
                new CreateInvite(workspace.id(), role, maxUses, null, domain, null));
    }

    private Joined join(Person person, Invite invite) {
        return office.write(person, WorkspaceAddresses.JOIN, new JoinWorkspace(invite.inviteToken()));
    }

    private String refusedJoin(Person person, Invite invite) {
        return office.refused(person, WorkspaceAddresses.JOIN, new JoinWorkspace(invite.inviteToken()))
                .code();
    }

    private String refusedPreview(Invite invite) {
        return office.refusedAsk(WorkspaceAddresses.PREVIEW_INVITE, invite.inviteToken())
                .code();
    }

    @Test
    void a_link_shows_the_name_and_lets_somebody_in() {
        Invite invite = invite(Role.VIEWER, null, null);
        assertThat(office.ask(WorkspaceAddresses.PREVIEW_INVITE, invite.inviteToken()))
                .isEqualTo(new InvitePreview("Engine"));
        assertThat(join(grace, invite)).isEqualTo(new Joined(workspace.id(), Role.VIEWER));
        assertThat(office.lastTypes(Log.ofWorkspace(workspace.id()), 3))
                .containsExactly("invite.created", "member.joined", "invite.used");
        List<String> own = office.events(Log.ofPerson(grace.id()));
        assertThat(own.getLast()).startsWith("workspace.seen ");
        assertThat(own.get(own.size() - 2))
                .startsWith("workspace.joined ")
                .contains("\"member_count\":2")
                .endsWith("\"role\":\"viewer\"}");
    }

    @Test
    void a_token_is_long_told_once_and_kept_nowhere() {
        CreateInvite command = new CreateInvite(workspace.id(), null, null, null, null, null);
        Written<Invite> first = office.written(ada, "invite-1", WorkspaceAddresses.CREATE_INVITE, command);
        Written<Invite> second = office.written(ada, "invite-1", WorkspaceAddresses.CREATE_INVITE, command);
        String token = String.valueOf(first.answer().inviteToken());
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(token).hasSize(43);
        assertThat(office.sql("SELECT 1 FROM journal_operation WHERE result::text LIKE '%' || $1 || '%'", token))
                .isEmpty();
        assertThat(office.events(Log.ofWorkspace(workspace.id()))).noneMatch(event -> event.contains(token));
        Page<Invite> listed =
                office.read(ada, WorkspaceAddresses.LIST_INVITES, new ListInvites(workspace.id(), 50, null));
        assertThat(listed.items()).extracting(Invite::inviteToken).containsOnlyNulls();
    }

    @Test
    void of_fifty_who_want_the_only_use_one_gets_it() {
        Invite invite = invite(Role.MEMBER, 1, null);
        List<Person> crowd = crowd();
        List<Future<?>> joins = new ArrayList<>();
        for (Person person : crowd) {
            joins.add(office.start(person, null, WorkspaceAddresses.JOIN, new JoinWorkspace(invite.inviteToken())));
        }
        Office.await(Future.join(joins).otherwiseEmpty());
        assertThat(joins).filteredOn(Future::succeeded).hasSize(1);
        assertThat(joins)
                .filteredOn(Future::failed)
                .extracting(join -> ((Problem) join.cause()).code())
                .containsOnly("invite_used_up");
        assertThat(office.sql("SELECT 1 FROM workspaces_member WHERE workspace_id = $1", workspace.id()))
                .hasSize(2);
        assertThat(refusedPreview(invite)).isEqualTo("invite_used_up");
    }

    /** Fifty people at once: their accounts are written without the work of fifty password hashes. */
    private List<Person> crowd() {
        List<Person> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            UUID id = UUID.randomUUID();
            office.sql("""
                    WITH person AS (
                      INSERT INTO accounts_user (id, email, name, password_hash, created_at)
                      VALUES ($1, $1::text || '@example.org', 'One of many', '', now()) RETURNING id
                    )
                    INSERT INTO journal_head (log_id, personal) SELECT id, true FROM person
                    """, id);
            crowd.add(new Person(grace.signedIn(), new io.tandem.platform.Actor(id, "One of many", id)));
        }
        return crowd;
    }

    @Test
    void who_is_in_already_keeps_their_role_and_uses_nothing() {
        Invite first = invite(Role.MEMBER, null, null);
        Invite second = invite(Role.ADMIN, 1, null);
        join(grace, first);
        assertThat(join(grace, second).role()).isEqualTo(Role.MEMBER);
        assertThat(join(ada, second).role()).isEqualTo(Role.OWNER);
        assertThat(join(alan, second).role()).isEqualTo(Role.ADMIN);
        assertThat(join(alan, second).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void a_domain_lets_in_its_own_in_any_case_and_nobody_else() {
        Invite invite = invite(Role.MEMBER, 1, "NAVY.example");
        assertThat(refusedJoin(alan, invite)).isEqualTo("invite_wrong_email");
        assertThat(join(grace, invite).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void an_expired_link_says_so() {
        Invite invite = invite(Role.MEMBER, null, null);
        office.sql("UPDATE workspaces_invite SET expires_at = now() - interval '1 second' WHERE id = $1", invite.id());
        assertThat(refusedJoin(grace, invite)).isEqualTo("invite_expired");
        assertThat(refusedPreview(invite)).isEqualTo("invite_expired");
        assertThat(office.read(ada, WorkspaceAddresses.LIST_INVITES, new ListInvites(workspace.id(), 50, null))
                        .items())
                .isEmpty();
    }

    @Test
    void a_revoked_link_says_so_and_cannot_be_revoked_again() {
        Invite invite = invite(Role.MEMBER, null, null);
        RevokeInvite revoke = new RevokeInvite(workspace.id(), invite.id());
        office.write(ada, WorkspaceAddresses.REVOKE_INVITE, revoke);
        assertThat(refusedJoin(grace, invite)).isEqualTo("invite_revoked");
        assertThat(refusedPreview(invite)).isEqualTo("invite_revoked");
        assertThat(office.refused(ada, WorkspaceAddresses.REVOKE_INVITE, revoke).code())
                .isEqualTo("not_found");
    }

    @Test
    void a_token_nobody_gave_out_is_not_found() {
        assertThat(office.refusedAsk(WorkspaceAddresses.PREVIEW_INVITE, "made-up")
                        .code())
                .isEqualTo("not_found");
        assertThat(office.refused(grace, WorkspaceAddresses.JOIN, new JoinWorkspace("made-up"))
                        .code())
                .isEqualTo("not_found");
    }

    @Test
    void open_links_are_listed_in_pages_the_newest_first_and_are_limited() {
        List<UUID> made = List.of(
                invite(Role.MEMBER, null, null).id(),
                invite(Role.MEMBER, null, null).id(),
                invite(Role.MEMBER, null, null).id());
        Page<Invite> first =
                office.read(ada, WorkspaceAddresses.LIST_INVITES, new ListInvites(workspace.id(), 2, null));
        Page<Invite> second = office.read(
                ada, WorkspaceAddresses.LIST_INVITES, new ListInvites(workspace.id(), 2, first.nextCursor()));
        assertThat(first.items()).extracting(Invite::id).containsExactly(made.get(2), made.get(1));
        assertThat(second.items()).extracting(Invite::id).containsExactly(made.get(0));
        assertThat(office.refused(
                                ada,
                                WorkspaceAddresses.CREATE_INVITE,
                                new CreateInvite(workspace.id(), null, null, null, null, null))
                        .code())
                .isEqualTo("limit_reached");
    }
}
