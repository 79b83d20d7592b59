package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithDatabase
class TasksTest {

    private static Office office;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_task_has_all_its_fields() {
        UUID label = office.ada
                .writes(
                        TaskAddresses.CREATE_LABEL,
                        Map.of("workspace_id", office.workspace, "name", "urgent", "color", "red"))
                .id();
        UUID id = Ids.next();
        Map<String, Object> fields = Map.of(
                "id",
                id,
                "workspace_id",
                office.workspace,
                "title",
                " Ship it ",
                "description",
                "**now**",
                "column_id",
                office.inProgress,
                "priority",
                "high",
                "due_at",
                "2026-12-24T18:00:00Z",
                "assigned_to",
                office.linus.id(),
                "labels",
                List.of(label),
                "checklist",
                List.of(Map.of("text", "build")));
        Task task = office.grace.writes(TaskAddresses.CREATE, fields).answer();
        assertThat(task.id()).isEqualTo(id);
        assertThat(task.title()).isEqualTo("Ship it");
        assertThat(task.columnId()).isEqualTo(office.inProgress);
        assertThat(task.priority()).isEqualTo(Priority.HIGH);
        assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-12-24T18:00:00Z"));
        assertThat(task.assignedTo()).isEqualTo(office.linus.id());
        assertThat(task.labels()).containsExactly(label);
        assertThat(task.checklist())
                .singleElement()
                .extracting(ChecklistItem::text)
                .isEqualTo("build");
        assertThat(task.version()).isEqualTo(1);
        assertThat(task.createdBy()).isEqualTo(office.grace.id());
        assertThat(task.completedAt()).isNull();
        assertThat(office.alan.looksAt(id)).isEqualTo(task);
    }

    @Test
    void a_task_goes_to_the_end_of_the_first_open_column_with_the_next_number() {
        Task first = office.grace.creates(office.workspace, "First");
        Task second = office.grace.creates(office.workspace, "Second");
        assertThat(second.columnId()).isEqualTo(office.toDo);
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.rank()).isGreaterThan(first.rank());
    }

    @Test
    void a_used_id_is_refused() {
        UUID id = office.grace.creates(office.workspace, "Taken").id();
        Map<String, Object> again = Map.of("id", id, "workspace_id", office.workspace, "title", "Again");
        Problem problem = office.grace.isRefused(TaskAddresses.CREATE, again);
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("id_taken");
    }

    @Test
    void repeating_an_operation_brings_the_first_answer() {
        Map<String, Object> fields = Map.of("id", Ids.next(), "workspace_id", office.workspace, "title", "Once");
        Worker.Done<Task> first = office.grace.repeats("op-once", TaskAddresses.CREATE, fields);
        office.linus.updates(first.id(), Map.of("title", "Changed meanwhile"));
        long head = office.head(office.workspace);
        Worker.Done<Task> second = office.grace.repeats("op-once", TaskAddresses.CREATE, fields);
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(second.seq()).isEqualTo(first.seq());
        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(office.head(office.workspace)).isEqualTo(head);
        Map<String, Object> other = Map.of("workspace_id", office.workspace, "title", "Other");
        assertThat(office.grace
                        .isRefused("op-once", TaskAddresses.CREATE, other)
                        .code())
                .isEqualTo("operation_reused");
    }

    @Test
    void a_repeated_delete_is_no_error() {
        UUID id = office.grace.creates(office.workspace, "Gone").id();
        office.grace.repeats("op-gone", TaskAddresses.DELETE, Map.of("task_id", id));
        office.grace.repeats("op-gone", TaskAddresses.DELETE, Map.of("task_id", id));
        assertThat(office.grace
                        .isRefused(TaskAddresses.DELETE, Map.of("task_id", id))
                        .status())
                .isEqualTo(404);
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 1))
                .containsExactly("task.deleted");
    }

    @Test
    void changes_carry_old_and_new_values() {
        Task task = office.grace.creates(office.workspace, "Old");
        Task changed = office.linus.updates(task.id(), Map.of("title", "New", "assigned_to", office.grace.id()));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.updatedAt()).isAfterOrEqualTo(task.updatedAt());
        assertThat(office.changes(office.workspace).toString())
                .isEqualTo("{\"title\":{\"from\":\"Old\",\"to\":\"New\"},\"assigned_to\":{\"from\":null,\"to\":\""
                        + office.grace.id() + "\"}}");
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 1))
                .containsExactly("task.updated");
        assertThat(office.linus.looksAt(task.id())).isEqualTo(changed);
    }

    @Test
    void a_change_to_what_is_already_there_makes_no_event() {
        Task task = office.grace.creates(office.workspace, "Same");
        long head = office.head(office.workspace);
        Worker.Done<Task> same =
                office.grace.writes(TaskAddresses.UPDATE, Map.of("task_id", task.id(), "title", "Same", "version", 1));
        assertThat(same.answer()).isEqualTo(task);
        assertThat(same.fresh()).isFalse();
        assertThat(office.head(office.workspace)).isEqualTo(head);
    }

    @Test
    void other_fields_merge_and_the_same_field_conflicts() {
        Task task = office.grace.creates(office.workspace, "Draft");
        office.linus.updates(task.id(), Map.of("title", "Linus' title", "version", 1));
        Task merged = office.grace.updates(task.id(), Map.of("priority", "low", "description", "More", "version", 1));
        assertThat(merged.title()).isEqualTo("Linus' title");
        assertThat(merged.description()).isEqualTo("More");
        Map<String, Object> late = Map.of("task_id", task.id(), "title", "Grace's title", "version", 1);
        Problem problem = office.grace.isRefused(TaskAddresses.UPDATE, late);
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("conflict");
        assertThat(problem.data())
                .isEqualTo(new TaskMerge.Conflict(
                        merged, Map.of("title", new TaskMerge.Clash("Grace's title", "Linus' title"))));
        assertThat(office.grace.looksAt(task.id())).isEqualTo(merged);
    }

    @Test
    void without_a_version_the_last_write_wins_and_the_loser_stays_readable() {
        Task task = office.grace.creates(office.workspace, "Draft");
        office.linus.updates(task.id(), Map.of("title", "Linus' title"));
        office.grace.updates(task.id(), Map.of("title", "Grace's title"));
        assertThat(office.changes(office.workspace).path("title").path("from").asText())
                .isEqualTo("Linus' title");
    }
}
