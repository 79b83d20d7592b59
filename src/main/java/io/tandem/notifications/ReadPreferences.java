package io.tandem.notifications;

/** Asks how one wants to hear of what. */
public record ReadPreferences() {}
