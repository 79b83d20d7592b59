package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks that are created together: each as if it were alone. */
@WithDatabase
class CreatesTest {

    private static final int TASKS_MAX = 40;

    private static Office office;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database, Map.of("TANDEM_LIMITS_TASKS_PER_WORKSPACE", "" + TASKS_MAX));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Future<Worker.Done<Task>> create(Worker worker, UUID workspace, String title) {
        return worker.starts(TaskAddresses.CREATE, null, Map.of("workspace_id", workspace, "title", title));
    }

    private static Throwable failure(Future<?> ended) {
        Office.await(ended.transform(done -> Future.succeededFuture()));
        return ended.cause();
    }

    @Test
    void events_stand_in_the_order_of_the_numbers_whatever_workspaces_meet() {
        List<UUID> workspaces = IntStream.range(0, 5)
                .mapToObj(i -> office.workspaceOf(office.ada))
                .toList();
        List<Future<Worker.Done<Task>>> creates = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            for (UUID workspace : workspaces) creates.add(create(office.ada, workspace, "Card " + i));
        Office.await(Future.all(creates));
        for (UUID workspace : workspaces) {
            List<Task> tasks = office.tasks(workspace).stream()
                    .sorted(Comparator.comparing(Task::number))
                    .toList();
            assertThat(tasks.stream().map(Task::number))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 30).boxed().toList());
            assertThat(tasks).extracting(Task::rank).doesNotHaveDuplicates();
            assertThat(office.created(workspace))
                    .containsExactlyElementsOf(tasks.stream().map(Task::id).toList());
        }
    }

    @Test
    void whoever_may_not_is_refused_and_takes_nobody_along() {
        UUID workspace = office.workspaceOf(office.ada);
        List<Future<Worker.Done<Task>>> allowed = new ArrayList<>();
        List<Future<Worker.Done<Task>>> strangers = new ArrayList<>();
        List<Future<Worker.Done<Task>>> viewers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            allowed.add(create(office.ada, workspace, "Card " + i));
            strangers.add(create(office.mallory, workspace, "Stolen " + i));
            viewers.add(create(office.alan, office.workspace, "Looked at " + i));
        }
        Office.await(Future.all(allowed));
        assertThat(strangers).allSatisfy(one -> assertThat(status(one)).isEqualTo(404));
        assertThat(viewers).allSatisfy(one -> assertThat(status(one)).isEqualTo(403));
        assertThat(office.tasks(workspace)).hasSize(10);
    }

    private static int status(Future<?> refused) {
        return ((Problem) failure(refused)).status();
    }

    @Test
    void an_operation_that_comes_twice_at_once_makes_one_task() {
        UUID workspace = office.workspaceOf(office.ada);
        List<Future<Worker.Done<Task>>> creates = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            creates.add(office.ada.starts(
                    TaskAddresses.CREATE, "op-" + i % 4, Map.of("workspace_id", workspace, "title", "Card " + i % 4)));
        Office.await(Future.all(creates));
        assertThat(creates).extracting(done -> done.result().id()).hasSize(12);
        assertThat(creates.stream().map(done -> done.result().id()).distinct()).hasSize(4);
        assertThat(office.tasks(workspace)).hasSize(4);
    }

    @Test
    void an_id_that_is_taken_is_refused_and_the_others_are_made() {
        UUID workspace = office.workspaceOf(office.ada);
        UUID id = Ids.next();
        List<Future<Worker.Done<Task>>> creates = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            creates.add(create(office.ada, workspace, "Card " + i));
            creates.add(office.ada.starts(
                    TaskAddresses.CREATE, null, Map.of("id", id, "workspace_id", workspace, "title", "Again")));
        }
        Office.await(Future.join(creates).transform(done -> Future.succeededFuture()));
        List<Future<Worker.Done<Task>>> refused =
                creates.stream().filter(Future::failed).toList();
        assertThat(refused).hasSize(5).allSatisfy(one -> assertThat(((Problem) one.cause()).code())
                .isEqualTo("id_taken"));
        assertThat(office.tasks(workspace)).hasSize(7);
    }

    @Test
    void no_more_are_made_than_a_workspace_takes() {
        UUID workspace = office.workspaceOf(office.ada);
        List<Future<Worker.Done<Task>>> creates = IntStream.range(0, TASKS_MAX + 10)
                .mapToObj(i -> create(office.ada, workspace, "Card " + i))
                .toList();
        Office.await(Future.join(creates).transform(done -> Future.succeededFuture()));
        assertThat(creates.stream().filter(Future::failed))
                .hasSize(10)
                .allSatisfy(one -> assertThat(((Problem) one.cause()).code()).isEqualTo("limit_reached"));
        assertThat(office.tasks(workspace)).hasSize(TASKS_MAX);
    }

    @Test
    void a_column_that_is_named_and_means_done_completes_what_is_made_there() {
        List<Future<Worker.Done<Task>>> creates = IntStream.range(0, 8)
                .mapToObj(i -> office.ada.starts(
                        TaskAddresses.CREATE,
                        null,
                        Map.of("workspace_id", office.workspace, "title", "Done " + i, "column_id", office.done)))
                .toList();
        Office.await(Future.all(creates));
        assertThat(creates).allSatisfy(one -> {
            Task task = one.result().answer();
            assertThat(task.columnId()).isEqualTo(office.done);
            assertThat(task.completedAt()).isEqualTo(task.createdAt());
        });
    }
}
