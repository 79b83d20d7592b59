package io.tandem.notifications;

import java.util.List;

/** All somebody has muted: workspaces first, then tasks. */
public record Mutes(List<Mute> items) {}
