package io.tandem.workspaces;

import java.util.UUID;

/**
 * A step that tasks go through.
 *
 * @param rank where it stands: byte order, then id
 * @param done the tasks in it are completed
 */
public record Column(UUID id, String name, String rank, boolean done) {}
