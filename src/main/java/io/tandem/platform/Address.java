package io.tandem.platform;

/**
 * A place on the bus with what it takes and what it answers.
 *
 * @param name feature and verb: {@code tasks.create}
 * @param <R> what comes back
 */
public record Address<C, R>(String name, Class<C> takes) {}
