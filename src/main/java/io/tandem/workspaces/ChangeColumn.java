package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renames a column or says whether it means done; what is null stays. */
public record ChangeColumn(
        UUID workspaceId,
        UUID columnId,
        @Nullable String name,
        @Nullable Boolean done) {

    public ChangeColumn {
        Check check = new Check();
        if (name != null) name = check.line("name", name, CreateColumn.NAME_MAX);
        check.done();
    }
}
