package io.tandem.live;

import io.tandem.live.ServerMessage.PresenceUpdate;
import io.tandem.live.ServerMessage.UserJoined;
import io.tandem.live.ServerMessage.UserLeft;
import io.tandem.live.ServerMessage.Viewing;
import io.tandem.platform.Json;
import io.tandem.presence.Gone;
import io.tandem.presence.Person;
import io.tandem.presence.PresenceAddresses.Told;
import io.tandem.presence.PresenceAddresses.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of one workspace as one hub tells them: everybody once, then numbered differences. Pure state. */
final class Crowd {

    /** Few differences are told one by one, more of them in one message. */
    private static final int ONE_BY_ONE_MAX = 3;

    private final UUID workspaceId;
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private @Nullable String json;
    private boolean known;
    private boolean asked;
    private long version;

    Crowd(UUID workspaceId) {
        this.workspaceId = workspaceId;
    }

    /** Whether everybody is known; until then nothing can be told. */
    boolean isKnown() {
        return known;
    }

    void is(Whole whole) {
        people.clear();
        whole.people().forEach(person -> people.put(person.userId(), person));
        version = whole.version();
        known = true;
        json = null;
    }

    /** Answers whether nobody was asked yet who is here: then whoever wants to know asks. */
    boolean startAsking() {
        boolean starts = !asked;
        asked = true;
        return starts;
    }

    void stopAsking() {
        asked = false;
    }

    /** A number is missing: the whole is needed. */
    void forget() {
        known = false;
    }

    boolean isOld(Told told) {
        return told.version() <= version;
    }

    boolean isNext(Told told) {
        return told.version() == version + 1;
    }

    /** Takes the next differences; answers the messages that tell them. */
    List<Frame> apply(Told told) {
        version = told.version();
        json = null;
        List<ServerMessage> messages = new ArrayList<>();
        for (Person person : told.people()) messages.add(message(person, people.put(person.userId(), person)));
        for (Gone gone : told.left()) {
            if (people.remove(gone.userId()) != null) messages.add(new UserLeft(workspaceId, gone));
        }
        return messages.size() <= ONE_BY_ONE_MAX
                ? messages.stream().map(ServerMessage::frame).toList()
                : List.of(new PresenceUpdate(workspaceId, told.people(), told.left()).frame());
    }

    private ServerMessage message(Person person, @Nullable Person before) {
        if (before == null) return new UserJoined(workspaceId, person);
        boolean onlyViews = before.name().equals(person.name()) && before.status() == person.status();
        return onlyViews
                ? new Viewing(workspaceId, person)
                : new PresenceUpdate(workspaceId, List.of(person), List.of());
    }

    /** Everybody, encoded once for all who ask. */
    String json() {
        if (json == null) json = Json.encode(people.values());
        return json;
    }

    /** Replaces all that a client knows. */
    Frame whole() {
        return new Frame("{\"type\":\"presence.update\",\"workspace_id\":\"" + workspaceId
                + "\",\"data\":{\"full\":true,\"people\":" + json() + ",\"left\":[]}}");
    }
}
