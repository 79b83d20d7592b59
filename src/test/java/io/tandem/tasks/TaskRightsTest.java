package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithDatabase
class TaskRightsTest {

    private static Office office;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static List<String> pointers(Problem problem) {
        assertThat(problem.status())
                .as("%s %s", problem.code(), problem.detail())
                .isEqualTo(422);
        return problem.errors().stream().map(Problem.Fault::pointer).toList();
    }

    @Test
    void only_members_get_tasks() {
        UUID task = office.grace.creates(office.workspace, "For whom?").id();
        Map<String, Object> toMallory = Map.of("task_id", task, "assigned_to", office.mallory.id());
        assertThat(pointers(office.grace.isRefused(TaskAddresses.ASSIGN, toMallory)))
                .containsExactly("/assigned_to");
        assertThat(pointers(office.grace.isRefused(TaskAddresses.UPDATE, toMallory)))
                .containsExactly("/assigned_to");
        Task given = office.grace
                .writes(TaskAddresses.ASSIGN, Map.of("task_id", task, "assigned_to", office.linus.id()))
                .answer();
        assertThat(given.assignedTo()).isEqualTo(office.linus.id());
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 1))
                .containsExactly("task.assigned");
        Map<String, Object> toNobody = new HashMap<>(Map.of("task_id", task, "version", 1));
        toNobody.put("assigned_to", null);
        assertThat(office.linus.isRefused(TaskAddresses.ASSIGN, toNobody).code())
                .isEqualTo("conflict");
        toNobody.put("version", 2);
        assertThat(office.linus.writes(TaskAddresses.ASSIGN, toNobody).answer().assignedTo())
                .isNull();
    }

    @Test
    void what_belongs_to_another_workspace_is_refused_in_a_body() {
        UUID elsewhere = office.workspaceOf(office.grace);
        UUID foreignLabel = office.grace
                .writes(TaskAddresses.CREATE_LABEL, Map.of("workspace_id", elsewhere, "name", "x", "color", "pink"))
                .id();
        UUID foreignColumn = office.columns(elsewhere).getFirst();
        Map<String, Object> fields = new HashMap<>(Map.of("workspace_id", office.workspace, "title", "x"));
        fields.put("labels", List.of(foreignLabel));
        assertThat(pointers(office.grace.isRefused(TaskAddresses.CREATE, fields)))
                .containsExactly("/labels");
        fields.remove("labels");
        fields.put("column_id", foreignColumn);
        assertThat(pointers(office.grace.isRefused(TaskAddresses.CREATE, fields)))
                .containsExactly("/column_id");
        UUID task = office.grace.creates(office.workspace, "Here").id();
        UUID foreignTask = office.grace.creates(elsewhere, "There").id();
        Map<String, Object> move = new HashMap<>(Map.of("task_id", task, "column_id", foreignColumn));
        assertThat(pointers(office.grace.isRefused(TaskAddresses.MOVE, move))).containsExactly("/column_id");
        move.put("column_id", office.toDo);
        move.put("before_id", foreignTask);
        assertThat(pointers(office.grace.isRefused(TaskAddresses.MOVE, move))).containsExactly("/before_id");
        Map<String, Object> update = Map.of("task_id", task, "labels", List.of(foreignLabel));
        assertThat(pointers(office.grace.isRefused(TaskAddresses.UPDATE, update)))
                .containsExactly("/labels");
    }

    @Test
    void a_stranger_finds_nothing() {
        UUID task = office.grace.creates(office.workspace, "Secret").id();
        Map<String, Object> byId = Map.of("task_id", task);
        Map<String, Object> move = Map.of("task_id", task, "column_id", office.done);
        Map<String, Object> assign = Map.of("task_id", task, "assigned_to", office.mallory.id());
        Map<String, Object> create = Map.of("workspace_id", office.workspace, "title", "Mine");
        List<Problem> problems = List.of(
                office.mallory.isRefused(TaskAddresses.GET, byId),
                office.mallory.isRefused(TaskAddresses.UPDATE, byId),
                office.mallory.isRefused(TaskAddresses.MOVE, move),
                office.mallory.isRefused(TaskAddresses.ASSIGN, assign),
                office.mallory.isRefused(TaskAddresses.COMPLETE, byId),
                office.mallory.isRefused(TaskAddresses.REOPEN, byId),
                office.mallory.isRefused(TaskAddresses.DELETE, byId));
        Problem unknown = office.mallory.isRefused(TaskAddresses.GET, Map.of("task_id", Ids.next()));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.detail()).isEqualTo(unknown.detail());
        });
        assertThat(office.mallory.isRefused(TaskAddresses.CREATE, create).status())
                .isEqualTo(404);
    }

    @Test
    void a_viewer_reads_and_changes_nothing() {
        UUID task = office.grace.creates(office.workspace, "Look").id();
        Map<String, Object> byId = Map.of("task_id", task);
        Map<String, Object> label = Map.of("workspace_id", office.workspace, "name", "view", "color", "gray");
        assertThat(office.alan.looksAt(task).title()).isEqualTo("Look");
        assertThat(List.of(
                        office.alan.isRefused(
                                TaskAddresses.CREATE, Map.of("workspace_id", office.workspace, "title", "x")),
                        office.alan.isRefused(TaskAddresses.UPDATE, byId),
                        office.alan.isRefused(TaskAddresses.MOVE, Map.of("task_id", task, "column_id", office.done)),
                        office.alan.isRefused(
                                TaskAddresses.ASSIGN, Map.of("task_id", task, "assigned_to", office.alan.id())),
                        office.alan.isRefused(TaskAddresses.COMPLETE, byId),
                        office.alan.isRefused(TaskAddresses.REOPEN, byId),
                        office.alan.isRefused(TaskAddresses.DELETE, byId),
                        office.alan.isRefused(TaskAddresses.CREATE_LABEL, label)))
                .extracting(Problem::status)
                .containsOnly(403);
    }

    @Test
    void a_personal_task_is_its_owners_alone() {
        Task task = office.ada
                .writes(TaskAddresses.CREATE, Map.of("title", "Milk", "assigned_to", office.ada.id()))
                .answer();
        assertThat(task.workspaceId()).isNull();
        assertThat(task.columnId()).isNull();
        assertThat(task.number()).isEqualTo(1);
        assertThat(office.eventTypes(office.ada.id(), office.head(office.ada.id()) - 1))
                .containsExactly("task.created");
        assertThat(office.grace
                        .isRefused(TaskAddresses.GET, Map.of("task_id", task.id()))
                        .status())
                .isEqualTo(404);
        assertThat(office.grace
                        .isRefused(TaskAddresses.DELETE, Map.of("task_id", task.id()))
                        .status())
                .isEqualTo(404);
        Map<String, Object> toGrace = Map.of("task_id", task.id(), "assigned_to", office.grace.id());
        assertThat(pointers(office.ada.isRefused(TaskAddresses.ASSIGN, toGrace)))
                .containsExactly("/assigned_to");
        Map<String, Object> labelled = Map.of("task_id", task.id(), "labels", List.of(Ids.next()));
        assertThat(pointers(office.ada.isRefused(TaskAddresses.UPDATE, labelled)))
                .containsExactly("/labels");
        Map<String, Object> intoColumn = Map.of("task_id", task.id(), "column_id", office.toDo);
        assertThat(pointers(office.ada.isRefused(TaskAddresses.MOVE, intoColumn)))
                .containsExactly("/column_id");
        Task completed = office.ada
                .writes(TaskAddresses.COMPLETE, Map.of("task_id", task.id()))
                .answer();
        assertThat(completed.completedAt()).isNotNull();
        assertThat(office.ada
                        .writes(TaskAddresses.REOPEN, Map.of("task_id", task.id()))
                        .answer()
                        .completedAt())
                .isNull();
    }
}
