package io.tandem.journal;

import java.util.UUID;

/**
 * Where a log ends, and where it begins.
 *
 * @param seq the newest event
 * @param pruned events up to this one are no longer kept
 */
public record Head(UUID epoch, long seq, long pruned) {

    /** Whether everything after the position is still there. */
    public boolean covers(Position position) {
        return epoch.equals(position.epoch()) && position.seq() >= pruned && position.seq() <= seq;
    }

    public Position position() {
        return new Position(epoch, seq);
    }
}
