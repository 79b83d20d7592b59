package io.tandem.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks together what comes together: at the end of a tick, and while some questions are under way, later ones wait and go
 * with the next, equal ones as one. So thousands who come at once are a few questions to the database, and who comes
 * alone waits for nobody. No answer is older than its question. State of one context.
 *
 * @param <Q> a question, equal to what asks the same
 * @param <A> its answer
 */
public final class Gathering<Q, A> {

    /** A database that takes a question and never answers must not be waited for by everybody who comes later. */
    private static final long GIVEN_UP_MS = 10_000;

    private static final int AT_ONCE_MAX = 1_000;

    private final Vertx vertx;
    private final Function<Set<Q>, Future<Map<Q, A>>> source;
    private final Map<Q, Promise<@Nullable A>> waiting = new LinkedHashMap<>();
    private boolean asking;

    /** @param source answers many questions; leaves out those that have no answer */
    public Gathering(Vertx vertx, Function<Set<Q>, Future<Map<Q, A>>> source) {
        this.vertx = vertx;
        this.source = source;
    }

    /** Answers with null where the source has no answer; fails as the source does, for all that were asked with it. */
    public Future<@Nullable A> ask(Q question) {
        Promise<@Nullable A> answer = waiting.computeIfAbsent(question, fresh -> Promise.promise());
        if (!asking) askSoon();
        return Trace.within(answer.future());
    }

    private void askSoon() {
        asking = true;
        vertx.runOnContext(end -> askWaiting());
    }

    private void askWaiting() {
        Map<Q, Promise<@Nullable A>> now = take();
        Future.succeededFuture(now.keySet())
                .compose(source)
                .timeout(GIVEN_UP_MS, TimeUnit.MILLISECONDS)
                .onComplete(done -> askNext())
                .onSuccess(answers -> now.forEach((question, asked) -> asked.complete(answers.get(question))))
                .onFailure(failure -> now.values().forEach(asked -> asked.fail(failure)));
    }

    private void askNext() {
        asking = false;
        if (!waiting.isEmpty()) askSoon();
    }

    private Map<Q, Promise<@Nullable A>> take() {
        Map<Q, Promise<@Nullable A>> taken = new LinkedHashMap<>();
        Iterator<Map.Entry<Q, Promise<@Nullable A>>> all = waiting.entrySet().iterator();
        while (all.hasNext() && taken.size() < AT_ONCE_MAX) {
            Map.Entry<Q, Promise<@Nullable A>> one = all.next();
            taken.put(one.getKey(), one.getValue());
            all.remove();
        }
        return taken;
    }
}
