package io.tandem.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.http.Packed;
import io.tandem.journal.Position;
import io.tandem.snapshots.Shelf.Place;
import io.tandem.workspaces.Role;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final UUID EPOCH = UUID.randomUUID();

    private final UUID garden = UUID.randomUUID();
    private final UUID house = UUID.randomUUID();
    private final int bytes = snapshot(garden, Role.MEMBER, 1).body().bytes();
    private final Shelf shelf = new Shelf(2 * bytes);

    private static PackedSnapshot snapshot(UUID workspace, Role role, long seq) {
        return new PackedSnapshot(workspace, role, new Position(EPOCH, seq), Packed.of("much", "1"));
    }

    private long found(UUID workspace, Role role) {
        return Objects.requireNonNull(shelf.find(new Place(workspace, role)))
                .position()
                .seq();
    }

    private boolean has(UUID workspace, Role role) {
        return shelf.find(new Place(workspace, role)) != null;
    }

    @Test
    void each_role_has_a_snapshot_of_its_own() {
        shelf.put(snapshot(garden, Role.MEMBER, 1));
        shelf.put(snapshot(garden, Role.OWNER, 2));
        assertThat(found(garden, Role.MEMBER)).isEqualTo(1);
        assertThat(found(garden, Role.OWNER)).isEqualTo(2);
        assertThat(has(house, Role.MEMBER)).isFalse();
    }

    @Test
    void the_newer_takes_the_place_of_the_older() {
        for (long seq = 1; seq <= 10; seq++) shelf.put(snapshot(garden, Role.MEMBER, seq));
        shelf.put(snapshot(house, Role.MEMBER, 1));
        assertThat(found(garden, Role.MEMBER)).isEqualTo(10);
        assertThat(found(house, Role.MEMBER)).isEqualTo(1);
    }

    @Test
    void what_nobody_asked_for_longest_makes_room() {
        shelf.put(snapshot(garden, Role.MEMBER, 1));
        shelf.put(snapshot(garden, Role.OWNER, 1));
        shelf.find(new Place(garden, Role.MEMBER));
        shelf.put(snapshot(house, Role.MEMBER, 1));
        assertThat(has(garden, Role.OWNER)).isFalse();
        assertThat(has(garden, Role.MEMBER)).isTrue();
        assertThat(has(house, Role.MEMBER)).isTrue();
    }

    @Test
    void what_would_not_fit_alone_is_not_kept_nor_what_it_replaces() {
        Shelf small = new Shelf(bytes - 1);
        small.put(snapshot(garden, Role.MEMBER, 1));
        assertThat(small.find(new Place(garden, Role.MEMBER))).isNull();
    }
}
