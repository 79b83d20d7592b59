package io.tandem.journal;

/**
 * A change that is committed.
 *
 * @param log where {@code seq} counts
 * @param seq the number of the event that stands for it; of the newest event where nothing had to change
 * @param fresh false where this is an earlier answer told again, or nothing had to change: no event with this operation comes
 */
public record Written<R>(R answer, Log log, long seq, boolean fresh) {}
