package io.tandem.platform;

import java.util.UUID;

/**
 * Who acts: always from the session, never from a body.
 *
 * @param sessionId the sign-in this came through; {@link #NO_SESSION} where it is the server that acts
 */
public record Actor(UUID id, String name, UUID sessionId) {

    public static final UUID NO_SESSION = new UUID(0, 0);

    /** For what the server does because of something this person did. */
    public static Actor behind(UUID id, String name) {
        return new Actor(id, name, NO_SESSION);
    }
}
