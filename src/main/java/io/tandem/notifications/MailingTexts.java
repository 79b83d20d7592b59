package io.tandem.notifications;

import io.tandem.notifications.Notification.Somebody;
import io.tandem.workspaces.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every word of the mails about notifications. */
final class MailingTexts {

    static final String OPEN_TASK = "Open the task";
    static final String OPEN_WORKSPACE = "Open the workspace";
    static final String OPEN_INVITE = "See the invitation";
    static final String OPEN_TANDEM = "Open Tandem";
    static final String SETTINGS = "Choose what you get mails about";
    static final String NO_DIGEST = "Turn off the digest";
    static final String NO_MAILS = "Turn off all mails";
    static final String UNREAD = "Unread";
    static final String DUE = "Due";
    static final String CHANGES = "What others changed";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final String DOT = " · ";

    private MailingTexts() {}

    static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /** @param member whether the reader is in the workspace now: who is told of leaving it, and is out, was removed */
    static String sentence(Notification told, boolean member, ZoneId zone) {
        String who = told.actor() == null ? "Somebody" : told.actor().name();
        String workspace = told.workspaceName() == null ? "a workspace" : told.workspaceName();
        String task = told.task() == null ? "a task" : "“" + told.task().title() + "”";
        int count = told.count();
        return switch (told.kind()) {
            case ASSIGNED -> who + " assigned " + task + " to you";
            case COMPLETED -> who + " completed " + task;
            case MENTIONED -> who + " mentioned you" + (count > 1 ? " " + count + " times" : "") + " in " + task;
            case COMMENTED ->
                count > 1
                        ? count + " new comments on " + task + ", the latest from " + who
                        : who + " commented on " + task;
            case DUE_SOON -> task + (told.dueAt() == null ? " is due soon" : " is due " + time(told.dueAt(), zone));
            case INVITED -> who + " invited you to " + workspace + as(told.role());
            case JOINED -> who + " joined " + workspace;
            case LEFT -> left(told, member, who, workspace);
            case ROLE_CHANGED -> who + " changed your role in " + workspace + as(told.role());
        };
    }

    private static String left(Notification told, boolean member, String who, String workspace) {
        if (!member) return who + " removed you from " + workspace;
        Somebody gone = told.person();
        if (gone == null || gone.equals(told.actor())) return who + " left " + workspace;
        return who + " removed " + gone.name() + " from " + workspace;
    }

    private static String as(@Nullable Role role) {
        return role == null ? "" : ": " + role.name().toLowerCase(Locale.ROOT);
    }

    /** What stands below the sentence: what was said, where and when. */
    static String detail(Notification told, ZoneId zone) {
        String said = told.comment() == null ? "" : "“" + told.comment().excerpt() + "”" + DOT;
        String where = told.workspaceName() == null ? "" : told.workspaceName() + DOT;
        return said + where + time(told.updatedAt(), zone);
    }

    static String andMore(String sentence, int more) {
        return more == 0 ? sentence : sentence + " and " + more + " more";
    }

    static String newOnes(int count) {
        return count + " new notifications";
    }

    static String notShown(int count) {
        return "… and " + count + " more in Tandem.";
    }

    static String because(Collection<Kind> kinds) {
        return "You get this because your notification settings ask for mails about: "
                + kinds.stream().map(MailingTexts::name).collect(Collectors.joining(", ")) + ".";
    }

    static String turnOff(Kind kind) {
        return "Turn off mails about “" + name(kind) + "”";
    }

    /** As the settings call them. */
    private static String name(Kind kind) {
        return switch (kind) {
            case ASSIGNED -> "Assigned to me";
            case COMPLETED -> "Completed";
            case MENTIONED -> "Mentions";
            case COMMENTED -> "Comments";
            case DUE_SOON -> "Due soon";
            case INVITED -> "Invitations";
            case JOINED -> "Somebody joins";
            case LEFT -> "Somebody leaves";
            case ROLE_CHANGED -> "My role changes";
        };
    }

    static String digest(Digest rhythm, LocalDate day) {
        String what = rhythm == Digest.WEEKLY ? "Your week in Tandem" : "Your day in Tandem";
        return what + ": " + DAY.format(day);
    }

    static String digestBecause(Digest rhythm) {
        return "You get this because you asked for a " + rhythm.word() + " digest.";
    }

    static String due(Instant dueAt, boolean isOver, @Nullable String workspace, ZoneId zone) {
        String where = workspace == null ? "" : workspace + DOT;
        return where + (isOver ? "was due " : "due ") + time(dueAt, zone);
    }

    static String task(long number, String title) {
        return "#" + number + " " + title;
    }

    /** @param max that was counted to */
    static String changes(int count, int max) {
        if (count >= max) return max + " changes or more";
        return count == 1 ? "1 change" : count + " changes";
    }
}
