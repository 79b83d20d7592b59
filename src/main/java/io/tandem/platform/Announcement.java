package io.tandem.platform;

/**
 * A place on the bus whose messages reach every instance: in this process at once, in the others over Redis, and not at
 * all while Redis is away. So it may only carry what is found out in another way too.
 *
 * @param name feature and past tense: {@code accounts.changed}
 */
public record Announcement<M>(String name, Class<M> carries) {}
