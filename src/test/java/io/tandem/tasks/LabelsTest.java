package io.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class LabelsTest {

    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(
                database, Map.of("TANDEM_LIMITS_LABELS_PER_WORKSPACE", "3", "TANDEM_LIMITS_TASKS_PER_WORKSPACE", "2"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Map<String, Object> named(String name) {
        return Map.of("workspace_id", office.workspace, "name", name, "color", "red");
    }

    @Test
    void a_label_is_renamed_and_recolored() {
        UUID label =
                office.grace.writes(TaskAddresses.CREATE_LABEL, named("Bug")).id();
        Map<String, Object> change =
                Map.of("workspace_id", office.workspace, "label_id", label, "name", "Fault", "color", "blue");
        assertThat(office.grace.writes(TaskAddresses.UPDATE_LABEL, change).answer())
                .isEqualTo(new Label(label, "Fault", LabelColor.BLUE));
        assertThat(office.grace.writes(TaskAddresses.UPDATE_LABEL, change).fresh())
                .isFalse();
        assertThat(office.labels(office.workspace)).containsExactly(new Label(label, "Fault", LabelColor.BLUE));
    }

    @Test
    void a_name_is_used_once_whatever_the_case() {
        office.grace.writes(TaskAddresses.CREATE_LABEL, named("Bug"));
        assertThat(office.linus
                        .isRefused(TaskAddresses.CREATE_LABEL, named("BUG"))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/name");
    }

    @Test
    void a_label_that_goes_leaves_its_tasks_first() {
        UUID label =
                office.grace.writes(TaskAddresses.CREATE_LABEL, named("Bug")).id();
        Task task = office.grace.creates(office.workspace, "Crash");
        office.grace.updates(task.id(), Map.of("labels", List.of(label)));
        Map<String, Object> which = Map.of("workspace_id", office.workspace, "label_id", label);
        office.linus.writes(TaskAddresses.DELETE_LABEL, which);
        assertThat(office.eventTypes(office.workspace, office.head(office.workspace) - 2))
                .containsExactly("task.updated", "label.deleted");
        assertThat(office.grace.looksAt(task.id()).labels()).isEmpty();
        assertThat(office.grace.looksAt(task.id()).version()).isEqualTo(3);
        assertThat(office.linus.isRefused(TaskAddresses.DELETE_LABEL, which).status())
                .isEqualTo(404);
    }

    @Test
    void labels_of_strangers_are_unknown() {
        UUID label =
                office.grace.writes(TaskAddresses.CREATE_LABEL, named("Bug")).id();
        Map<String, Object> which = Map.of("workspace_id", office.workspace, "label_id", label);
        assertThat(office.mallory.isRefused(TaskAddresses.DELETE_LABEL, which).status())
                .isEqualTo(404);
        UUID own = office.workspaceOf(office.mallory);
        Map<String, Object> crossed = Map.of("workspace_id", own, "label_id", label);
        assertThat(office.mallory.isRefused(TaskAddresses.DELETE_LABEL, crossed).status())
                .isEqualTo(404);
    }

    @Test
    void limits_hold_when_many_come_at_once() {
        List<Future<Boolean>> labels = IntStream.range(0, 8)
                .mapToObj(i -> office.grace
                        .starts(TaskAddresses.CREATE_LABEL, null, named("Label " + i))
                        .map(true)
                        .otherwise(false))
                .toList();
        Office.await(Future.all(labels));
        assertThat(office.labels(office.workspace)).hasSize(3);
        assertThat(office.grace
                        .isRefused(TaskAddresses.CREATE_LABEL, named("More"))
                        .code())
                .isEqualTo("limit_reached");
        Task first = office.grace.creates(office.workspace, "1");
        office.grace.creates(office.workspace, "2");
        Map<String, Object> third = Map.of("workspace_id", office.workspace, "title", "3");
        assertThat(office.grace.isRefused(TaskAddresses.CREATE, third).code()).isEqualTo("limit_reached");
        office.grace.writes(TaskAddresses.DELETE, Map.of("task_id", first.id()));
        assertThat(office.grace.writes(TaskAddresses.CREATE, third).answer().number())
                .isEqualTo(3);
    }
}
