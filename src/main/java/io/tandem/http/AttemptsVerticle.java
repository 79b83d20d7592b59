package io.tandem.http;

import io.tandem.http.Scarce.Attempt;
import io.tandem.platform.Bus;
import io.tandem.platform.IpAddress;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings.Limits;
import io.tandem.platform.Tally;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what strangers try, per address. One instance, so that all event loops count together. */
public final class AttemptsVerticle extends VerticleBase {

    private final Bus bus;
    private final Map<Scarce, Tally<IpAddress>> tallies = new EnumMap<>(Scarce.class);

    public AttemptsVerticle(Bus bus, Limits limits) {
        this.bus = bus;
        for (Scarce what : Scarce.values()) tallies.put(what, new Tally<>(what.max(limits), what.windowMs));
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(Scarce.TRY, this::attempt);
        return Future.succeededFuture();
    }

    private Future<Boolean> attempt(Attempt attempt) {
        @Nullable Tally<IpAddress> tally = tallies.get(attempt.what());
        long retryAfterMs = tally == null ? 0 : tally.count(attempt.network(), System.currentTimeMillis());
        return retryAfterMs == 0
                ? Future.succeededFuture(true)
                : Future.failedFuture(Problem.tooManyRequests(
                        "That was tried too often from this address. Try again later.", retryAfterMs));
    }
}
