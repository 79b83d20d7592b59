package io.tandem.live;

/** Why the server closes a socket; docs/live-protocol.md says for each whether to come back. */
enum CloseCode {
    RESTART(1012, "restart"),
    PROTOCOL_ERROR(4400, "protocol error"),
    UNAUTHORIZED(4401, "unauthorized"),
    FORBIDDEN(4403, "origin not allowed"),
    UNKNOWN(4404, "no such workspace"),
    HEARTBEAT_MISSED(4408, "heartbeat missed"),
    TOO_MANY_CONNECTIONS(4409, "too many connections"),
    TOO_LARGE(4413, "message too large"),
    TOO_FAST(4429, "too fast");

    /** How a socket ended that had no code to end with. */
    static final String NONE = "none";

    final int number;
    final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    String word() {
        return String.valueOf(number);
    }

    /** Clients may close with any number; those without a meaning here are one. */
    static String word(int code) {
        return code >= 1000 && code <= 1011 ? String.valueOf(code) : "other";
    }
}
