package io.tandem.tasks;

import java.util.UUID;

/** Asks for one task. */
public record GetTask(UUID taskId) {}
