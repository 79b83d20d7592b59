package io.tandem.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered event log: a workspace's, or a person's own.
 *
 * @param id the workspace's id, or the person's
 */
public record Log(UUID id, boolean personal) {

    public static Log ofWorkspace(UUID workspaceId) {
        return new Log(workspaceId, false);
    }

    public static Log ofPerson(UUID userId) {
        return new Log(userId, true);
    }

    /** The workspace as the API names it: null for a person's own log. */
    public @Nullable UUID workspaceId() {
        return personal ? null : id;
    }

    /** The log's key where a null would not do, in the heads of a heartbeat. */
    public String key() {
        return personal ? "me" : id.toString();
    }
}
