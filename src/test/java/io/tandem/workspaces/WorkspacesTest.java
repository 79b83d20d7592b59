package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tandem.journal.Log;
import io.tandem.journal.Written;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.tasks.CreateTask;
import io.tandem.tasks.TaskAddresses;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office.Person;
import io.tandem.workspaces.WorkspaceAddresses.Membership;
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

/** Ada owns the workspace, Grace is its admin, Alan a member, Kay only views; Eve is a stranger. */
@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspacesTest {

    private Office office;
    private Person ada;
    private Person grace;
    private Person alan;
    private Person kay;
    private Person eve;
    private Workspace workspace;

    @BeforeAll
    void open(TestDatabase database) {
        office = new Office(database, Map.of("limits.workspaces_per_user", "0"));
        ada = office.register("Ada");
        grace = office.register("Grace");
        alan = office.register("Alan");
        kay = office.register("Kay");
        eve = office.register("Eve");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void meet() {
        workspace = office.workspace(ada, "Engine");
        office.bringIn(ada, workspace, grace, Role.ADMIN);
        office.bringIn(ada, workspace, alan, Role.MEMBER);
        office.bringIn(ada, workspace, kay, Role.VIEWER);
    }

    @Test
    void a_new_workspace_has_its_owner_and_three_columns() {
        assertThat(workspace.role()).isEqualTo(Role.OWNER);
        assertThat(workspace.memberCount()).isEqualTo(1);
        assertThat(office.columns(workspace, ada))
                .extracting(Column::name)
                .containsExactly("To do", "In progress", "Done");
        assertThat(office.events(Log.ofWorkspace(workspace.id())).getFirst())
                .startsWith("workspace.created ")
                .doesNotContain("\"role\"");
        List<String> own = office.events(Log.ofPerson(ada.id()));
        assertThat(own.getLast()).isEqualTo("workspace.seen {\"workspace_id\":\"" + workspace.id() + "\",\"seq\":0}");
        assertThat(own.get(own.size() - 2))
                .startsWith("workspace.joined {\"workspace\":{\"id\":\"" + workspace.id())
                .endsWith("\"role\":\"owner\"}");
    }

    @Test
    void a_creation_repeated_brings_the_first_answer() {
        CreateWorkspace command = new CreateWorkspace(null, "Twice", null, null);
        Written<Workspace> first = office.written(ada, "create-1", WorkspaceAddresses.CREATE, command);
        Written<Workspace> second = office.written(ada, "create-1", WorkspaceAddresses.CREATE, command);
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(second.fresh()).isFalse();
    }

    @Test
    void an_id_is_had_once_also_after_its_workspace_is_gone() {
        UUID id = Ids.next();
        office.write(ada, WorkspaceAddresses.CREATE, new CreateWorkspace(id, "Mine", null, null));
        CreateWorkspace again = new CreateWorkspace(id, "Theirs", null, null);
        assertThat(office.refused(eve, WorkspaceAddresses.CREATE, again).code()).isEqualTo("id_taken");
        office.write(ada, WorkspaceAddresses.DELETE, new DeleteWorkspace(id));
        assertThat(office.refused(eve, WorkspaceAddresses.CREATE, again).code()).isEqualTo("id_taken");
        assertThat(office.refused(eve, WorkspaceAddresses.CREATE, new CreateWorkspace(ada.id(), "x", null, null))
                        .code())
                .isEqualTo("id_taken");
    }

    @Test
    void a_list_comes_in_pages() {
        Person many = office.register("Many" + Ids.next(), Ids.next() + "@example.org");
        List<UUID> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> office.workspace(many, "No " + i).id())
                .toList();
        Page<Workspace> first = office.read(many, WorkspaceAddresses.LIST, new ListWorkspaces(3, null));
        Page<Workspace> second = office.read(many, WorkspaceAddresses.LIST, new ListWorkspaces(3, first.nextCursor()));
        assertThat(first.items()).hasSize(3);
        assertThat(second.nextCursor()).isNull();
        assertThat(java.util.stream.Stream.concat(first.items().stream(), second.items().stream())
                        .map(Workspace::id))
                .containsExactlyElementsOf(made);
    }

    @Test
    void an_admin_renames_and_everybody_hears_what_it_was() {
        ReplaceWorkspace replace = new ReplaceWorkspace(
                workspace.id(),
                " Difference engine ",
                "Brass",
                JsonNodeFactory.instance.objectNode().put("wheels", 8));
        Workspace renamed = office.write(grace, WorkspaceAddresses.REPLACE, replace);
        assertThat(renamed.name()).isEqualTo("Difference engine");
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(renamed.role()).isEqualTo(Role.ADMIN);
        assertThat(renamed.memberCount()).isEqualTo(4);
        assertThat(office.read(kay, WorkspaceAddresses.READ, new ReadWorkspace(workspace.id())))
                .isEqualTo(renamed.withRole(Role.VIEWER));
        assertThat(Json.encode(renamed)).contains("\"settings\":{\"wheels\":8}");
        assertThat(office.written(grace, null, WorkspaceAddresses.REPLACE, replace)
                        .fresh())
                .isFalse();
    }

    @Test
    void a_deleted_workspace_ends_its_log_and_leaves_everybody() {
        office.write(ada, WorkspaceAddresses.DELETE, new DeleteWorkspace(workspace.id()));
        assertThat(office.events(Log.ofWorkspace(workspace.id())).getLast())
                .isEqualTo("workspace.deleted {\"id\":\"" + workspace.id() + "\"}");
        for (Person person : List.of(ada, grace, alan, kay)) {
            assertThat(office.events(Log.ofPerson(person.id())).getLast())
                    .isEqualTo("workspace.left {\"workspace_id\":\"" + workspace.id() + "\",\"reason\":\"deleted\"}");
        }
        assertThat(office.refused(ada, WorkspaceAddresses.READ, new ReadWorkspace(workspace.id()))
                        .code())
                .isEqualTo("not_found");
    }

    @Test
    void work_and_the_end_of_the_workspace_do_not_stand_in_each_others_way() {
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Person person = List.of(ada, grace, alan).get(i % 3);
            work.add(office.start(person, null, TaskAddresses.CREATE, task("No " + i)));
            if (i == 20)
                work.add(office.start(ada, null, WorkspaceAddresses.DELETE, new DeleteWorkspace(workspace.id())));
        }
        Office.await(Future.join(work).otherwiseEmpty());
        assertThat(work.get(21).succeeded()).isTrue();
        assertThat(work).filteredOn(Future::failed).allSatisfy(late -> assertThat(((Problem) late.cause()).code())
                .isEqualTo("not_found"));
        assertThat(office.lastTypes(Log.ofWorkspace(workspace.id()), 1)).containsExactly("workspace.deleted");
        assertThat(office.sql("SELECT 1 FROM tasks_task WHERE workspace_id = $1", workspace.id()))
                .isEmpty();
    }

    private CreateTask task(String title) {
        return new CreateTask(null, workspace.id(), title, null, null, null, null, null, null, null);
    }

    @Test
    void a_transfer_makes_the_other_owner_and_oneself_an_admin() {
        Workspace transferred =
                office.write(ada, WorkspaceAddresses.TRANSFER, new TransferWorkspace(workspace.id(), alan.id()));
        assertThat(transferred.role()).isEqualTo(Role.ADMIN);
        assertThat(role(alan)).isEqualTo(Role.OWNER);
        assertThat(office.events(Log.ofPerson(alan.id())).getLast())
                .isEqualTo("workspace.role_changed {\"workspace_id\":\"" + workspace.id() + "\",\"role\":\"owner\"}");
        assertThat(office.lastTypes(Log.ofWorkspace(workspace.id()), 2))
                .containsExactly("member.updated", "member.updated");
        assertThat(office.refused(alan, WorkspaceAddresses.TRANSFER, new TransferWorkspace(workspace.id(), eve.id()))
                        .code())
                .isEqualTo("not_found");
    }

    private Role role(Person person) {
        return office.ask(WorkspaceAddresses.ACCESS, new Membership(person.id(), workspace.id()));
    }

    @Test
    void a_stranger_finds_nothing_whatever_they_ask() {
        UUID id = workspace.id();
        UUID column = office.columns(workspace, ada).getFirst().id();
        UUID invite = office.invite(ada, workspace, Role.MEMBER).id();
        assertThat(List.of(
                        office.refused(eve, WorkspaceAddresses.READ, new ReadWorkspace(id)),
                        office.refused(eve, WorkspaceAddresses.REPLACE, new ReplaceWorkspace(id, "x", null, null)),
                        office.refused(eve, WorkspaceAddresses.DELETE, new DeleteWorkspace(id)),
                        office.refused(eve, WorkspaceAddresses.TRANSFER, new TransferWorkspace(id, eve.id())),
                        office.refused(eve, WorkspaceAddresses.LEAVE, new LeaveWorkspace(id)),
                        office.refused(eve, WorkspaceAddresses.LIST_MEMBERS, new ListMembers(id, 50, null)),
                        office.refused(
                                eve, WorkspaceAddresses.CHANGE_MEMBER, new ChangeMember(id, alan.id(), Role.VIEWER)),
                        office.refused(eve, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(id, alan.id())),
                        office.refused(
                                eve, WorkspaceAddresses.CREATE_COLUMN, new CreateColumn(id, null, "x", null, null)),
                        office.refused(eve, WorkspaceAddresses.CHANGE_COLUMN, new ChangeColumn(id, column, "x", null)),
                        office.refused(eve, WorkspaceAddresses.MOVE_COLUMN, new MoveColumn(id, column, null, column)),
                        office.refused(eve, WorkspaceAddresses.DELETE_COLUMN, new DeleteColumn(id, column, null)),
                        office.refused(eve, WorkspaceAddresses.LIST_INVITES, new ListInvites(id, 50, null)),
                        office.refused(
                                eve,
                                WorkspaceAddresses.CREATE_INVITE,
                                new CreateInvite(id, null, null, null, null, null)),
                        office.refused(eve, WorkspaceAddresses.REVOKE_INVITE, new RevokeInvite(id, invite)),
                        office.refusedAsk(WorkspaceAddresses.ACCESS, new Membership(eve.id(), id))))
                .extracting(Problem::code)
                .containsOnly("not_found");
    }

    @Test
    void what_belongs_to_another_workspace_is_not_found_in_ones_own() {
        Workspace own = office.workspace(eve, "Eve's");
        UUID column = office.columns(workspace, ada).getFirst().id();
        UUID invite = office.invite(ada, workspace, Role.MEMBER).id();
        assertThat(List.of(
                        office.refused(
                                eve, WorkspaceAddresses.CHANGE_COLUMN, new ChangeColumn(own.id(), column, "x", null)),
                        office.refused(eve, WorkspaceAddresses.DELETE_COLUMN, new DeleteColumn(own.id(), column, null)),
                        office.refused(
                                eve,
                                WorkspaceAddresses.CREATE_COLUMN,
                                new CreateColumn(own.id(), null, "x", null, column)),
                        office.refused(eve, WorkspaceAddresses.REVOKE_INVITE, new RevokeInvite(own.id(), invite)),
                        office.refused(
                                eve,
                                WorkspaceAddresses.CHANGE_MEMBER,
                                new ChangeMember(own.id(), alan.id(), Role.VIEWER)),
                        office.refused(eve, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(own.id(), alan.id()))))
                .extracting(Problem::code)
                .containsOnly("not_found");
    }

    @Test
    void each_role_is_refused_what_is_above_it() {
        UUID id = workspace.id();
        UUID column = office.columns(workspace, ada).getFirst().id();
        for (Person person : List.of(alan, kay)) {
            assertThat(List.of(
                            office.refused(
                                    person, WorkspaceAddresses.REPLACE, new ReplaceWorkspace(id, "x", null, null)),
                            office.refused(
                                    person,
                                    WorkspaceAddresses.CHANGE_MEMBER,
                                    new ChangeMember(id, kay.id(), Role.ADMIN)),
                            office.refused(person, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(id, kay.id())),
                            office.refused(
                                    person,
                                    WorkspaceAddresses.CREATE_COLUMN,
                                    new CreateColumn(id, null, "x", null, null)),
                            office.refused(
                                    person, WorkspaceAddresses.CHANGE_COLUMN, new ChangeColumn(id, column, "x", null)),
                            office.refused(
                                    person, WorkspaceAddresses.DELETE_COLUMN, new DeleteColumn(id, column, null)),
                            office.refused(person, WorkspaceAddresses.LIST_INVITES, new ListInvites(id, 50, null)),
                            office.refused(
                                    person,
                                    WorkspaceAddresses.CREATE_INVITE,
                                    new CreateInvite(id, Role.VIEWER, null, null, null, null)),
                            office.refused(person, WorkspaceAddresses.REVOKE_INVITE, new RevokeInvite(id, Ids.next()))))
                    .extracting(Problem::code)
                    .containsOnly("forbidden");
        }
        assertThat(List.of(
                        office.refused(grace, WorkspaceAddresses.DELETE, new DeleteWorkspace(id)),
                        office.refused(grace, WorkspaceAddresses.TRANSFER, new TransferWorkspace(id, grace.id())),
                        office.refused(
                                grace, WorkspaceAddresses.CHANGE_MEMBER, new ChangeMember(id, alan.id(), Role.OWNER)),
                        office.refused(
                                grace, WorkspaceAddresses.CHANGE_MEMBER, new ChangeMember(id, ada.id(), Role.MEMBER)),
                        office.refused(grace, WorkspaceAddresses.REMOVE_MEMBER, new RemoveMember(id, ada.id())),
                        office.refused(
                                grace,
                                WorkspaceAddresses.CREATE_INVITE,
                                new CreateInvite(id, Role.OWNER, null, null, null, null))))
                .extracting(Problem::code)
                .containsOnly("forbidden");
    }
}
