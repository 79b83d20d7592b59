package io.tandem.tasks;

import java.util.UUID;

/** A task that is gone: enough to say which one. */
public record DeletedTask(UUID id, long number, String title) {}
