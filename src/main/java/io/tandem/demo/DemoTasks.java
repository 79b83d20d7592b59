package io.tandem.demo;

import io.tandem.snapshots.WorkspaceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands' fields for the demo's tasks. */
record DemoTasks(WorkspaceSnapshot snapshot) {

    Map<String, Object> inWorkspace(DemoContent.Task task) {
        Map<String, Object> fields = personal(task);
        fields.put("workspace_id", snapshot.workspace().id());
        fields.put("column_id", column(task.column()));
        if (task.assignedTo() != null) fields.put("assigned_to", member(task.assignedTo()));
        if (task.labels() != null)
            fields.put("labels", task.labels().stream().map(this::label).toList());
        return fields;
    }

    Map<String, Object> personal(DemoContent.Task task) {
        Map<String, Object> fields = new HashMap<>(Map.of("title", task.title()));
        if (task.description() != null) fields.put("description", task.description());
        if (task.priority() != null) fields.put("priority", task.priority());
        if (task.checklist() != null) fields.put("checklist", task.checklist());
        if (task.dueInDays() != null) fields.put("due_at", due(task.dueInDays()));
        return fields;
    }

    Map<String, Object> comment(UUID task, DemoContent.Comment comment) {
        List<String> mentions = comment.mentions() == null ? List.of() : comment.mentions();
        return Map.of(
                "task_id",
                task,
                "text",
                comment.text(),
                "mentions",
                mentions.stream().map(this::member).toList());
    }

    private static Instant due(int days) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
    }

    private UUID column(@Nullable Integer index) {
        return snapshot.columns().get(index == null ? 0 : index).id();
    }

    private UUID member(String email) {
        return snapshot.members().stream()
                .filter(member -> member.email().equals(email))
                .findFirst()
                .orElseThrow()
                .userId();
    }

    private UUID label(String name) {
        return snapshot.labels().stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
