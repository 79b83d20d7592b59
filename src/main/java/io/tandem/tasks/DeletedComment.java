package io.tandem.tasks;

import java.util.UUID;

/** A comment that is gone. */
public record DeletedComment(UUID id, UUID taskId) {}
