package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class TaskMovesTest {

    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<UUID> cards(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> office.grace.creates(office.workspace, "Card " + i).id())
                .toList();
    }

    private Task moves(UUID task, UUID column, String side, UUID neighbour) {
        return office.grace
                .writes(TaskAddresses.MOVE, Map.of("task_id", task, "column_id", column, side, neighbour))
                .answer();
    }

    @Test
    void a_task_stands_where_it_was_put() {
        List<UUID> cards = cards(4);
        moves(cards.get(3), office.toDo, "before_id", cards.get(0));
        assertThat(office.column(office.toDo)).containsExactly(cards.get(3), cards.get(0), cards.get(1), cards.get(2));
        moves(cards.get(0), office.toDo, "after_id", cards.get(1));
        assertThat(office.column(office.toDo)).containsExactly(cards.get(3), cards.get(1), cards.get(0), cards.get(2));
        Task last = office.grace
                .writes(TaskAddresses.MOVE, Map.of("task_id", cards.get(3), "column_id", office.toDo))
                .answer();
        assertThat(office.column(office.toDo)).containsExactly(cards.get(1), cards.get(0), cards.get(2), cards.get(3));
        assertThat(last.version()).isEqualTo(3);
    }

    @Test
    void a_move_to_where_it_stands_changes_nothing() {
        List<UUID> cards = cards(3);
        Task before = office.grace.looksAt(cards.get(1));
        assertThat(moves(cards.get(1), office.toDo, "after_id", cards.get(0))).isEqualTo(before);
        assertThat(moves(cards.get(1), office.toDo, "before_id", cards.get(2))).isEqualTo(before);
    }

    @Test
    void only_a_neighbour_in_the_target_column_counts() {
        List<UUID> cards = cards(2);
        Map<String, Object> move = Map.of("task_id", cards.get(0), "column_id", office.done, "after_id", cards.get(1));
        assertThat(office.grace
                        .isRefused(TaskAddresses.MOVE, move)
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/after_id");
    }

    @Test
    void completed_means_in_a_column_that_means_done() {
        UUID card = cards(1).getFirst();
        Task moved = office.grace
                .writes(TaskAddresses.MOVE, Map.of("task_id", card, "column_id", office.done))
                .answer();
        assertThat(moved.completedAt()).isNotNull();
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 1))
                .containsExactly("task.moved");
        assertThat(office.changes(office.workspace).fieldNames()).toIterable().contains("column_id", "completed_at");
        Worker.Done<Task> stays = office.grace.writes(TaskAddresses.COMPLETE, Map.of("task_id", card));
        assertThat(stays.fresh()).isFalse();
        Task reopened = office.linus
                .writes(TaskAddresses.REOPEN, Map.of("task_id", card))
                .answer();
        assertThat(reopened.columnId()).isEqualTo(office.toDo);
        assertThat(reopened.completedAt()).isNull();
        Task completed = office.linus
                .writes(TaskAddresses.COMPLETE, Map.of("task_id", card))
                .answer();
        assertThat(completed.columnId()).isEqualTo(office.done);
        assertThat(completed.completedAt()).isEqualTo(completed.updatedAt());
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 2))
                .containsExactly("task.reopened", "task.completed");
    }

    @Test
    void personal_tasks_have_an_order_too() {
        List<UUID> cards = IntStream.range(0, 3)
                .mapToObj(i -> office.ada
                        .writes(TaskAddresses.CREATE, Map.of("title", "Card " + i))
                        .id())
                .toList();
        office.ada.writes(TaskAddresses.MOVE, Map.of("task_id", cards.get(2), "before_id", cards.get(0)));
        assertThat(office.ada.reads(TaskAddresses.LIST, Listing.ofMine()).items())
                .extracting(Task::id)
                .containsExactly(cards.get(2), cards.get(0), cards.get(1));
    }

    @Test
    void two_people_who_move_twenty_cards_at_once_leave_every_card_once() {
        List<UUID> cards = cards(20);
        List<Future<Worker.Done<Task>>> moves = new ArrayList<>();
        moves.addAll(shuffles(office.grace, cards, 1));
        moves.addAll(shuffles(office.linus, cards, 2));
        Office.await(Future.all(moves));
        List<Task> tasks = office.tasks(office.workspace);
        assertThat(tasks).extracting(Task::id).containsExactlyInAnyOrderElementsOf(cards);
        assertThat(tasks).extracting(Task::rank).isSorted().doesNotHaveDuplicates();
        assertThat(office.tasks(office.workspace)).isEqualTo(tasks);
    }

    private List<Future<Worker.Done<Task>>> shuffles(Worker person, List<UUID> cards, int seed) {
        Random random = new Random(seed);
        List<UUID> shuffled = new ArrayList<>(cards);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .map(card -> {
                    UUID other = cards.get((cards.indexOf(card) + 1 + random.nextInt(19)) % 20);
                    String side = random.nextBoolean() ? "after_id" : "before_id";
                    return person.starts(
                            TaskAddresses.MOVE, null, Map.of("task_id", card, "column_id", office.toDo, side, other));
                })
                .toList();
    }

    @Test
    void thirty_tasks_made_at_once_get_thirty_numbers_and_places() {
        List<Future<Worker.Done<Task>>> creates = IntStream.range(0, 30)
                .mapToObj(i -> (i % 2 == 0 ? office.grace : office.linus)
                        .starts(
                                TaskAddresses.CREATE,
                                null,
                                Map.of("workspace_id", office.workspace, "title", "Card " + i)))
                .toList();
        Office.await(Future.all(creates));
        List<Task> tasks = office.tasks(office.workspace);
        assertThat(tasks).extracting(Task::rank).hasSize(30).doesNotHaveDuplicates();
        assertThat(tasks.stream().map(Task::number).sorted().toList())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList());
    }
}
