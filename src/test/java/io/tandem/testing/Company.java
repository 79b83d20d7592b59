package io.tandem.testing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody for each part, around a workspace that has one of everything. Whoever registers first administers the server. */
public final class Company {

    private static final long EXPIRED_SECONDS = 3_600;

    private final Map<Part, Person> people = new EnumMap<>(Part.class);
    private final Cast cast;
    private final Things things;

    /** @param secret that the server signs tokens with */
    public Company(TandemServer server, String secret) {
        people.put(Part.INSTALLER, server.register("Ida"));
        cast = new Cast(server);
        people.put(Part.ANONYMOUS, server.stranger());
        people.put(Part.STRANGER, server.register("Trudy"));
        people.put(Part.REMOVED, server.register("Linus"));
        people.put(Part.VIEWER, server.register("Hedy"));
        people.put(Part.COLLEAGUE, server.register("Barbara"));
        people.put(Part.ADMIN, server.register("Edsger"));
        people.put(Part.MEMBER, cast.grace());
        people.put(Part.OWNER, cast.ada());
        people.put(
                Part.EXPIRED,
                Tokens.shortLived(cast.ada(), secret, Instant.now().minusSeconds(EXPIRED_SECONDS)));
        people.put(Part.SIGNED_OUT, signedOut(cast.ada()));
        things = fresh();
    }

    private static Person signedOut(Person person) {
        Person gone = person.elsewhere();
        gone.post("/api/auth/logout", Map.of()).expect(204);
        return gone;
    }

    public Cast cast() {
        return cast;
    }

    public Person person(Part part) {
        Person person = people.get(part);
        if (person == null) throw new IllegalStateException("Nobody plays " + part);
        return person;
    }

    /** Null for who has none. */
    public @Nullable String token(Part part) {
        return part == Part.ANONYMOUS ? null : person(part).token();
    }

    /** What everybody shares. */
    public Things things() {
        return things;
    }

    /** A workspace nobody has touched yet, with everybody in their part. */
    public Things fresh() {
        Things fresh = cast.fresh();
        cast.ada().invites(person(Part.VIEWER), fresh.workspace(), "viewer");
        cast.ada().invites(person(Part.COLLEAGUE), fresh.workspace(), "member");
        cast.ada().invites(person(Part.ADMIN), fresh.workspace(), "admin");
        Person removed = person(Part.REMOVED);
        cast.ada().invites(removed, fresh.workspace(), "member");
        cast.ada()
                .delete("/api/workspaces/" + fresh.workspace() + "/members/" + removed.id())
                .expect(204);
        return fresh;
    }

    /** What an answer gives away that it must not: ids of what the one who asked may not see. */
    public List<String> leaks(Part part, String answer) {
        List<String> hidden = part.isMember() ? ids(cast.foreign()) : join(ids(cast.foreign()), ids(things));
        return hidden.stream().filter(answer::contains).toList();
    }

    /** Who was removed still has the log of their own, in which the workspace and its people have a name. */
    private static List<String> ids(Things of) {
        return List.of(
                "" + of.task(),
                "" + of.otherTask(),
                "" + of.column(),
                "" + of.otherColumn(),
                "" + of.label(),
                "" + of.comment(),
                "" + of.invite(),
                "" + of.notification());
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
