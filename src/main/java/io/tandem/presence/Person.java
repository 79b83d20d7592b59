package io.tandem.presence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who is in a workspace now, over all their sockets.
 *
 * @param viewing the tasks their sockets show
 * @param since when the first of the sockets came
 */
public record Person(UUID userId, String name, Status status, List<UUID> viewing, Instant since) {}
