package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a column before one or after one. */
public record MoveColumn(
        UUID workspaceId,
        UUID columnId,
        @Nullable UUID beforeId,
        @Nullable UUID afterId) {

    public MoveColumn {
        Check check = new Check();
        check.that((beforeId == null) != (afterId == null), "before_id", "Say before which column or after which.");
        check.done();
    }
}
