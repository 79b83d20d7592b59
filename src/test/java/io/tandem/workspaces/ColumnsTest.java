package io.tandem.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.platform.Ids;
import io.tandem.tasks.CreateTask;
import io.tandem.tasks.GetTask;
import io.tandem.tasks.Task;
import io.tandem.tasks.TaskAddresses;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.Office.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColumnsTest {

    private Office office;
    private Person ada;
    private Workspace workspace;
    private UUID toDo;
    private UUID inProgress;
    private UUID done;

    @BeforeAll
    void open(TestDatabase database) {
        office = new Office(database, Map.of("limits.columns_per_workspace", "4"));
        ada = office.register("Ada");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void begin() {
        workspace = office.workspace(ada, "Engine");
        List<UUID> ids = office.columns(workspace, ada).stream().map(Column::id).toList();
        toDo = ids.get(0);
        inProgress = ids.get(1);
        done = ids.get(2);
    }

    private List<String> names() {
        return office.columns(workspace, ada).stream().map(Column::name).toList();
    }

    private Column create(String name, UUID after) {
        return office.write(
                ada, WorkspaceAddresses.CREATE_COLUMN, new CreateColumn(workspace.id(), null, name, null, after));
    }

    private Column change(UUID column, String name, Boolean isDone) {
        return office.write(
                ada, WorkspaceAddresses.CHANGE_COLUMN, new ChangeColumn(workspace.id(), column, name, isDone));
    }

    private void move(UUID column, UUID before, UUID after) {
        office.write(ada, WorkspaceAddresses.MOVE_COLUMN, new MoveColumn(workspace.id(), column, before, after));
    }

    private String refusedDelete(UUID column, UUID moveTo) {
        return office.refused(ada, WorkspaceAddresses.DELETE_COLUMN, new DeleteColumn(workspace.id(), column, moveTo))
                .code();
    }

    private void delete(UUID column, UUID moveTo) {
        office.write(ada, WorkspaceAddresses.DELETE_COLUMN, new DeleteColumn(workspace.id(), column, moveTo));
    }

    private Task task(UUID column) {
        return office.write(
                ada,
                TaskAddresses.CREATE,
                new CreateTask(null, workspace.id(), "Oil it", null, column, null, null, null, null, null));
    }

    private Task read(Task task) {
        return office.read(ada, TaskAddresses.GET, new GetTask(task.id()));
    }

    private List<String> lastTypes(int count) {
        return office.lastTypes(Log.ofWorkspace(workspace.id()), count);
    }

    @Test
    void a_column_comes_at_the_end_or_behind_another_up_to_the_limit() {
        create("Review", inProgress);
        assertThat(names()).containsExactly("To do", "In progress", "Review", "Done");
        assertThat(lastTypes(1)).containsExactly("column.created");
        assertThat(office.refused(
                                ada,
                                WorkspaceAddresses.CREATE_COLUMN,
                                new CreateColumn(workspace.id(), null, "Fifth", null, null))
                        .code())
                .isEqualTo("limit_reached");
    }

    @Test
    void a_column_may_bring_its_id_once() {
        UUID id = Ids.next();
        CreateColumn command = new CreateColumn(workspace.id(), id, "Later", null, null);
        assertThat(office.write(ada, WorkspaceAddresses.CREATE_COLUMN, command).id())
                .isEqualTo(id);
        assertThat(names()).endsWith("Later");
        delete(toDo, null);
        assertThat(office.refused(ada, WorkspaceAddresses.CREATE_COLUMN, command)
                        .code())
                .isEqualTo("id_taken");
    }

    @Test
    void a_column_moves_before_or_behind_another() {
        move(done, toDo, null);
        assertThat(names()).containsExactly("Done", "To do", "In progress");
        move(done, null, toDo);
        assertThat(names()).containsExactly("To do", "Done", "In progress");
        assertThat(lastTypes(2)).containsExactly("column.moved", "column.moved");
        move(done, null, toDo);
        assertThat(lastTypes(3)).containsExactly("workspace.created", "column.moved", "column.moved");
    }

    @Test
    void a_column_that_starts_to_mean_done_completes_its_tasks_first() {
        Task task = task(inProgress);
        Column changed = change(inProgress, "Shipped", true);
        assertThat(changed.name()).isEqualTo("Shipped");
        assertThat(read(task).completedAt()).isNotNull();
        assertThat(lastTypes(2)).containsExactly("task.completed", "column.updated");
        change(inProgress, null, false);
        assertThat(read(task).completedAt()).isNull();
    }

    @Test
    void a_column_with_tasks_goes_only_where_it_is_said_where_they_go() {
        Task task = task(inProgress);
        assertThat(refusedDelete(inProgress, null)).isEqualTo("column_not_empty");
        assertThat(refusedDelete(inProgress, Ids.next())).isEqualTo("not_found");
        delete(inProgress, toDo);
        assertThat(read(task).columnId()).isEqualTo(toDo);
        assertThat(names()).containsExactly("To do", "Done");
        assertThat(lastTypes(2)).containsExactly("task.moved", "column.deleted");
    }

    @Test
    void one_column_that_does_not_mean_done_stays() {
        delete(inProgress, null);
        assertThat(refusedDelete(toDo, null)).isEqualTo("last_column");
        assertThat(office.refused(
                                ada,
                                WorkspaceAddresses.CHANGE_COLUMN,
                                new ChangeColumn(workspace.id(), toDo, null, true))
                        .code())
                .isEqualTo("last_column");
        delete(done, null);
        assertThat(refusedDelete(toDo, null)).isEqualTo("last_column");
    }
}
