package io.tandem.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Signs out.
 *
 * @param everywhere also on all other devices; left out: only here
 */
public record Logout(@Nullable Boolean everywhere) {}
