package io.tandem.live;

import io.tandem.platform.Problem;
import io.tandem.platform.RateWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many messages each person sent within the minute, over all their sockets on one event loop. */
final class Rates {

    /** Who goes on sending this many times the limit is not listening. */
    private static final int HOPELESS = 3;

    private final int perMinuteMax;
    private final Map<UUID, RateWindow> windows = new HashMap<>();

    Rates(int perMinuteMax) {
        this.perMinuteMax = perMinuteMax;
    }

    Verdict count(UUID userId, long now) {
        RateWindow window = windows.computeIfAbsent(userId, id -> new RateWindow(RateWindow.MINUTE_MS));
        int count = window.count(now);
        boolean hopeless = count > (long) perMinuteMax * HOPELESS;
        return new Verdict(count <= perMinuteMax, hopeless, window.retryAfterMs(now));
    }

    void sweep(long now) {
        windows.values().removeIf(window -> window.isOver(now));
    }

    record Verdict(boolean isOk, boolean isHopeless, long retryAfterMs) {

        Problem problem() {
            return Problem.tooManyRequests(
                    "That was too much within a minute. Nothing changed, send it again.", retryAfterMs);
        }
    }
}
