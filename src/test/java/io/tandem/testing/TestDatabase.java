package io.tandem.testing;

/** A migrated, otherwise empty database; {@code uri} is what {@code database.uri} takes. */
public record TestDatabase(String uri) {}
