package io.tandem.workspaces;

import java.util.UUID;

/** What is no more. */
public record Gone(UUID id) {}
