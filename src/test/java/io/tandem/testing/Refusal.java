package io.tandem.testing;

import java.util.Map;

/** How a request that is wrong in one place has to be answered, over HTTP and live alike. */
public enum Refusal {
    NOT_SIGNED_IN(Map.of(401, "unauthorized")),
    NOT_ALLOWED(Map.of(403, "forbidden")),
    UNREADABLE(Map.of(400, "malformed", 422, "validation_failed")),
    UNSUPPORTED(Map.of(415, "unsupported_media_type")),
    TOO_LARGE(Map.of(413, "too_large")),
    INVALID(Map.of(422, "validation_failed")),
    UNSEEN(Map.of(404, "not_found")),
    /** A body or query that names what is not there for one. */
    NOT_THERE(Map.of(404, "not_found", 422, "validation_failed")),
    TAKEN(Map.of(409, "id_taken")),
    LAST_OWNER(Map.of(409, "last_owner")),
    NO_METHOD(Map.of(405, "method_not_allowed", 404, "not_found")),
    NO_POSITION(Map.of(410, "resync"));

    /** Statuses with the code that goes with each. */
    public final Map<Integer, String> answers;

    Refusal(Map<Integer, String> answers) {
        this.answers = answers;
    }
}
