package io.tandem.snapshots;

import io.tandem.journal.Event;
import java.util.List;
import java.util.UUID;

/**
 * Events as the sockets send them.
 *
 * @param seq the head; there is more where the last event is below it
 */
public record Events(UUID epoch, List<Event> events, long seq) {}
