package io.tandem.snapshots;

import io.tandem.http.Packed;
import io.tandem.journal.Position;
import io.tandem.workspaces.Role;
import java.util.Objects;
import java.util.UUID;

/**
 * A workspace's snapshot as it is sent, the same for all who have the same role: nothing else in it is about its reader.
 */
public record PackedSnapshot(UUID workspaceId, Role role, Position position, Packed body) {

    /** Takes a while for a large workspace: not on an event loop. */
    static PackedSnapshot of(WorkspaceSnapshot snapshot) {
        Role role = Objects.requireNonNull(snapshot.workspace().role());
        String tag = snapshot.epoch() + "-" + snapshot.seq() + "-" + role.word();
        return new PackedSnapshot(
                snapshot.workspace().id(),
                role,
                new Position(snapshot.epoch(), snapshot.seq()),
                Packed.of(snapshot, tag));
    }

    /** Whether it has everything up to a position. */
    boolean covers(Position wanted) {
        return position.epoch().equals(wanted.epoch()) && position.seq() >= wanted.seq();
    }

    boolean isAt(Glance glance) {
        return role == glance.role() && position.equals(glance.position());
    }
}
