package io.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** One load after the other, up to the first that is too much: beyond it latency only says how long it went on. */
record Sweep(List<Integer> rates, IntFunction<Result> step) {

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int rate : rates) {
            results.add(step.apply(rate));
            if (!Publishing.keptUp(results.getLast())) break;
        }
        return results;
    }
}
