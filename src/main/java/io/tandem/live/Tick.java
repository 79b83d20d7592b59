package io.tandem.live;

import io.tandem.journal.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what one hub delivers between two flushes, in plain fields: a message costs an addition. */
final class Tick {

    private final LiveMeters meters;
    private final List<Instant> committed = new ArrayList<>();
    private @Nullable Event fresh;
    private long delivered;

    Tick(LiveMeters meters) {
        this.meters = meters;
    }

    /** This event was heard just now: whoever gets it before {@link #told} was up to date. */
    void hears(Event event) {
        fresh = event;
    }

    void told() {
        fresh = null;
    }

    /** One sample per event and hub; what is replayed is as old as it is. */
    void delivered(Event event) {
        delivered++;
        if (event != fresh) return;
        fresh = null;
        committed.add(event.committedAt());
    }

    /** Everything delivered since the last time has been written. */
    void flushed() {
        if (delivered > 0) meters.delivered(delivered);
        delivered = 0;
        if (committed.isEmpty()) return;
        Instant now = Instant.now();
        committed.forEach(since -> meters.written(since, now));
        committed.clear();
    }
}
