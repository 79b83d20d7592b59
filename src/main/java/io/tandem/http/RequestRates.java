package io.tandem.http;

import io.tandem.platform.IpAddress;
import io.tandem.platform.Problem;
import io.tandem.platform.RateWindow;
import io.tandem.platform.Tally;
import io.vertx.core.Future;
import java.util.UUID;

/** How much each person asks of the API on one event loop, and each address of those who do not say who they are. */
final class RequestRates {

    private final Tally<UUID> people;
    private final Tally<IpAddress> strangers;

    RequestRates(int perMinuteMax) {
        people = new Tally<>(perMinuteMax, RateWindow.MINUTE_MS);
        strangers = new Tally<>(perMinuteMax, RateWindow.MINUTE_MS);
    }

    /** Fails with {@code too_many_requests}. */
    Future<Void> countPerson(UUID person) {
        return answer(people.count(person, System.currentTimeMillis()));
    }

    /** Fails with {@code too_many_requests}. */
    Future<Void> countStranger(IpAddress network) {
        return answer(strangers.count(network, System.currentTimeMillis()));
    }

    private static Future<Void> answer(long retryAfterMs) {
        return retryAfterMs == 0
                ? Future.succeededFuture()
                : Future.failedFuture(Problem.tooManyRequests(
                        "These were too many requests within a minute. Nothing changed, send it again.", retryAfterMs));
    }
}
