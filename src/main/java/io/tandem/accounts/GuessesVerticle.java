package io.tandem.accounts;

import io.tandem.platform.Bus;
import io.tandem.platform.Problem;
import io.tandem.platform.Settings.Limits;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Keeps what was guessed. One instance, so that all event loops count together. */
public final class GuessesVerticle extends VerticleBase {

    private final Bus bus;
    private final Guesses guesses;

    public GuessesVerticle(Bus bus, Limits limits) {
        this.bus = bus;
        guesses = new Guesses(limits.wrongPasswords());
    }

    @Override
    public Future<?> start() {
        bus.serveQuestions(AccountAddresses.GUESS, this::guess);
        bus.hear(AccountAddresses.GUESSED_RIGHT, guesses::right);
        bus.hear(AccountAddresses.NOT_GUESSED, guesses::takeBack);
        return Future.succeededFuture();
    }

    private Future<Boolean> guess(Guess guess) {
        long waitMs = guesses.guess(guess, System.currentTimeMillis());
        return waitMs == 0
                ? Future.succeededFuture(true)
                : Future.failedFuture(Problem.tooManyRequests(
                        "These were too many wrong passwords. Wait a moment before the next.", waitMs));
    }
}
