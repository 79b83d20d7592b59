package io.tandem.workspaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people work together.
 *
 * @param settings whatever clients keep there
 * @param role the reader's; null in events, which many read
 * @param version grows with every change of name, description or settings
 */
public record Workspace(
        UUID id,
        String name,
        String description,
        ObjectNode settings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Role role,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version,
        int memberCount) {

    /** As everybody sees it. */
    Workspace withoutRole() {
        return withRole(null);
    }

    Workspace withRole(@Nullable Role reader) {
        return new Workspace(
                id, name, description, settings, reader, createdBy, createdAt, updatedAt, version, memberCount);
    }

    /** With another name, description and settings, one version on. */
    Workspace replaced(ReplaceWorkspace by, Instant now) {
        return new Workspace(
                id,
                by.name(),
                by.description(),
                by.settings(),
                role,
                createdBy,
                createdAt,
                now,
                version + 1,
                memberCount);
    }
}
