package io.tandem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals for which Java has no method. */
final class Signals {

    private Signals() {}

    /** {@code SIGSTOP}: keeps its connections and says nothing any more. */
    static void pause(long pid) {
        send("STOP", pid);
    }

    static void resume(long pid) {
        send("CONT", pid);
    }

    private static void send(String signal, long pid) {
        try {
            int exitCode = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) throw new IllegalStateException("kill -" + signal + " " + pid + " failed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
