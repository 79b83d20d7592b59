package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.platform.Json;
import java.util.Set;
import java.util.UUID;

/** What an event says about somebody's right to listen. */
final class Revocation {

    private static final Set<String> DEPARTURES = Set.of("member.removed", "member.left");

    private Revocation() {}

    /** Whether this event ends the person's subscription to its log. */
    static boolean removes(Event event, UUID userId) {
        if (event.type().equals("workspace.deleted")) return true;
        return DEPARTURES.contains(event.type()) && field(event, "user_id").equals(userId.toString());
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
