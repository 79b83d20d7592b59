package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final String HERE = "here/1";
    private static final String THERE = "there/1";
    private static final Instant START = Instant.EPOCH;
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID GRACE = new UUID(0, 2);
    private static final UUID TASK = new UUID(0, 8);
    private static final UUID OTHER_TASK = new UUID(0, 9);

    private final Roster roster = new Roster();
    private long revision;

    private Entry entry(UUID user, int connection, boolean active, @Nullable UUID viewing) {
        return new Entry(new UUID(1, connection), user, "Name", Status.AVAILABLE, active, viewing, START, ++revision);
    }

    private Entry entry(UUID user, int connection) {
        return entry(user, connection, true, null);
    }

    private Differences tell() {
        return roster.tell(START);
    }

    @Test
    void several_sockets_are_one_person() {
        roster.put(HERE, entry(ADA, 1));
        roster.put(HERE, entry(ADA, 2));
        roster.put(THERE, entry(ADA, 1));
        assertThat(tell().people()).extracting(Person::userId).containsExactly(ADA);
        roster.remove(HERE, new UUID(1, 1));
        roster.remove(THERE, new UUID(1, 1));
        assertThat(tell().isEmpty()).isTrue();
        roster.remove(HERE, new UUID(1, 2));
        assertThat(tell().left()).extracting(Gone::userId).containsExactly(ADA);
        assertThat(roster.told()).isEmpty();
    }

    @Test
    void who_comes_and_goes_between_two_tellings_was_never_there() {
        roster.put(HERE, entry(ADA, 1));
        roster.remove(HERE, new UUID(1, 1));
        assertThat(tell().isEmpty()).isTrue();
    }

    @Test
    void only_what_has_changed_is_told() {
        roster.put(HERE, entry(ADA, 1));
        roster.put(HERE, entry(GRACE, 2));
        tell();
        roster.put(HERE, entry(GRACE, 2, true, TASK));
        assertThat(tell().people()).singleElement().satisfies(grace -> {
            assertThat(grace.userId()).isEqualTo(GRACE);
            assertThat(grace.viewing()).containsExactly(TASK);
        });
    }

    @Test
    void somebody_views_what_any_of_their_sockets_shows() {
        roster.put(HERE, entry(ADA, 1, true, TASK));
        roster.put(THERE, entry(ADA, 2, true, OTHER_TASK));
        roster.put(THERE, entry(ADA, 3, true, TASK));
        assertThat(tell().people().getFirst().viewing()).containsExactly(TASK, OTHER_TASK);
    }

    @Test
    void somebody_is_away_when_all_their_devices_are() {
        roster.put(HERE, entry(ADA, 1, false, null));
        roster.put(THERE, entry(ADA, 2, true, null));
        assertThat(tell().people().getFirst().status()).isEqualTo(Status.AVAILABLE);
        roster.put(THERE, entry(ADA, 2, false, null));
        assertThat(tell().people().getFirst().status()).isEqualTo(Status.AWAY);
    }

    @Test
    void who_does_not_want_to_be_disturbed_is_not_shown_as_away() {
        assertThat(Status.DO_NOT_DISTURB.shown(false)).isEqualTo(Status.DO_NOT_DISTURB);
        assertThat(Status.AWAY.shown(true)).isEqualTo(Status.AWAY);
    }

    @Test
    void an_older_entry_does_not_undo_a_newer_one() {
        Entry older = entry(ADA, 1, true, null);
        roster.put(HERE, entry(ADA, 1, true, TASK));
        roster.put(HERE, older);
        assertThat(tell().people().getFirst().viewing()).containsExactly(TASK);
    }

    @Test
    void what_others_have_of_somebody_can_be_taken_out() {
        roster.put(THERE, entry(ADA, 1));
        roster.put(HERE, entry(ADA, 2));
        roster.put(THERE, entry(GRACE, 3));
        roster.removeElsewhere(HERE, ADA);
        roster.removeElsewhere(HERE, GRACE);
        assertThat(tell().people()).extracting(Person::userId).containsExactly(ADA);
    }

    @Test
    void all_that_an_instance_has_replaces_what_it_had_and_nothing_else() {
        roster.put(THERE, entry(ADA, 1));
        roster.put(THERE, entry(GRACE, 2));
        roster.put(HERE, entry(GRACE, 3));
        tell();
        roster.replace(THERE, List.of(entry(ADA, 4)));
        assertThat(tell().isEmpty()).isTrue();
        roster.replace(THERE, List.of());
        assertThat(tell().left()).extracting(Gone::userId).containsExactly(ADA);
        assertThat(roster.instances()).containsExactly(HERE);
    }
}
