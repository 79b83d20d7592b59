package io.tandem.tasks;

import io.tandem.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a checklist as a client sends it.
 *
 * @param id null where the line is new and the client leaves the id to the server
 */
public record NewChecklistItem(
        @Nullable UUID id, String text, @Nullable Boolean done) {

    /** Ids are made here, not in the command: a repeated command must read the same as the first. */
    static List<ChecklistItem> items(List<NewChecklistItem> list) {
        return list.stream().map(NewChecklistItem::item).toList();
    }

    private ChecklistItem item() {
        return new ChecklistItem(id == null ? Ids.next() : id, text, Boolean.TRUE.equals(done));
    }
}
