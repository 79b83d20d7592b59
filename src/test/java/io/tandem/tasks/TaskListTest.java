package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.platform.Ids;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class TaskListTest {

    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Task creates(String title, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("workspace_id", office.workspace);
        all.put("title", title);
        return office.grace.writes(TaskAddresses.CREATE, all).answer();
    }

    private List<String> titles(Worker reader, Listing asked) {
        return reader.reads(TaskAddresses.LIST, asked.asked()).items().stream()
                .map(Task::title)
                .toList();
    }

    private Listing here() {
        return Listing.of(office.workspace);
    }

    @Test
    void every_filter_leaves_what_fits() {
        UUID label = office.grace
                .writes(
                        TaskAddresses.CREATE_LABEL,
                        Map.of("workspace_id", office.workspace, "name", "a", "color", "red"))
                .id();
        creates("Write", Map.of("labels", List.of(label), "due_at", "2026-01-10T00:00:00Z"));
        creates("Review 100%", Map.of("assigned_to", office.linus.id(), "due_at", "2026-01-20T00:00:00Z"));
        creates("Ship", Map.of("column_id", office.done, "description", "Übergabe an_alle"));
        Instant tenth = Instant.parse("2026-01-10T00:00:00Z");
        assertThat(titles(office.alan, here())).containsExactlyInAnyOrder("Write", "Review 100%", "Ship");
        assertThat(titles(office.alan, here().label(label))).containsExactly("Write");
        assertThat(titles(office.alan, here().person(office.linus.id()))).containsExactly("Review 100%");
        assertThat(titles(office.alan, here().column(office.done))).containsExactly("Ship");
        assertThat(titles(office.alan, here().completed(true))).containsExactly("Ship");
        assertThat(titles(office.alan, here().completed(false))).containsExactly("Write", "Review 100%");
        assertThat(titles(office.alan, here().due(tenth, tenth.plusSeconds(1)))).containsExactly("Write");
        assertThat(titles(office.alan, here().due(tenth.plusSeconds(1), null))).containsExactly("Review 100%");
        assertThat(titles(office.alan, here().text("rev"))).containsExactly("Review 100%");
        assertThat(titles(office.alan, here().text("0%"))).containsExactly("Review 100%");
        assertThat(titles(office.alan, here().text("ÜBERGABE AN_"))).containsExactly("Ship");
        assertThat(titles(office.alan, here().text("#2"))).containsExactly("Review 100%");
        assertThat(titles(office.alan, here().text("%"))).containsExactly("Review 100%");
    }

    @Test
    void pages_hold_every_task_once_in_order_while_others_come_and_go() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) all.add(creates("Card " + i, Map.of()).id());
        TaskPage first = office.alan.reads(TaskAddresses.LIST, here().page(3, null));
        office.grace.writes(TaskAddresses.DELETE, Map.of("task_id", all.get(2)));
        TaskPage second = office.alan.reads(TaskAddresses.LIST, here().page(3, first.nextCursor()));
        TaskPage third = office.alan.reads(TaskAddresses.LIST, here().page(3, second.nextCursor()));
        List<UUID> read = new ArrayList<>();
        for (TaskPage page : List.of(first, second, third)) page.items().forEach(task -> read.add(task.id()));
        assertThat(read).containsExactlyElementsOf(all);
        assertThat(third.nextCursor()).isNull();
        assertThat(first.nextCursor()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void mine_over_all_workspaces_come_by_what_is_due_first() {
        UUID elsewhere = office.workspaceOf(office.linus);
        Map<String, Object> toLinus = Map.of("assigned_to", office.linus.id());
        creates("Some day", toLinus);
        creates("Later", Map.of("assigned_to", office.linus.id(), "due_at", "2026-03-01T00:00:00Z"));
        office.linus.writes(
                TaskAddresses.CREATE,
                Map.of(
                        "workspace_id",
                        elsewhere,
                        "title",
                        "Soon",
                        "assigned_to",
                        office.linus.id(),
                        "due_at",
                        "2026-02-01T00:00:00Z"));
        office.linus.writes(TaskAddresses.CREATE, Map.of("title", "Own", "assigned_to", office.linus.id()));
        office.linus.writes(TaskAddresses.CREATE, Map.of("title", "Nobody's"));
        Listing mine = Listing.assignedTo(office.linus.id());
        assertThat(titles(office.linus, mine)).containsExactly("Soon", "Later", "Some day", "Own");
        assertThat(titles(office.ada, mine)).containsExactly("Later", "Some day");
        assertThat(titles(office.mallory, mine)).isEmpty();
        assertThat(titles(office.linus, Listing.of(null))).containsExactlyInAnyOrder("Own", "Nobody's");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            TaskPage page = office.linus.reads(TaskAddresses.LIST, mine.page(1, cursor));
            page.items().forEach(task -> paged.add(task.title()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(paged).containsExactly("Soon", "Later", "Some day", "Own");
    }

    @Test
    void a_workspace_one_is_not_in_is_unknown() {
        Map<String, Object> asked = Map.of("workspace_id", office.workspace, "limit", 5);
        assertThat(office.mallory.isRefused(TaskAddresses.LIST, asked).status()).isEqualTo(404);
        assertThat(office.mallory
                        .isRefused(TaskAddresses.LIST, Map.of("workspace_id", Ids.next(), "limit", 5))
                        .status())
                .isEqualTo(404);
    }
}
