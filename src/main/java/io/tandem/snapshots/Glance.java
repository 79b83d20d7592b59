package io.tandem.snapshots;

import io.tandem.journal.Position;
import io.tandem.workspaces.Role;

/** What holds for a reader at one moment: their role, and where the workspace's log stands. */
record Glance(Role role, Position position) {}
