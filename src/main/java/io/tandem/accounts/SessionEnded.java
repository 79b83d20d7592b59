package io.tandem.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event of a sign-out.
 *
 * @param sessionId null: all of the person's sessions
 */
public record SessionEnded(@Nullable UUID sessionId) {}
