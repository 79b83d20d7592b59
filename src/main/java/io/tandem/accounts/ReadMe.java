package io.tandem.accounts;

/** Reads one's own account. */
public record ReadMe() {}
