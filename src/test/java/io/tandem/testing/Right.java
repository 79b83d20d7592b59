package io.tandem.testing;

import io.tandem.workspaces.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code x-right} says, and what follows from it for everybody: the table the whole matrix is checked against. */
public enum Right {
    PUBLIC(null),
    SIGNED_IN(null),
    READ(Role.VIEWER),
    WRITE(Role.MEMBER),
    ADMINISTER(Role.ADMIN),
    OWN(Role.OWNER),
    ADMINISTER_INSTALLATION(null);

    /** What depends on whose something is, which no right says: by operation or command, who is refused all the same. */
    private static final Map<String, Map<Part, Refusal>> WHOSE = Map.of(
            "changeComment", Map.of(Part.COLLEAGUE, Refusal.NOT_ALLOWED),
            "deleteComment", Map.of(Part.COLLEAGUE, Refusal.NOT_ALLOWED),
            "comment.update", Map.of(Part.COLLEAGUE, Refusal.NOT_ALLOWED),
            "comment.delete", Map.of(Part.COLLEAGUE, Refusal.NOT_ALLOWED),
            "readNotification", ofTheOwner(),
            "notification.read", ofTheOwner(),
            "leaveWorkspace", Map.of(Part.OWNER, Refusal.LAST_OWNER));

    /** What somebody was told stays theirs, though they have left. */
    private static final Set<String> KEPT =
            Set.of("listNotifications", "readAllNotifications", "notification.read_all");

    private final @Nullable Role from;

    Right(@Nullable Role from) {
        this.from = from;
    }

    public static Right of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Only who is told of something sees the notification. */
    private static Map<Part, Refusal> ofTheOwner() {
        return Arrays.stream(Part.values())
                .filter(part -> part.isKnown() && part != Part.OWNER)
                .collect(Collectors.toMap(Function.identity(), part -> Refusal.UNSEEN));
    }

    /**
     * How somebody is refused who asks for the workspace's own things; null where they are let through.
     *
     * @param what the operation or command
     */
    public @Nullable Refusal refusal(Part part, String what) {
        if (part == Part.REMOVED && KEPT.contains(what)) return null;
        Refusal byRight = refusal(part);
        return byRight != null ? byRight : WHOSE.getOrDefault(what, Map.of()).get(part);
    }

    private @Nullable Refusal refusal(Part part) {
        if (this == PUBLIC) return null;
        if (!part.isKnown()) return Refusal.NOT_SIGNED_IN;
        if (this == ADMINISTER_INSTALLATION) return part == Part.INSTALLER ? null : Refusal.NOT_ALLOWED;
        if (from == null) return null;
        Role role = part.role();
        if (role == null) return Refusal.UNSEEN;
        return role.compareTo(from) < 0 ? Refusal.NOT_ALLOWED : null;
    }
}
