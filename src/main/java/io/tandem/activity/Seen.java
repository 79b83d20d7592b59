package io.tandem.activity;

import java.util.UUID;

/**
 * How far somebody has looked in a workspace.
 *
 * @param seq the last event they have seen
 */
public record Seen(UUID workspaceId, long seq) {}
