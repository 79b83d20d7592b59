package io.tandem.tasks;

import java.util.UUID;

/** One line of a task's checklist. */
public record ChecklistItem(UUID id, String text, boolean done) {}
