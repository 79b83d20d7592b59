package io.tandem.notifications;

import io.tandem.accounts.User;
import io.tandem.mail.Letter;
import io.tandem.mail.Outbox;
import io.tandem.notifications.DigestStore.Changes;
import io.tandem.notifications.DigestStore.Due;
import io.tandem.notifications.MailingLetter.Wanted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Letters that sum up. */
final class DigestLetter {

    private final Outbox outbox;
    private final MailingLetter letters;

    DigestLetter(Outbox outbox, MailingLetter letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    /** What there is to say. */
    record Summary(List<Wanted> unread, List<Due> due, List<Changes> changes) {

        boolean isEmpty() {
            return unread.isEmpty() && due.isEmpty() && changes.isEmpty();
        }
    }

    /** One for each person and day where they live, whatever becomes of the plan. */
    Letter of(User reader, DigestPlan plan, Summary summary, Instant now) {
        ZoneId zone = plan.times().zone();
        String title = MailingTexts.digest(plan.rhythm(), plan.day());
        Letter letter = Letter.about("digest:" + reader.id() + ":" + plan.day(), reader.email(), title)
                .title(title);
        letter = unread(letter, summary.unread(), zone);
        letter = due(letter, summary.due(), zone, now);
        letter = changes(letter, summary.changes());
        return letters.settings(letter.button(MailingTexts.OPEN_TANDEM, outbox.link("/"))
                .because(MailingTexts.digestBecause(plan.rhythm()))
                .unsubscribe(letters.unsubscribe(reader.id(), Mailed.DIGEST, MailingTexts.NO_DIGEST)));
    }

    private Letter unread(Letter letter, List<Wanted> unread, ZoneId zone) {
        if (unread.isEmpty()) return letter;
        Letter all = letter.section(MailingTexts.UNREAD);
        for (Wanted each : unread) all = letters.entry(all, each, zone);
        return all;
    }

    private Letter due(Letter letter, List<Due> tasks, ZoneId zone, Instant now) {
        if (tasks.isEmpty()) return letter;
        Letter all = letter.section(MailingTexts.DUE);
        for (Due task : tasks) {
            boolean isOver = task.dueAt().isBefore(now);
            all = all.entry(
                    MailingTexts.task(task.number(), task.title()),
                    MailingTexts.due(task.dueAt(), isOver, task.workspace(), zone),
                    letters.task(task.workspaceId(), task.id()));
        }
        return all;
    }

    private Letter changes(Letter letter, List<Changes> changes) {
        if (changes.isEmpty()) return letter;
        Letter all = letter.section(MailingTexts.CHANGES);
        for (Changes each : changes) {
            all = all.entry(
                    each.workspace(),
                    MailingTexts.changes(each.count(), DigestStore.CHANGES_MAX),
                    outbox.link("/workspaces/" + each.workspaceId()));
        }
        return all;
    }
}
