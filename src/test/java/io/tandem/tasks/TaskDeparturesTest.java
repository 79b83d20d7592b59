package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.WorkspaceAddresses;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class TaskDeparturesTest {

    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private UUID creates(String title, UUID column) {
        return office.grace
                .writes(
                        TaskAddresses.CREATE,
                        Map.of("workspace_id", office.workspace, "title", title, "column_id", column))
                .id();
    }

    private Map<String, Object> column(UUID column, Map<String, ?> more) {
        Map<String, Object> all = new java.util.HashMap<>(more);
        all.put("workspace_id", office.workspace);
        all.put("column_id", column);
        return all;
    }

    @Test
    void the_tasks_of_a_column_that_goes_stand_behind_the_others_in_their_order() {
        UUID already = creates("Already there", office.done);
        UUID first = creates("First", office.inProgress);
        UUID second = creates("Second", office.inProgress);
        office.ada.writes(WorkspaceAddresses.DELETE_COLUMN, column(office.inProgress, Map.of("move_to", office.done)));
        assertThat(office.column(office.done)).containsExactly(already, first, second);
        assertThat(office.grace.looksAt(first).completedAt()).isNotNull();
        assertThat(office.grace.looksAt(first).version()).isEqualTo(2);
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 3))
                .containsExactly("task.moved", "task.moved", "column.deleted");
    }

    @Test
    void an_occupied_column_does_not_go_without_saying_where_to() {
        creates("Here", office.inProgress);
        assertThat(office.ada
                        .isRefused(WorkspaceAddresses.DELETE_COLUMN, column(office.inProgress, Map.of()))
                        .code())
                .isEqualTo("column_not_empty");
    }

    @Test
    void a_column_that_starts_to_mean_done_completes_what_sits_in_it() {
        UUID task = creates("Here", office.inProgress);
        office.ada.writes(WorkspaceAddresses.CHANGE_COLUMN, column(office.inProgress, Map.of("done", true)));
        assertThat(office.grace.looksAt(task).completedAt()).isNotNull();
        office.ada.writes(WorkspaceAddresses.CHANGE_COLUMN, column(office.inProgress, Map.of("done", false)));
        assertThat(office.grace.looksAt(task).completedAt()).isNull();
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 4))
                .containsExactly("task.completed", "column.updated", "task.reopened", "column.updated");
    }

    @Test
    void what_somebody_had_who_goes_is_nobodys() {
        UUID task = creates("Linus does it", office.toDo);
        office.grace.writes(TaskAddresses.ASSIGN, Map.of("task_id", task, "assigned_to", office.linus.id()));
        office.ada.writes(
                WorkspaceAddresses.REMOVE_MEMBER,
                Map.of("workspace_id", office.workspace, "user_id", office.linus.id()));
        assertThat(office.grace.looksAt(task).assignedTo()).isNull();
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 2))
                .containsExactly("task.assigned", "member.removed");
        assertThat(office.linus
                        .isRefused(TaskAddresses.GET, Map.of("task_id", task))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_given_tasks_while_he_is_removed_keeps_none() {
        List<UUID> tasks = IntStream.range(0, 12)
                .mapToObj(i -> creates("Task " + i, office.toDo))
                .toList();
        List<Future<?>> all = new ArrayList<>();
        for (UUID task : tasks) {
            all.add(office.grace
                    .starts(TaskAddresses.ASSIGN, null, Map.of("task_id", task, "assigned_to", office.linus.id()))
                    .otherwiseEmpty());
        }
        all.add(office.ada.starts(
                WorkspaceAddresses.REMOVE_MEMBER,
                null,
                Map.of("workspace_id", office.workspace, "user_id", office.linus.id())));
        Office.await(Future.all(all));
        assertThat(office.tasks(office.workspace)).extracting(Task::assignedTo).containsOnlyNulls();
    }

    @Test
    void nothing_is_lost_in_a_column_that_goes_while_tasks_come_in() {
        List<UUID> tasks = IntStream.range(0, 12)
                .mapToObj(i -> creates("Task " + i, office.toDo))
                .toList();
        List<Future<?>> all = new ArrayList<>();
        for (UUID task : tasks) {
            all.add(office.grace
                    .starts(TaskAddresses.MOVE, null, Map.of("task_id", task, "column_id", office.inProgress))
                    .otherwiseEmpty());
        }
        all.add(office.ada.starts(
                WorkspaceAddresses.DELETE_COLUMN, null, column(office.inProgress, Map.of("move_to", office.done))));
        Office.await(Future.all(all));
        List<Task> left = office.tasks(office.workspace);
        assertThat(left).extracting(Task::id).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(left).allMatch(task -> office.done.equals(task.columnId()) == (task.completedAt() != null));
        assertThat(left).extracting(Task::columnId).isSubsetOf(office.toDo, office.done);
    }

    @Test
    void a_workspace_takes_its_tasks_along() {
        creates("Here", office.toDo);
        office.ada.writes(WorkspaceAddresses.DELETE, Map.of("workspace_id", office.workspace));
        assertThat(office.rows("SELECT id FROM tasks_task WHERE workspace_id = $1", office.workspace))
                .isEmpty();
        assertThat(office.rows("SELECT log_id FROM tasks_counter WHERE log_id = $1", office.workspace))
                .isEmpty();
    }
}
