package io.tandem.live;

import io.tandem.workspaces.Role;
import io.vertx.core.Future;
import java.util.UUID;

/** Asks for somebody's role in a workspace; fails with {@code not_found} where they have none. */
@FunctionalInterface
public interface Rights {
    Future<Role> toRead(UUID userId, UUID workspaceId);
}
