package io.tandem.journal;

/** Somebody took the place this change had picked for itself; it may run again and pick another. */
public final class PlaceTaken extends RuntimeException {

    public PlaceTaken(Throwable cause) {
        super(cause);
    }
}
