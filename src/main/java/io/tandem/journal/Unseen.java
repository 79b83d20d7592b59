package io.tandem.journal;

import java.util.UUID;

/**
 * What a log holds that somebody has not seen.
 *
 * @param head its newest event
 * @param events how many others made after the position; counted up to a bound
 */
public record Unseen(UUID logId, long head, int events) {}
