package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskCommandsTest {

    private static final String TASK = "\"task_id\":\"" + Ids.next() + "\"";

    private static <C> C read(String json, Class<C> command) {
        return Json.bind(Json.parse(json), command);
    }

    private static List<String> faults(String json, Class<?> command) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(json, command));
        assertThat(problem).as("%s should be refused", json).isNotNull();
        assertThat(problem.status()).isEqualTo(422);
        return problem.errors().stream().map(Problem.Fault::pointer).toList();
    }

    @Test
    void a_title_alone_makes_a_task() {
        CreateTask task = read("{\"title\":\"  Buy milk \"}", CreateTask.class);
        assertThat(task.title()).isEqualTo("Buy milk");
        assertThat(task.description()).isEmpty();
        assertThat(task.priority()).isEqualTo(Priority.NONE);
        assertThat(task.labels()).isEmpty();
        assertThat(task.checklist()).isEmpty();
    }

    @Test
    void everything_wrong_is_told_at_once() {
        String json = "{\"id\":\"" + UUID.randomUUID() + "\",\"title\":\" \",\"description\":\"a\\u0000b\","
                + "\"checklist\":[{\"text\":\"ok\"},{\"text\":\"\"}],\"due_at\":\"+10000-01-01T00:00:00Z\"}";
        assertThat(faults(json, CreateTask.class))
                .containsExactlyInAnyOrder("/id", "/title", "/description", "/checklist/1/text", "/due_at");
    }

    @Test
    void a_title_is_one_line_of_at_most_500_characters() {
        assertThat(faults("{}", CreateTask.class)).containsExactly("/title");
        assertThat(faults("{\"title\":null}", CreateTask.class)).containsExactly("/title");
        assertThat(faults("{\"title\":\"two\\nlines\"}", CreateTask.class)).containsExactly("/title");
        assertThat(faults("{\"title\":\"" + "x".repeat(501) + "\"}", CreateTask.class))
                .containsExactly("/title");
        assertThat(read("{\"title\":\"" + "🎈".repeat(500) + "\"}", CreateTask.class)
                        .title())
                .hasSize(1000);
    }

    @Test
    void long_lists_and_texts_are_refused() {
        String labels = Stream.generate(() -> "\"" + Ids.next() + "\"")
                .limit(51)
                .toList()
                .toString();
        String lines = Collections.nCopies(201, "{\"text\":\"x\"}").toString();
        assertThat(faults("{\"title\":\"x\",\"labels\":" + labels + "}", CreateTask.class))
                .containsExactly("/labels");
        assertThat(faults("{\"title\":\"x\",\"checklist\":" + lines + "}", CreateTask.class))
                .containsExactly("/checklist");
        assertThat(faults("{\"title\":\"x\",\"description\":\"" + "x".repeat(50_001) + "\"}", CreateTask.class))
                .containsExactly("/description");
    }

    @Test
    void what_stands_twice_or_is_missing_in_a_list_is_refused() {
        String id = "\"" + Ids.next() + "\"";
        assertThat(faults("{\"title\":\"x\",\"labels\":[" + id + "," + id + "]}", CreateTask.class))
                .containsExactly("/labels");
        assertThat(faults("{\"title\":\"x\",\"labels\":[null]}", CreateTask.class))
                .containsExactly("/labels");
        assertThat(faults("{\"title\":\"x\",\"checklist\":[null]}", CreateTask.class))
                .containsExactly("/checklist/0");
        String twice = "{\"id\":" + id + ",\"text\":\"x\"}";
        assertThat(faults("{\"title\":\"x\",\"checklist\":[" + twice + "," + twice + "]}", CreateTask.class))
                .containsExactly("/checklist/1/id");
    }

    @Test
    void a_priority_is_one_of_five_words() {
        assertThat(read("{\"title\":\"x\",\"priority\":\"urgent\"}", CreateTask.class)
                        .priority())
                .isEqualTo(Priority.URGENT);
        assertThat(faults("{\"title\":\"x\",\"priority\":\"asap\"}", CreateTask.class))
                .containsExactly("/priority");
    }

    @Test
    void an_update_tells_left_out_from_empty() {
        UpdateTask update = read("{" + TASK + ",\"due_at\":null}", UpdateTask.class);
        assertThat(update.dueAt().present()).isTrue();
        assertThat(update.dueAt().value()).isNull();
        assertThat(update.assignedTo().present()).isFalse();
        assertThat(update.title().present()).isFalse();
    }

    @Test
    void an_update_refuses_null_where_a_task_must_have_a_value() {
        for (String field : List.of("title", "description", "priority", "labels", "checklist")) {
            assertThat(faults("{" + TASK + ",\"" + field + "\":null}", UpdateTask.class))
                    .contains("/" + field);
        }
    }

    @Test
    void a_due_time_is_kept_to_the_millisecond() {
        UpdateTask update = read("{" + TASK + ",\"due_at\":\"2026-03-02T10:00:00.123456+01:00\"}", UpdateTask.class);
        assertThat(update.dueAt().value()).isEqualTo(Instant.parse("2026-03-02T09:00:00.123Z"));
    }

    @Test
    void a_move_goes_before_or_after_another_task() {
        String id = "\"" + Ids.next() + "\"";
        assertThat(faults("{" + TASK + ",\"before_id\":" + id + ",\"after_id\":" + id + "}", MoveTask.class))
                .containsExactly("/after_id");
        assertThat(faults("{" + TASK + "," + TASK.replace("task_id", "before_id") + "}", MoveTask.class))
                .containsExactly("/before_id");
    }

    @Test
    void an_assignment_must_say_to_whom() {
        assertThat(faults("{" + TASK + "}", AssignTask.class)).containsExactly("/assigned_to");
        assertThat(read("{" + TASK + ",\"assigned_to\":null}", AssignTask.class)
                        .assignedTo()
                        .value())
                .isNull();
    }

    @Test
    void commands_without_their_ids_are_refused() {
        for (Class<?> command :
                List.of(UpdateTask.class, MoveTask.class, CompleteTask.class, ReopenTask.class, DeleteTask.class)) {
            assertThat(faults("{}", command)).contains("/task_id");
        }
        assertThat(faults("{\"name\":\"x\",\"color\":\"red\"}", CreateLabel.class))
                .containsExactly("/workspace_id");
        assertThat(faults("{}", UpdateLabel.class)).containsExactly("/workspace_id", "/label_id");
        assertThat(faults("{}", DeleteLabel.class)).containsExactly("/workspace_id", "/label_id");
    }

    @Test
    void the_same_text_reads_as_the_same_command() {
        String json = "{\"title\":\"x\",\"checklist\":[{\"text\":\"a\"}]}";
        assertThat(Json.encode(read(json, CreateTask.class))).isEqualTo(Json.encode(read(json, CreateTask.class)));
    }

    @Test
    void a_task_survives_json() {
        Task task = new Task(
                Ids.next(),
                null,
                7,
                "Title",
                "Text",
                null,
                "V00000",
                Priority.LOW,
                Instant.EPOCH,
                null,
                List.of(Ids.next()),
                List.of(new ChecklistItem(Ids.next(), "Line", true)),
                4,
                2,
                Ids.next(),
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        assertThat(Json.decode(Json.encode(task), Task.class)).isEqualTo(task);
        assertThat(Json.parse(Json.encode(task)).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "workspace_id",
                        "number",
                        "title",
                        "description",
                        "column_id",
                        "rank",
                        "priority",
                        "due_at",
                        "assigned_to",
                        "labels",
                        "checklist",
                        "comment_count",
                        "version",
                        "created_by",
                        "created_at",
                        "updated_at",
                        "completed_at");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        TaskCursor byDueTime = new TaskCursor(null, Instant.EPOCH, Ids.next());
        assertThat(TaskCursor.decode(byDueTime.encode(), false)).isEqualTo(byDueTime);
        for (String text :
                List.of(byDueTime.encode(), "", "!", "bnVsbA", new TaskCursor("a\0", null, Ids.next()).encode())) {
            assertThat(catchThrowableOfType(Problem.class, () -> TaskCursor.decode(text, true)))
                    .as(text)
                    .isNotNull();
        }
    }
}
