package io.tandem.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A person as they see themselves.
 *
 * @param email as typed; two that differ in case only are the same
 * @param timeZone a name of the IANA time zone database
 */
public record User(UUID id, String email, String name, String timeZone, Instant createdAt) {}
