package io.tandem.journal;

import java.util.UUID;

/**
 * A place in a log. Numbers of another epoch mean something else.
 *
 * @param seq the last event known; 0 before the first
 */
public record Position(UUID epoch, long seq) {}
