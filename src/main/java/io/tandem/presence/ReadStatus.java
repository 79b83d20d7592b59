package io.tandem.presence;

/** Asks for one's own status. */
public record ReadStatus() {}
