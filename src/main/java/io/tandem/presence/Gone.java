package io.tandem.presence;

import java.time.Instant;
import java.util.UUID;

/** Somebody who is in a workspace no longer. */
public record Gone(UUID userId, Instant lastSeenAt) {}
