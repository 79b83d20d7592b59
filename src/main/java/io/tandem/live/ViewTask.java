package io.tandem.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says which task this connection shows.
 *
 * @param taskId null: none
 */
record ViewTask(@Nullable UUID taskId) {}
