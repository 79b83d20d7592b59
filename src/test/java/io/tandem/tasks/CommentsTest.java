package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.journal.Written;
import io.tandem.platform.Address;
import io.tandem.platform.Ids;
import io.tandem.platform.Json;
import io.tandem.platform.Page;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.WorkspaceAddresses;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grace has a task, and people talk about it. */
@WithDatabase
class CommentsTest {

    private static Office office;
    private UUID task;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database, Map.of("TANDEM_LIMITS_COMMENTS_PER_TASK", "30"));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void begin() {
        task = office.grace.creates(office.workspace, "Paint the fence").id();
    }

    private Page<Comment> page(Worker who, int limit, String cursor) {
        return who.reads(TaskAddresses.LIST_COMMENTS, new ListComments(task, limit, cursor));
    }

    private List<String> texts() {
        return page(office.ada, 200, null).items().stream().map(Comment::text).toList();
    }

    private int count() {
        return office.ada.looksAt(task).commentCount();
    }

    private static Map<String, Object> to(Comment comment, String text) {
        return Map.of("comment_id", comment.id(), "text", text);
    }

    private static Map<String, Object> of(Comment comment) {
        return Map.of("comment_id", comment.id());
    }

    @Test
    void what_is_said_is_kept_as_typed_and_counted() {
        Comment comment = office.linus.says(task, "  Green?\n\t<b>😀</b> ");
        assertThat(comment.author()).isEqualTo(new Comment.Author(office.linus.id(), "Linus"));
        assertThat(comment.editedAt()).isNull();
        assertThat(page(office.alan, 10, null).items()).containsExactly(comment);
        Task read = office.ada.looksAt(task);
        assertThat(read.commentCount()).isEqualTo(1);
        assertThat(read.version()).isEqualTo(1);
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 1))
                .containsExactly("comment.created");
    }

    @Test
    void a_change_tells_what_stood_there_before() {
        Comment comment = office.linus.says(task, "Green?", office.ada.id());
        Comment edited = office.linus
                .writes(
                        TaskAddresses.UPDATE_COMMENT,
                        Map.of("comment_id", comment.id(), "text", "Blue!", "mentions", List.of(office.grace.id())))
                .answer();
        assertThat(edited.editedAt()).isNotNull();
        assertThat(edited.createdAt()).isEqualTo(comment.createdAt());
        JsonNode changes = office.changes(office.workspace);
        assertThat(changes.at("/text/from").asText()).isEqualTo("Green?");
        assertThat(changes.at("/text/to").asText()).isEqualTo("Blue!");
        assertThat(changes.at("/mentions/from/0").asText())
                .isEqualTo(office.ada.id().toString());
        assertThat(changes.at("/mentions/to/0").asText())
                .isEqualTo(office.grace.id().toString());
        assertThat(page(office.ada, 10, null).items()).containsExactly(edited);
    }

    @Test
    void changing_nothing_is_no_event() {
        Comment comment = office.linus.says(task, "Green?");
        Worker.Done<Comment> same = office.linus.writes(TaskAddresses.UPDATE_COMMENT, to(comment, "Green?"));
        assertThat(same.fresh()).isFalse();
        assertThat(same.answer().editedAt()).isNull();
    }

    @Test
    void every_event_of_a_talk_is_about_its_task() {
        Comment comment = office.linus.says(task, "Green?");
        office.linus.writes(TaskAddresses.UPDATE_COMMENT, to(comment, "Blue?"));
        office.linus.writes(TaskAddresses.DELETE_COMMENT, of(comment));
        List<String> types = new ArrayList<>();
        for (Row row : office.rows("SELECT type FROM journal_event WHERE subject_id = $1 ORDER BY seq", task))
            types.add(row.getString("type"));
        assertThat(types).containsExactly("task.created", "comment.created", "comment.updated", "comment.deleted");
    }

    @Test
    void a_text_is_counted_in_characters_and_says_something() {
        Comment longest = office.linus.says(task, "😀".repeat(10_000));
        assertThat(longest.text()).hasSize(20_000);
        for (String text : List.of("", " \n", "\u2003", "a\u0000b", "x".repeat(10_001)))
            assertThat(refusal(Map.of("task_id", task, "text", text))).isEqualTo("/text");
        List<UUID> crowd = IntStream.range(0, 51).mapToObj(i -> Ids.next()).toList();
        assertThat(refusal(Map.of("task_id", task, "text", "x", "mentions", crowd)))
                .isEqualTo("/mentions");
    }

    private static String refusal(Map<String, ?> fields) {
        try {
            Json.bind(Json.parse(Json.encode(fields)), CreateComment.class);
        } catch (Problem problem) {
            return problem.errors().getFirst().pointer();
        }
        throw new AssertionError("Not refused: " + fields);
    }

    @Test
    void the_same_operation_comments_once() {
        Map<String, Object> said = Map.of("task_id", task, "text", "Once");
        Worker.Done<Comment> first = office.linus.repeats("once", TaskAddresses.CREATE_COMMENT, said);
        Worker.Done<Comment> again = office.linus.repeats("once", TaskAddresses.CREATE_COMMENT, said);
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(again.fresh()).isFalse();
        Map<String, Object> gone = of(first.answer());
        office.linus.repeats("gone", TaskAddresses.DELETE_COMMENT, gone);
        assertThat(office.linus
                        .repeats("gone", TaskAddresses.DELETE_COMMENT, gone)
                        .fresh())
                .isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void people_who_comment_at_once_are_all_counted() {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Worker who = i % 2 == 0 ? office.linus : office.ada;
            all.add(who.starts(TaskAddresses.CREATE_COMMENT, null, Map.of("task_id", task, "text", "Number " + i)));
            if (i % 4 == 0)
                all.add(who.starts(TaskAddresses.UPDATE, null, Map.of("task_id", task, "title", "Title " + i)));
        }
        Office.await(Future.all(all));
        assertThat(count()).isEqualTo(12);
        assertThat(texts()).hasSize(12);
        assertThat(countsInOrder()).isTrue();
    }

    /** Whether every task in the log says how many comments came before it. */
    private boolean countsInOrder() {
        int comments = 0;
        String sql = "SELECT type, data ->> 'comment_count' AS comments FROM journal_event WHERE subject_id = $1"
                + " ORDER BY seq";
        for (Row row : office.rows(sql, task)) {
            if (row.getString("type").equals("comment.created")) comments++;
            else if (Integer.parseInt(row.getString("comments")) != comments) return false;
        }
        return true;
    }

    @Test
    void two_who_delete_the_same_comment_count_it_once() {
        Comment comment = office.linus.says(task, "Green?");
        office.ada.says(task, "Blue");
        Address<DeleteComment, Written<DeletedComment>> delete = TaskAddresses.DELETE_COMMENT;
        Office.await(Future.join(
                        office.ada.starts(delete, null, of(comment)), office.linus.starts(delete, null, of(comment)))
                .otherwiseEmpty());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void comments_come_in_pages_the_oldest_first() {
        List<String> said = IntStream.range(0, 7).mapToObj(i -> "Comment " + i).toList();
        said.forEach(text -> office.linus.says(task, text));
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<Comment> page = page(office.alan, 3, cursor);
            read.addAll(page.items().stream().map(Comment::text).toList());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(read).isEqualTo(said);
    }

    @Test
    void a_task_takes_no_more_than_the_limit() {
        for (int i = 0; i < 30; i++) office.linus.says(task, "Comment " + i);
        assertThat(office.linus
                        .isRefused(TaskAddresses.CREATE_COMMENT, Map.of("task_id", task, "text", "One more"))
                        .code())
                .isEqualTo("limit_reached");
        assertThat(count()).isEqualTo(30);
    }

    @Test
    void a_task_and_a_workspace_take_their_comments_along() {
        office.linus.says(task, "Green?");
        office.grace.writes(TaskAddresses.DELETE, Map.of("task_id", task));
        assertThat(office.rows("SELECT id FROM tasks_comment WHERE task_id = $1", task))
                .isEmpty();
        UUID other = office.workspaceOf(office.grace);
        task = office.grace.creates(other, "There").id();
        office.grace.says(task, "Alone");
        office.grace.writes(WorkspaceAddresses.DELETE, Map.of("workspace_id", other));
        assertThat(office.rows("SELECT id FROM tasks_comment WHERE task_id = $1", task))
                .isEmpty();
    }
}
