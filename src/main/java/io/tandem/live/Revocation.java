package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.platform.Json;
import io.tandem.workspaces.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says about somebody's right to listen. */
final class Revocation {

    private static final Set<String> DEPARTURES = Set.of("member.removed", "member.left");

    private Revocation() {}

    /** Whether nobody can read this event's log any more. */
    static boolean deletes(Event event) {
        return event.type().equals("workspace.deleted");
    }

    /** Whether this event took the person's right to read its log away; they may have come back since. */
    static boolean removes(Event event, UUID userId) {
        return DEPARTURES.contains(event.type()) && field(event, "user_id").equals(userId.toString());
    }

    /** The role this event gives a person in its workspace; null where it is about something else. */
    static @Nullable Role roleOf(Event event, UUID userId) {
        boolean theirs =
                event.type().equals("member.updated") && field(event, "user_id").equals(userId.toString());
        return theirs ? Role.of(field(event, "role")) : null;
    }

    /** Whether this event of a person's own log ends the session: their only one, or all. */
    static boolean endsSession(Event event, UUID sessionId) {
        if (!event.type().equals("session.ended")) return false;
        String ended = field(event, "session_id");
        return ended.isEmpty() || ended.equals(sessionId.toString());
    }

    private static String field(Event event, String name) {
        var value = Json.parse(event.data()).path(name);
        return value.isTextual() ? value.textValue() : "";
    }
}
