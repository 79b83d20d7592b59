package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.journal.Written;
import io.tandem.platform.Page;
import io.tandem.platform.Patch;
import io.tandem.platform.Problem;
import io.tandem.tasks.AssignTask;
import io.tandem.tasks.CreateTask;
import io.tandem.tasks.GetTask;
import io.tandem.tasks.Task;
import io.tandem.tasks.TaskAddresses;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office.Person;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ada owns the workspace, Grace is its admin, Alan a member. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {

    private Office office;
    private Person ada;
    private Person grace;
    private Person alan;
    private Workspace workspace;
    private Log log;

    @BeforeAll
    void open(TestDatabase database) {
        office = new Office(database, Map.of());
        ada = office.register("Ada");
        grace = office.register("Grace");
        alan = office.register("Alan");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void meet() {
        workspace = office.workspace(ada, "Engine");
        log = Log.ofWorkspace(workspace.id());
        office.bringIn(ada, workspace, grace, Role.ADMIN);
        office.bringIn(ada, workspace, alan, Role.MEMBER);
    }

    @Test
    void members_are_listed_in_pages_who_came_first_first() {
        Page<ListedMember> first =
                office.read(alan, WorkspaceAddresses.LIST_MEMBERS, new ListMembers(workspace.id(), 2, null));
        Page<ListedMember> second = office.read(
                alan, WorkspaceAddresses.LIST_MEMBERS, new ListMembers(workspace.id(), 2, first.nextCursor()));
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(ListedMember::name))
                .containsExactly("Ada", "Grace", "Alan");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void a_new_role_is_heard_by_everybody_and_by_oneself() {
        Member changed = office.write(grace, WorkspaceAddresses.CHANGE_MEMBER, role(alan, Role.VIEWER));
        assertThat(changed.role()).isEqualTo(Role.VIEWER);
        assertThat(office.lastTypes(log, 1)).containsExactly("member.updated");
        assertThat(office.events(Log.ofPerson(alan.id())).getLast())
                .isEqualTo("workspace.role_changed {\"workspace_id\":\"" + workspace.id() + "\",\"role\":\"viewer\"}");
        Written<Member> again = office.written(grace, null, WorkspaceAddresses.CHANGE_MEMBER, role(alan, Role.VIEWER));
        assertThat(again.fresh()).isFalse();
    }

    private ChangeMember role(Person person, Role role) {
        return new ChangeMember(workspace.id(), person.id(), role);
    }

    @Test
    void the_owner_stays_until_somebody_else_is() {
        assertThat(List.of(
                        office.refused(ada, WorkspaceAddresses.LEAVE, new LeaveWorkspace(workspace.id())),
                        office.refused(
                                ada, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), ada.id())),
                        office.refused(ada, WorkspaceAddresses.CHANGE_MEMBER, role(ada, Role.ADMIN))))
                .extracting(Problem::code)
                .containsOnly("last_owner");
        office.write(ada, WorkspaceAddresses.TRANSFER, new TransferWorkspace(workspace.id(), grace.id()));
        office.write(ada, WorkspaceAddresses.LEAVE, new LeaveWorkspace(workspace.id()));
        assertThat(office.lastTypes(log, 1)).containsExactly("member.left");
        assertThat(office.events(Log.ofPerson(ada.id())).getLast()).contains("\"reason\":\"left\"");
    }

    @Test
    void of_transfers_at_once_one_wins() {
        List<Future<?>> transfers = new ArrayList<>();
        for (Person heir : List.of(grace, alan)) {
            transfers.add(office.start(
                    ada, null, WorkspaceAddresses.TRANSFER, new TransferWorkspace(workspace.id(), heir.id())));
        }
        Office.await(Future.join(transfers).otherwiseEmpty());
        assertThat(transfers).filteredOn(Future::succeeded).hasSize(1);
        assertThat(office.sql(
                        "SELECT 1 FROM workspaces_member WHERE workspace_id = $1 AND role = 'owner'", workspace.id()))
                .hasSize(1);
    }

    @Test
    void a_removed_member_finds_nothing_more_and_their_tasks_are_nobodys() {
        Task task = office.write(ada, TaskAddresses.CREATE, task("Polish the wheels"));
        office.write(ada, TaskAddresses.ASSIGN, new AssignTask(task.id(), Patch.of(alan.id()), null));
        office.write(grace, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), alan.id()));
        assertThat(office.lastTypes(log, 2)).containsExactly("task.assigned", "member.removed");
        assertThat(office.read(ada, TaskAddresses.GET, new GetTask(task.id())).assignedTo())
                .isNull();
        assertThat(office.events(Log.ofPerson(alan.id())).getLast())
                .isEqualTo("workspace.left {\"workspace_id\":\"" + workspace.id() + "\",\"reason\":\"removed\"}");
        assertThat(office.refused(alan, WorkspaceAddresses.READ, new ReadWorkspace(workspace.id()))
                        .code())
                .isEqualTo("not_found");
    }

    private CreateTask task(String title) {
        return new CreateTask(null, workspace.id(), title, null, null, null, null, null, null, null);
    }

    @Test
    void whoever_may_not_invite_any_more_has_no_open_links_left() {
        Invite back = office.invite(grace, workspace, Role.ADMIN);
        office.write(ada, WorkspaceAddresses.CHANGE_MEMBER, role(grace, Role.MEMBER));
        assertThat(office.lastTypes(log, 2)).containsExactly("invite.revoked", "member.updated");
        office.write(ada, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), grace.id()));
        assertThat(office.refused(grace, WorkspaceAddresses.JOIN, new JoinWorkspace(back.inviteToken()))
                        .code())
                .isEqualTo("invite_revoked");
    }

    @Test
    void two_admins_who_remove_each_other_do_not_wait_for_each_other() {
        office.write(ada, WorkspaceAddresses.CHANGE_MEMBER, role(alan, Role.ADMIN));
        Future<?> one = office.start(
                alan, null, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), grace.id()));
        Future<?> other = office.start(
                grace, null, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(workspace.id(), alan.id()));
        Office.await(Future.join(one, other).otherwiseEmpty());
        assertThat(one.succeeded()).isNotEqualTo(other.succeeded());
    }

    @Test
    void somebody_is_in_no_more_workspaces_than_the_limit(TestDatabase database) {
        try (Office small = new Office(database, Map.of("limits.workspaces_per_user", "1"))) {
            Person kay = small.register("Kay");
            small.workspace(kay, "One");
            assertThat(small.refused(kay, WorkspaceAddresses.CREATE, new CreateWorkspace(null, "Two", null, null))
                            .code())
                    .isEqualTo("limit_reached");
            Invite invite = office.invite(ada, workspace, Role.MEMBER);
            assertThat(small.refused(kay, WorkspaceAddresses.JOIN, new JoinWorkspace(invite.inviteToken()))
                            .code())
                    .isEqualTo("limit_reached");
        }
    }
}
