package io.tandem.tasks;

import java.util.UUID;

/** A label that is gone. */
public record DeletedLabel(UUID id) {}
