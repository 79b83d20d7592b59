package io.tandem.workspaces;

import io.tandem.platform.Check;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column.
 *
 * @param id the client's own; null: the server makes one
 * @param done left out: false
 * @param afterId null: at the end
 */
public record CreateColumn(
        UUID workspaceId,
        @Nullable UUID id,
        String name,
        @Nullable Boolean done,
        @Nullable UUID afterId) {

    static final int NAME_MAX = 100;

    public CreateColumn {
        Check check = new Check();
        name = check.line("name", name, NAME_MAX);
        done = Objects.requireNonNullElse(done, false);
        check.done();
    }

    boolean isDone() {
        return Boolean.TRUE.equals(done);
    }
}
