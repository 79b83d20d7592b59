package io.tandem.activity;

import java.util.UUID;

/**
 * What is new in a workspace since somebody looked.
 *
 * @param seq the last event they have seen
 * @param head the newest event
 * @param unseen how many others made in between, counted up to 100
 */
public record News(UUID workspaceId, long seq, long head, int unseen) {}
