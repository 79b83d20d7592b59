package io.tandem.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The run cannot go on; the message says why in one line. */
final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Waits on the thread that directs a run; says what did not happen where it takes too long or fails. */
    static <T> T join(CompletableFuture<T> future, int seconds, String otherwise) {
        try {
            return future.orTimeout(seconds, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            throw new BenchException(otherwise + ": " + reason(failure, seconds), failure);
        }
    }

    private static @Nullable String reason(CompletionException failure, int seconds) {
        Throwable cause = failure.getCause();
        return cause instanceof TimeoutException || cause == null ? "waited " + seconds + " s" : cause.getMessage();
    }
}
