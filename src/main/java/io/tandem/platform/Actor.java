package io.tandem.platform;

import java.util.UUID;

/**
 * Who acts: always from the session, never from a body.
 *
 * @param sessionId the sign-in this came through
 */
public record Actor(UUID id, String name, UUID sessionId) {}
