package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.tandem.workspaces.WorkspaceAddresses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may say something about a task, change what was said, and be mentioned. */
@WithDatabase
class CommentRightsTest {

    private static Office office;
    private UUID task;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void begin() {
        task = office.grace.creates(office.workspace, "Paint the fence").id();
    }

    private List<String> texts() {
        return office.ada.reads(TaskAddresses.LIST_COMMENTS, new ListComments(task, 200, null)).items().stream()
                .map(Comment::text)
                .toList();
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
    void a_viewer_reads_and_a_stranger_finds_nothing() {
        Comment comment = office.linus.says(task, "Green?");
        Map<String, Object> more = Map.of("task_id", task, "text", "Me too");
        assertThat(office.alan.isRefused(TaskAddresses.CREATE_COMMENT, more).status())
                .isEqualTo(403);
        assertThat(List.of(
                        office.mallory.isRefused(TaskAddresses.CREATE_COMMENT, more),
                        office.mallory.isRefused(TaskAddresses.LIST_COMMENTS, Map.of("task_id", task, "limit", 10)),
                        office.mallory.isRefused(TaskAddresses.UPDATE_COMMENT, to(comment, "Mine")),
                        office.mallory.isRefused(TaskAddresses.DELETE_COMMENT, of(comment))))
                .extracting(Problem::status)
                .containsOnly(404);
        Problem unknown = office.grace.isRefused(TaskAddresses.DELETE_COMMENT, Map.of("comment_id", Ids.next()));
        assertThat(office.mallory
                        .isRefused(TaskAddresses.DELETE_COMMENT, of(comment))
                        .detail())
                .isEqualTo(unknown.detail());
        assertThat(texts()).containsExactly("Green?");
    }

    @Test
    void only_its_author_and_admins_change_a_comment() {
        Comment comment = office.linus.says(task, "Green?");
        assertThat(office.grace
                        .isRefused(TaskAddresses.UPDATE_COMMENT, to(comment, "Red"))
                        .status())
                .isEqualTo(403);
        assertThat(office.grace
                        .isRefused(TaskAddresses.DELETE_COMMENT, of(comment))
                        .status())
                .isEqualTo(403);
        Comment moderated = office.ada
                .writes(TaskAddresses.UPDATE_COMMENT, to(comment, "(removed)"))
                .answer();
        assertThat(moderated.author().id()).isEqualTo(office.linus.id());
        office.ada.writes(TaskAddresses.DELETE_COMMENT, of(comment));
        assertThat(texts()).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void who_only_views_any_more_changes_nothing_they_said() {
        Comment comment = office.linus.says(task, "Green?");
        role(office.linus, "viewer");
        try {
            assertThat(office.linus
                            .isRefused(TaskAddresses.UPDATE_COMMENT, to(comment, "Red"))
                            .status())
                    .isEqualTo(403);
            assertThat(office.linus
                            .isRefused(TaskAddresses.DELETE_COMMENT, of(comment))
                            .status())
                    .isEqualTo(403);
        } finally {
            role(office.linus, "member");
        }
        office.linus.writes(TaskAddresses.DELETE_COMMENT, of(comment));
    }

    private static void role(Worker who, String role) {
        office.ada.writes(
                WorkspaceAddresses.CHANGE_MEMBER,
                Map.of("workspace_id", office.workspace, "user_id", who.id(), "role", role));
    }

    @Test
    void only_members_are_mentioned() {
        UUID nobody = Ids.next();
        long head = office.head(office.workspace);
        Problem refused = office.linus.isRefused(
                TaskAddresses.CREATE_COMMENT,
                Map.of(
                        "task_id",
                        task,
                        "text",
                        "Hey",
                        "mentions",
                        List.of(office.mallory.id(), office.ada.id(), nobody)));
        assertThat(refused.errors()).extracting(Problem.Fault::pointer).containsExactly("/mentions/0", "/mentions/2");
        assertThat(refused.errors())
                .extracting(Problem.Fault::message)
                .containsOnly(refused.errors().getFirst().message());
        Comment comment = office.linus.says(task, "Green?");
        assertThat(office.linus
                        .isRefused(
                                TaskAddresses.UPDATE_COMMENT,
                                Map.of("comment_id", comment.id(), "text", "x", "mentions", List.of(nobody)))
                        .status())
                .isEqualTo(422);
        assertThat(office.head(office.workspace)).isEqualTo(head + 1);
        assertThat(texts()).containsExactly("Green?");
    }

    @Test
    void who_has_left_stays_mentioned_but_is_not_mentioned_anew() {
        Worker hedy = office.joined("Hedy", "member");
        Comment comment = office.linus.says(task, "@Hedy?", hedy.id());
        Comment hers = hedy.says(task, "Yes");
        office.ada.writes(
                WorkspaceAddresses.REMOVE_MEMBER, Map.of("workspace_id", office.workspace, "user_id", hedy.id()));
        Comment edited = office.linus
                .writes(
                        TaskAddresses.UPDATE_COMMENT,
                        Map.of(
                                "comment_id",
                                comment.id(),
                                "text",
                                "@Hedy, @Ada?",
                                "mentions",
                                List.of(hedy.id(), office.ada.id())))
                .answer();
        assertThat(edited.mentions()).containsExactly(hedy.id(), office.ada.id());
        assertThat(office.linus
                        .isRefused(
                                TaskAddresses.CREATE_COMMENT,
                                Map.of("task_id", task, "text", "Again", "mentions", List.of(hedy.id())))
                        .errors())
                .extracting(Problem.Fault::pointer)
                .containsExactly("/mentions/0");
        assertThat(hedy.isRefused(TaskAddresses.UPDATE_COMMENT, to(hers, "No")).status())
                .isEqualTo(404);
    }

    @Test
    void about_a_personal_task_its_owner_talks_alone() {
        UUID own = office.grace
                .writes(TaskAddresses.CREATE, Map.of("title", "Milk"))
                .id();
        Comment comment = office.grace
                .writes(
                        TaskAddresses.CREATE_COMMENT,
                        Map.of("task_id", own, "text", "Two", "mentions", List.of(office.grace.id())))
                .answer();
        assertThat(comment.workspaceId()).isNull();
        assertThat(office.eventTypes(office.grace.id(), office.head(office.grace.id()) - 1))
                .containsExactly("comment.created");
        assertThat(office.grace
                        .isRefused(
                                TaskAddresses.CREATE_COMMENT,
                                Map.of("task_id", own, "text", "x", "mentions", List.of(office.ada.id())))
                        .status())
                .isEqualTo(422);
        assertThat(office.ada
                        .isRefused(TaskAddresses.DELETE_COMMENT, of(comment))
                        .status())
                .isEqualTo(404);
        office.grace.writes(TaskAddresses.UPDATE_COMMENT, to(comment, "Three"));
        office.grace.writes(TaskAddresses.DELETE_COMMENT, of(comment));
        assertThat(office.grace.looksAt(own).commentCount()).isZero();
    }
}
