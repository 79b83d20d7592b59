package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes a column.
 *
 * @param moveTo the column that takes its tasks; null: only an empty one goes
 */
public record DeleteColumn(
        UUID workspaceId, UUID columnId, @Nullable UUID moveTo) {

    public DeleteColumn {
        Check check = new Check();
        check.that(!columnId.equals(moveTo), "move_to", "The tasks cannot stay in the column that goes.");
        check.done();
    }
}
