package io.tandem.workspaces;

/** What a link shows before anybody signed in. */
public record InvitePreview(String workspaceName) {}
