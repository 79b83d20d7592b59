package io.tandem.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.tandem.presence.Gone;
import io.tandem.presence.Person;
import io.tandem.presence.PresenceAddresses;
import io.tandem.presence.TypingField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says beside events; docs/live-protocol.md has them all. */
sealed interface ServerMessage {

    default Frame frame() {
        return new Frame(Json.encode(this));
    }

    default Frame frameForOne() {
        return Frame.forOne(Json.encode(this));
    }

    record Welcome(String type, Greeting data) implements ServerMessage {

        record User(UUID id, String name) {}

        record Greeting(UUID connectionId, User user, int heartbeatInterval, Instant serverTime, Instant expiresAt) {}

        Welcome(Greeting data) {
            this("welcome", data);
        }
    }

    record Authenticated(String type, Instant expiresAt) implements ServerMessage {
        Authenticated(Instant expiresAt) {
            this("authenticated", expiresAt);
        }
    }

    /** {@code id} is missing on a subscription that the address asked for; {@code presence} is JSON. */
    record Subscribed(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String id,

            @Nullable UUID workspaceId,
            UUID epoch,
            long seq,
            boolean recovered,
            @Nullable String role,
            @JsonRawValue String presence)
            implements ServerMessage {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unsubscribed(
            String type,
            @Nullable String id,
            UUID workspaceId,
            @Nullable String code) implements ServerMessage {}

    record Resync(String type, @Nullable UUID workspaceId, UUID epoch, long seq) implements ServerMessage {
        Resync(@Nullable UUID workspaceId, UUID epoch, long seq) {
            this("resync", workspaceId, epoch, seq);
        }
    }

    /** {@code data} is JSON: the event's, or the answer told again. */
    record Ack(
            String type,
            String id,
            @Nullable UUID workspaceId,
            long seq,
            @JsonRawValue String data) implements ServerMessage {
        Ack(String id, @Nullable UUID workspaceId, long seq, String data) {
            this("ack", id, workspaceId, seq, data);
        }
    }

    record UserJoined(String type, UUID workspaceId, Person data) implements ServerMessage {
        UserJoined(UUID workspaceId, Person data) {
            this("presence.user_joined", workspaceId, data);
        }
    }

    record UserLeft(String type, UUID workspaceId, Gone data) implements ServerMessage {
        UserLeft(UUID workspaceId, Gone data) {
            this("presence.user_left", workspaceId, data);
        }
    }

    record Viewing(String type, UUID workspaceId, Looking data) implements ServerMessage {

        record Looking(UUID userId, List<UUID> viewing) {}

        Viewing(UUID workspaceId, Person person) {
            this("viewing", workspaceId, new Looking(person.userId(), person.viewing()));
        }
    }

    /** Differences; the full one is encoded where it is kept. */
    record PresenceUpdate(String type, UUID workspaceId, Changes data) implements ServerMessage {

        record Changes(boolean full, List<Person> people, List<UUID> left) {}

        PresenceUpdate(UUID workspaceId, List<Person> people, List<Gone> left) {
            this(
                    "presence.update",
                    workspaceId,
                    new Changes(false, people, left.stream().map(Gone::userId).toList()));
        }
    }

    record Typing(String type, UUID workspaceId, Keys data) implements ServerMessage {

        record Keys(UUID userId, String name, UUID taskId, TypingField field, boolean active, long expiresInMs) {}

        Typing(PresenceAddresses.Typing typing) {
            this(
                    "typing",
                    typing.workspaceId(),
                    new Keys(
                            typing.userId(),
                            typing.name(),
                            typing.taskId(),
                            typing.field(),
                            typing.active(),
                            Attention.EXPIRES_MS));
        }
    }

    record Heartbeat(String type, Map<String, Long> heads) implements ServerMessage {
        Heartbeat(Map<String, Long> heads) {
            this("heartbeat", heads);
        }
    }

    record Goodbye(String type, When data) implements ServerMessage {

        record When(long reconnectAfterMs) {}

        Goodbye(long reconnectAfterMs) {
            this("goodbye", new When(reconnectAfterMs));
        }
    }

    /** Why a SockJS session is about to be closed. */
    record Closing(String type, int code, String reason) implements ServerMessage {
        Closing(int code, String reason) {
            this("closing", code, reason);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String type,
            @Nullable String id,
            String code,
            String message,
            @Nullable Object data) implements ServerMessage {

        static Failed of(@Nullable String id, Problem problem) {
            Object data = problem.errors().isEmpty() ? problem.data() : Map.of("errors", problem.errors());
            return new Failed("error", id, problem.code(), problem.detail(), data);
        }
    }
}
