package io.tandem.notifications;

import io.tandem.accounts.User;
import io.tandem.mail.Letter;
import io.tandem.mail.Letter.Unsubscribe;
import io.tandem.mail.Outbox;
import io.tandem.platform.Ids;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters about what somebody should know. */
final class MailingLetter {

    private static final int ENTRIES_MAX = 20;

    private final Outbox outbox;
    private final UnsubscribeTokens tokens;

    MailingLetter(Outbox outbox, UnsubscribeTokens tokens) {
        this.outbox = outbox;
        this.tokens = tokens;
    }

    /** @param member whether the reader is in the notification's workspace now */
    record Wanted(Notification notification, boolean member) {}

    /** @param wanted at least one, the oldest first */
    Letter of(User reader, List<Wanted> wanted) {
        ZoneId zone = DigestTimes.zoneOf(reader.timeZone());
        Wanted first = wanted.getFirst();
        String sentence = MailingTexts.sentence(first.notification(), first.member(), zone);
        Letter letter = Letter.about(
                "notifications:" + Ids.next(), reader.email(), MailingTexts.andMore(sentence, wanted.size() - 1));
        return ended(wanted.size() == 1 ? one(letter, first, zone) : several(letter, wanted, zone), reader, wanted);
    }

    private Letter one(Letter letter, Wanted wanted, ZoneId zone) {
        Notification told = wanted.notification();
        return letter.title(MailingTexts.sentence(told, wanted.member(), zone))
                .text(MailingTexts.detail(told, zone))
                .button(label(told), link(told));
    }

    private Letter several(Letter letter, List<Wanted> wanted, ZoneId zone) {
        Letter all = letter.title(MailingTexts.newOnes(wanted.size()));
        for (Wanted each : wanted.subList(0, Math.min(wanted.size(), ENTRIES_MAX))) all = entry(all, each, zone);
        if (wanted.size() > ENTRIES_MAX) all = all.text(MailingTexts.notShown(wanted.size() - ENTRIES_MAX));
        return all.button(MailingTexts.OPEN_TANDEM, outbox.link("/"));
    }

    /** Also what a digest shows. */
    Letter entry(Letter letter, Wanted wanted, ZoneId zone) {
        Notification told = wanted.notification();
        return letter.entry(
                MailingTexts.sentence(told, wanted.member(), zone), MailingTexts.detail(told, zone), link(told));
    }

    private static String label(Notification told) {
        if (told.inviteUrl() != null) return MailingTexts.OPEN_INVITE;
        if (told.task() != null) return MailingTexts.OPEN_TASK;
        return told.workspaceId() == null ? MailingTexts.OPEN_TANDEM : MailingTexts.OPEN_WORKSPACE;
    }

    private URI link(Notification told) {
        if (told.inviteUrl() != null) return invite(told.inviteUrl());
        if (told.task() != null) return task(told.workspaceId(), told.task().id());
        return outbox.link(told.workspaceId() == null ? "/" : "/workspaces/" + told.workspaceId());
    }

    private URI invite(String url) {
        return url.startsWith("/") ? outbox.link(url) : URI.create(url);
    }

    URI task(@Nullable UUID workspaceId, UUID taskId) {
        return outbox.link(
                workspaceId == null ? "/tasks/" + taskId : "/workspaces/" + workspaceId + "/tasks/" + taskId);
    }

    /** One click turns off the one kind the letter is about; where there are several, all mails. */
    private Letter ended(Letter letter, User reader, List<Wanted> wanted) {
        List<Kind> kinds = wanted.stream()
                .map(each -> each.notification().kind())
                .distinct()
                .toList();
        Letter ended = letter.because(MailingTexts.because(kinds));
        if (kinds.size() == 1) {
            String label = MailingTexts.turnOff(kinds.getFirst());
            return settings(ended.unsubscribe(unsubscribe(reader.id(), Mailed.of(kinds.getFirst()), label)));
        }
        ended = ended.unsubscribe(unsubscribe(reader.id(), Mailed.ALL, MailingTexts.NO_MAILS));
        for (Kind kind : kinds) ended = ended.way(MailingTexts.turnOff(kind), page(reader.id(), Mailed.of(kind)));
        return settings(ended);
    }

    Letter settings(Letter letter) {
        return letter.way(MailingTexts.SETTINGS, outbox.link("/notifications/settings"));
    }

    Unsubscribe unsubscribe(UUID person, Mailed what, String label) {
        URI oneClick = outbox.link("/api/notifications/unsubscribe/" + tokens.of(person, what));
        return new Unsubscribe(label, page(person, what), oneClick);
    }

    private URI page(UUID person, Mailed what) {
        return outbox.link("/unsubscribe/" + tokens.of(person, what));
    }
}
