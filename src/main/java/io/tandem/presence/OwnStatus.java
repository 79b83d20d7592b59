package io.tandem.presence;

/** What a person says of themselves. */
public record OwnStatus(Status status) {}
