package io.tandem.platform;

import org.jspecify.annotations.Nullable;

/**
 * A command on its way over the bus.
 *
 * @param operationId chosen by the client, unique per actor; null where the client sent none and cannot repeat safely
 */
public record Call<C>(Actor actor, @Nullable String operationId, C command) {}
