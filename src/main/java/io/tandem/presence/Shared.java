package io.tandem.presence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * What an instance tells the others of its connections in one workspace.
 *
 * @param full these are all it has
 * @param gone connections that are over
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Shared(String instance, UUID workspaceId, boolean full, List<Entry> entries, List<UUID> gone) {}
