package io.tandem.presence;

import io.tandem.journal.Written;
import io.tandem.platform.Address;
import io.tandem.platform.Announcement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where presence is told of connections, asked for people, and heard. */
public final class PresenceAddresses {

    /** Told as {@link Came} when a connection has begun to follow a log; again it changes nothing. */
    public static final String CAME = "presence.came";

    /** Told as {@link Went} when a connection follows a workspace no longer, though it is open. */
    public static final String WENT = "presence.went";

    /** Told as {@link Closed} when a connection is over. */
    public static final String CLOSED = "presence.closed";

    /** Told as {@link Views} when a connection shows another task. */
    public static final String VIEWS = "presence.views";

    /** Told as {@link Active} when somebody leaves their device, or comes back to it. */
    public static final String ACTIVE = "presence.active";

    /** Told to the hubs as {@link Told}: the next numbered differences of a workspace. */
    public static final String TOLD = "presence.told";

    /** Told to the hubs of every instance: somebody types. It may be lost. */
    public static final Announcement<Typing> TYPING = new Announcement<>("presence.typing", Typing.class);

    /** Told to the other instances where somebody follows the workspace: what connections this one has there. */
    public static final Announcement<Shared> SHARED = new Announcement<>("presence.shared", Shared.class);

    /** A question: everybody in a workspace, as the differences up to a number make it. */
    public static final Address<UUID, Whole> WHOLE = new Address<>("presence.whole", UUID.class);

    /** A question: who is in a workspace, also where nobody follows it in this instance. */
    public static final Address<UUID, List<Person>> PEOPLE = new Address<>("presence.people", UUID.class);

    public static final Address<ReadPresence, WorkspacePresence> READ =
            new Address<>("presence.read", ReadPresence.class);
    public static final Address<ReadStatus, OwnStatus> READ_STATUS =
            new Address<>("presence.read_status", ReadStatus.class);
    public static final Address<SetStatus, Written<OwnStatus>> SET_STATUS =
            new Address<>("presence.set_status", SetStatus.class);

    private PresenceAddresses() {}

    /** @param workspaceId null for the person's own log */
    public record Came(
            UUID connectionId,
            UUID userId,
            String name,
            @Nullable UUID workspaceId) {}

    public record Went(UUID connectionId, UUID workspaceId) {}

    public record Closed(UUID connectionId) {}

    /** @param taskId null: none */
    public record Views(
            UUID connectionId, UUID workspaceId, @Nullable UUID taskId) {}

    public record Active(UUID connectionId, boolean active) {}

    /**
     * @param version one more than that of the differences before
     * @param people who came or shows otherwise
     */
    public record Told(UUID workspaceId, long version, List<Person> people, List<Gone> left) {}

    public record Whole(long version, List<Person> people) {}

    /**
     * @param connectionId where it is typed
     * @param field what is typed in
     */
    public record Typing(
            UUID workspaceId,
            UUID connectionId,
            UUID userId,
            String name,
            UUID taskId,
            TypingField field,
            boolean active) {}
}
