package io.tandem.cluster;

import io.tandem.journal.Log;
import java.util.UUID;

/**
 * What things are called in Redis. Processes in other languages read them too: docs/operations.md.
 *
 * @param prefix stands before every name, where several installations share one Redis
 */
record Channels(String prefix) {

    /** The channel that tells of a log's new events. */
    String events(Log log) {
        return owner(log) + ":events";
    }

    /** The sorted set of a log's newest events, by their number. */
    String messages(Log log) {
        return owner(log) + ":messages";
    }

    /** The channel on which instances with people in a workspace tell each other of them. */
    String presence(UUID workspaceId) {
        return owner(Log.ofWorkspace(workspaceId)) + ":presence";
    }

    /** The channel on which instances hear that the others live, and what is announced. */
    String control() {
        return prefix + "tandem:control";
    }

    private String owner(Log log) {
        return prefix + (log.personal() ? "user:" : "workspace:") + log.id();
    }
}
