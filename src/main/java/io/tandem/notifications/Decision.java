package io.tandem.notifications;

import io.tandem.notifications.Facts.Discussed;
import io.tandem.notifications.Facts.Invitation;
import io.tandem.notifications.Notification.AboutComment;
import io.tandem.notifications.Notification.AboutTask;
import io.tandem.notifications.Notification.Content;
import io.tandem.notifications.Notification.Somebody;
import io.tandem.notifications.Occurrence.Assigned;
import io.tandem.notifications.Occurrence.Completed;
import io.tandem.notifications.Occurrence.Invited;
import io.tandem.notifications.Occurrence.Joined;
import io.tandem.notifications.Occurrence.Left;
import io.tandem.notifications.Occurrence.RoleChanged;
import io.tandem.notifications.Occurrence.Said;
import io.tandem.workspaces.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of an event, and as what. Never who did it, and nobody who is no member any more, but for whoever was removed
 * and hears of that.
 */
final class Decision {

    private static final int EXCERPT_MAX = 200;

    private final Entry entry;
    private final Facts facts;
    private final List<Notice> notices = new ArrayList<>();

    private Decision(Entry entry, Facts facts) {
        this.entry = entry;
        this.facts = facts;
    }

    static List<Notice> of(Entry entry, @Nullable Occurrence occurrence, Facts facts) {
        if (occurrence == null || facts.workspaceName() == null) return List.of();
        Decision decision = new Decision(entry, facts);
        decision.decide(occurrence);
        return decision.notices;
    }

    /** Who comes into question: to be looked up before it is decided. Those who run the workspace always do. */
    static Collection<UUID> candidates(Occurrence occurrence) {
        return switch (occurrence) {
            case Assigned assigned -> List.of(assigned.to());
            case Completed completed -> people(completed.createdBy(), completed.assignedTo());
            case Said said -> said.mentions();
            case RoleChanged changed -> List.of(changed.person());
            case Left left -> List.of(left.person());
            case Joined joined -> List.of();
            case Invited invited -> List.of();
        };
    }

    private void decide(Occurrence occurrence) {
        switch (occurrence) {
            case Assigned(AboutTask task, UUID to) -> tell(List.of(to), Kind.ASSIGNED, about(task, null));
            case Completed(AboutTask task, UUID createdBy, UUID assignedTo) ->
                tell(people(createdBy, assignedTo), Kind.COMPLETED, about(task, null));
            case Said said -> said(said);
            case Joined joined -> tell(facts.whoRunIt(), Kind.JOINED, plain(null, null));
            case Left(UUID person) -> left(person);
            case RoleChanged(UUID person, Role role) -> tell(List.of(person), Kind.ROLE_CHANGED, plain(role, null));
            case Invited(UUID inviteId) -> invited(facts.invites().get(inviteId));
        }
    }

    private void said(Said said) {
        Discussed discussed = facts.tasks().get(said.taskId());
        if (discussed == null) return;
        Content content = about(discussed.task(), new AboutComment(said.commentId(), excerpt(said.text())));
        tell(said.mentions(), Kind.MENTIONED, content);
        if (!said.fresh()) return;
        Set<UUID> others = people(discussed.createdBy(), discussed.assignedTo());
        others.addAll(discussed.commenters().getOrDefault(said.commentId(), List.of()));
        said.mentions().forEach(others::remove);
        tell(others, Kind.COMMENTED, content);
    }

    private void left(UUID person) {
        Content content = leaving(new Somebody(person, facts.names().getOrDefault(person, "")));
        tell(facts.whoRunIt().stream().filter(other -> !other.equals(person)).toList(), Kind.LEFT, content);
        if (!person.equals(entry.actorId())) add(person, Kind.LEFT, content);
    }

    private void invited(@Nullable Invitation invitation) {
        if (invitation == null || facts.isMember(invitation.userId())) return;
        if (invitation.userId().equals(entry.actorId())) return;
        add(invitation.userId(), Kind.INVITED, plain(invitation.role(), invitation.url()));
    }

    private void tell(Collection<UUID> people, Kind kind, Content content) {
        people.stream()
                .distinct()
                .filter(person -> !person.equals(entry.actorId()) && facts.isMember(person))
                .forEach(person -> add(person, kind, content));
    }

    private void add(UUID person, Kind kind, Content content) {
        notices.add(new Notice(person, kind, entry.workspaceId(), content, entry.seq(), entry.at()));
    }

    private Content about(AboutTask task, @Nullable AboutComment comment) {
        return new Content(facts.workspaceName(), task, comment, actor(), null, null, null, null);
    }

    private Content plain(@Nullable Role role, @Nullable String inviteUrl) {
        return new Content(facts.workspaceName(), null, null, actor(), null, role, null, inviteUrl);
    }

    private Content leaving(Somebody person) {
        return new Content(facts.workspaceName(), null, null, actor(), person, null, null, null);
    }

    private Somebody actor() {
        return new Somebody(entry.actorId(), entry.actorName());
    }

    private static Set<UUID> people(UUID one, @Nullable UUID other) {
        Set<UUID> people = new LinkedHashSet<>();
        people.add(one);
        if (other != null) people.add(other);
        return people;
    }

    /** The beginning, in one line; cut between characters, never in one. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= EXCERPT_MAX) return line;
        return line.substring(0, line.offsetByCodePoints(0, EXCERPT_MAX - 1)) + "…";
    }
}
