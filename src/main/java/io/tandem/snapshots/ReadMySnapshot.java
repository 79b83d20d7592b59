package io.tandem.snapshots;

/** Asks for a person's own things: who they are, their workspaces, their personal tasks. */
public record ReadMySnapshot() {}
