package io.tandem.notifications;

import io.tandem.journal.Event;
import java.util.Set;

/**
 * Which events somebody may have to hear of. Most events are none: they wake nobody, and are not read. Both halves say the
 * same, one of an event in memory, one of a row.
 */
final class Notable {

    /** Of {@code journal_event e}. What costs a look into JSON comes after what does not. */
    static final String SQL = """
            e.type = ANY ('{task.created,task.assigned,task.updated,task.moved,task.completed,comment.created,\
            comment.updated,member.joined,member.left,member.removed,member.updated,invite.created}'::text[])
            AND CASE e.type
              WHEN 'task.created' THEN e.data ->> 'assigned_to' IS NOT NULL
              WHEN 'task.updated' THEN e.changes -> 'assigned_to' IS NOT NULL
              WHEN 'task.moved' THEN e.changes -> 'completed_at' IS NOT NULL
              WHEN 'comment.updated' THEN e.changes -> 'mentions' IS NOT NULL
              WHEN 'member.updated' THEN e.changes -> 'role' IS NOT NULL
              ELSE true END
            """;

    private static final Set<String> ALWAYS = Set.of(
            "task.assigned",
            "task.completed",
            "comment.created",
            "member.joined",
            "member.left",
            "member.removed",
            "invite.created");

    private Notable() {}

    /** A text inside JSON has its quotes escaped, so that no title can look like a field. */
    static boolean is(Event event) {
        if (event.log().personal()) return false;
        return switch (event.type()) {
            case "task.created" -> !event.data().contains("\"assigned_to\":null");
            case "task.updated" -> changes(event, "assigned_to");
            case "task.moved" -> changes(event, "completed_at");
            case "comment.updated" -> changes(event, "mentions");
            case "member.updated" -> changes(event, "role");
            default -> ALWAYS.contains(event.type());
        };
    }

    private static boolean changes(Event event, String field) {
        return event.changes() != null && event.changes().contains("\"" + field + "\":");
    }
}
