package io.tandem.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.notifications.Notification.AboutTask;
import io.tandem.notifications.Notification.Content;
import io.tandem.notifications.Notification.Somebody;
import io.tandem.notifications.Told.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of notices, decided without a database. */
class ToldTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID FENCE = new UUID(0, 2);
    private static final UUID ROOF = new UUID(0, 3);
    private static final UUID GRACE = new UUID(0, 4);

    private static final Preferences MAIL_ONLY =
            new Preferences(Map.of(Kind.COMMENTED, new Channels(false, true)), Digest.OFF, 8, 24);

    private static Notice comment(UUID task, Duration after) {
        Content content = new Content(
                "Shared",
                new AboutTask(task, 1, "Paint"),
                null,
                new Somebody(new UUID(0, 5), "Ada"),
                null,
                null,
                null,
                null);
        return new Notice(GRACE, Kind.COMMENTED, WORKSPACE, content, 1, NOON.plus(after));
    }

    private static Map<UUID, Listener> grace(Preferences preferences, boolean doNotDisturb, UUID... muted) {
        return Map.of(GRACE, new Listener(GRACE, 7, preferences, doNotDisturb, Set.of(muted)));
    }

    private static List<Integer> unreadIn(Told told) {
        return told.drafts().stream()
                .map(draft -> ((Told.Data) draft.data()).unread())
                .toList();
    }

    @Test
    void many_about_one_task_are_one_and_each_event_says_how_many_are_unread() {
        List<Notice> notices = List.of(
                comment(FENCE, Duration.ZERO),
                comment(ROOF, Duration.ofMinutes(1)),
                comment(FENCE, Duration.ofMinutes(2)));
        Told told = Told.of(notices, grace(Preferences.DEFAULT, false), List.of());
        assertThat(told.items()).extracting(item -> item.notification().count()).containsExactly(2, 1);
        assertThat(told.unread()).isEqualTo(Map.of(GRACE, 2));
        assertThat(unreadIn(told)).containsExactly(8, 9);
        assertThat(told.items().getFirst().notification().updatedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void what_is_there_grows_for_ten_minutes_from_its_beginning_on() {
        Item there = Told.of(List.of(comment(FENCE, Duration.ZERO)), grace(Preferences.DEFAULT, false), List.of())
                .items()
                .getFirst();
        Item old = new Item(GRACE, there.notification(), true, false, false);
        Told soon = Told.of(
                List.of(comment(FENCE, Duration.ofMinutes(10))), grace(Preferences.DEFAULT, false), List.of(old));
        assertThat(soon.drafts()).extracting(draft -> draft.type()).containsExactly("notification.updated");
        assertThat(soon.unread()).isEmpty();
        assertThat(unreadIn(soon)).containsExactly(7);
        Told late = Told.of(
                List.of(comment(FENCE, Duration.ofMinutes(11))), grace(Preferences.DEFAULT, false), List.of(old));
        assertThat(late.drafts()).extracting(draft -> draft.type()).containsExactly("notification.new");
    }

    @Test
    void what_is_for_the_mail_only_is_neither_counted_nor_told() {
        Told told = Told.of(List.of(comment(FENCE, Duration.ZERO)), grace(MAIL_ONLY, false), List.of());
        assertThat(told.items()).hasSize(1).allSatisfy(item -> assertThat(item.mailWanted())
                .isTrue());
        assertThat(told.toBeMailed()).containsExactly(GRACE);
        assertThat(told.unread()).isEmpty();
        assertThat(told.drafts()).isEmpty();
    }

    @Test
    void nothing_is_mailed_to_who_does_not_want_to_be_disturbed() {
        Told told = Told.of(List.of(comment(FENCE, Duration.ZERO)), grace(Preferences.DEFAULT, true), List.of());
        assertThat(told.items().getFirst().notification().quiet()).isTrue();
        assertThat(told.toBeMailed()).isEmpty();
        assertThat(Told.of(List.of(comment(FENCE, Duration.ZERO)), grace(MAIL_ONLY, true), List.of())
                        .items())
                .isEmpty();
    }

    @Test
    void nothing_becomes_of_what_is_muted() {
        List<Notice> notices = List.of(comment(FENCE, Duration.ZERO), comment(ROOF, Duration.ZERO));
        assertThat(Told.of(notices, grace(Preferences.DEFAULT, false, FENCE), List.of())
                        .items())
                .extracting(item -> item.notification().content().taskId())
                .containsExactly(ROOF);
        assertThat(Told.of(notices, grace(Preferences.DEFAULT, false, WORKSPACE), List.of())
                        .items())
                .isEmpty();
    }

    @Test
    void an_excerpt_is_one_line_and_cut_between_characters() {
        assertThat(Decision.excerpt("  One\n\n two ")).isEqualTo("One two");
        String cut = Decision.excerpt("\uD83D\uDE00".repeat(300));
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(200);
        assertThat(cut).endsWith("\uD83D\uDE00…");
    }
}
