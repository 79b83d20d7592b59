package io.tandem.workspaces;

import java.util.UUID;

/** Who is no longer a member. */
public record MemberGone(UUID userId) {}
