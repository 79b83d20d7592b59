package io.tandem.presence;

import java.util.UUID;

/**
 * Where an entry comes from.
 *
 * @param instance its name and start, so that one that begins anew is another one
 */
record Place(String instance, UUID connectionId) {}
