package io.tandem.notifications;

/** Asks for everything one has muted. */
public record ListMutes() {}
