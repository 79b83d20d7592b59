package io.tandem.tasks;

import java.time.Instant;
import java.util.UUID;

/** Questions for lists, field by field. */
record Listing(
        UUID workspaceId,
        UUID assignedTo,
        UUID columnId,
        UUID label,
        Instant dueBefore,
        Instant dueAfter,
        Boolean completed,
        String q) {

    private static final Listing ALL = new Listing(null, null, null, null, null, null, null, null);

    static ListTasks ofMine() {
        return ALL.asked();
    }

    static Listing of(UUID workspaceId) {
        return new Listing(workspaceId, null, null, null, null, null, null, null);
    }

    static Listing assignedTo(UUID person) {
        return ALL.person(person);
    }

    Listing person(UUID person) {
        return new Listing(workspaceId, person, columnId, label, dueBefore, dueAfter, completed, q);
    }

    Listing column(UUID column) {
        return new Listing(workspaceId, assignedTo, column, label, dueBefore, dueAfter, completed, q);
    }

    Listing label(UUID id) {
        return new Listing(workspaceId, assignedTo, columnId, id, dueBefore, dueAfter, completed, q);
    }

    Listing due(Instant from, Instant before) {
        return new Listing(workspaceId, assignedTo, columnId, label, before, from, completed, q);
    }

    Listing completed(boolean yes) {
        return new Listing(workspaceId, assignedTo, columnId, label, dueBefore, dueAfter, yes, q);
    }

    Listing text(String part) {
        return new Listing(workspaceId, assignedTo, columnId, label, dueBefore, dueAfter, completed, part);
    }

    ListTasks asked() {
        return page(ListTasks.LIMIT_DEFAULT, null);
    }

    ListTasks page(int limit, String cursor) {
        return new ListTasks(
                workspaceId, assignedTo, columnId, label, dueBefore, dueAfter, completed, q, limit, cursor);
    }
}
