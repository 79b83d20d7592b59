package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tandem.journal.Delta;
import io.tandem.journal.Log;
import io.tandem.platform.Ids;
import io.tandem.platform.Patch;
import io.tandem.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskMergeTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final UUID RED = Ids.next();
    private static final UUID BLUE = Ids.next();

    /** Version 3: Grace wrote the title in 2 and the labels in 3. */
    private final TaskRow row = new TaskRow(
            task("Grace's title", List.of(RED, BLUE)),
            Log.ofWorkspace(Ids.next()),
            new FieldVersions(java.util.Map.of("title", 2L, "labels", 3L)));

    private static Task task(String title, List<UUID> labels) {
        UUID ada = Ids.next();
        return new Task(
                Ids.next(),
                Ids.next(),
                1,
                title,
                "",
                Ids.next(),
                "V00000",
                Priority.NONE,
                null,
                null,
                labels,
                List.of(),
                0,
                3,
                ada,
                MONDAY,
                MONDAY,
                null);
    }

    private TaskRow.Next merge(Task wanted, Long base) {
        return TaskMerge.merge(row, wanted, base, TUESDAY);
    }

    private Task titled(String title) {
        return TaskMerge.wanted(row.task(), update(Patch.of(title), Patch.absent()));
    }

    private UpdateTask update(Patch<String> title, Patch<Priority> priority) {
        return new UpdateTask(
                row.task().id(),
                null,
                title,
                Patch.absent(),
                priority,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    @Test
    void a_field_nobody_else_changed_merges() {
        Task wanted = TaskMerge.wanted(row.task(), update(Patch.absent(), Patch.of(Priority.HIGH)));
        TaskRow.Next next = merge(wanted, 1L);
        assertThat(next.task().priority()).isEqualTo(Priority.HIGH);
        assertThat(next.task().title()).isEqualTo("Grace's title");
        assertThat(next.task().version()).isEqualTo(4);
        assertThat(next.task().updatedAt()).isEqualTo(TUESDAY);
        assertThat(next.changes()).containsOnlyKeys("priority");
        assertThat(next.row().fieldVersions().changedSince("priority", 3)).isTrue();
        assertThat(next.row().fieldVersions().changedSince("title", 2)).isFalse();
    }

    @Test
    void the_same_field_changed_meanwhile_is_a_conflict_with_both_values() {
        Problem problem = catchThrowableOfType(Problem.class, () -> merge(titled("Ada's title"), 1L));
        assertThat(problem.code()).isEqualTo("conflict");
        assertThat(problem.data())
                .isEqualTo(new TaskMerge.Conflict(
                        row.task(), java.util.Map.of("title", new TaskMerge.Clash("Ada's title", "Grace's title"))));
    }

    @Test
    void whoever_saw_the_latest_change_may_change_it() {
        assertThat(merge(titled("Ada's title"), 2L).changes())
                .containsEntry("title", new Delta("Grace's title", "Ada's title"));
    }

    @Test
    void without_a_version_the_last_write_wins() {
        assertThat(merge(titled("Ada's title"), null).task().title()).isEqualTo("Ada's title");
    }

    @Test
    void wanting_what_is_already_there_is_no_conflict_and_no_change() {
        TaskRow.Next next = merge(titled("Grace's title"), 1L);
        assertThat(next.changes()).isEmpty();
        assertThat(next.task()).isEqualTo(row.task());
    }

    @Test
    void labels_in_another_order_are_the_same_labels() {
        Task wanted = row.task().withContent("Grace's title", "", Priority.NONE, null, List.of(BLUE, RED), List.of());
        assertThat(merge(wanted, 1L).changes()).isEmpty();
    }

    @Test
    void a_field_set_to_nothing_is_a_change() {
        TaskRow.Next given = row.become(row.task().givenTo(RED), TUESDAY);
        TaskRow.Next taken = given.row().become(given.task().givenTo(null), TUESDAY);
        assertThat(taken.changes()).containsEntry("assigned_to", new Delta(RED, null));
    }
}
