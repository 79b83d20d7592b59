package io.tandem.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says, in words and links; how that looks is seen to by {@link Outbox}. Texts are plain: nothing in them
 * can become markup or a header.
 *
 * @param key what it is about: the same key twice is one letter
 * @param to the address of one person
 * @param reason why they get it, at the very end
 * @param ways more links below the reason
 */
public record Letter(
        String key,
        String to,
        String subject,
        List<Part> parts,
        String reason,
        Optional<Unsubscribe> unsubscribe,
        List<Button> ways) {

    /** One thing under the other. */
    public sealed interface Part {}

    /** Large, at the beginning. */
    public record Title(String text) implements Part {}

    /** What the parts below it have in common. */
    public record Section(String text) implements Part {}

    public record Text(String text) implements Part {}

    /** One of several things to look at: a line that leads there, and a fainter one below. */
    public record Entry(String text, String detail, Optional<URI> link) implements Part {}

    /** What most readers will want to do. */
    public record Button(String label, URI link) implements Part {}

    /**
     * The way to get no more of these.
     *
     * @param label what the link says: "Turn off these mails"
     * @param page for people
     * @param oneClick for mail programs, which send a POST there (RFC 8058)
     */
    public record Unsubscribe(String label, URI page, URI oneClick) {}

    /** A letter without words yet. */
    public static Letter about(String key, String to, String subject) {
        return new Letter(key, to, subject, List.of(), "", Optional.empty(), List.of());
    }

    public Letter title(String text) {
        return with(new Title(text));
    }

    public Letter section(String text) {
        return with(new Section(text));
    }

    public Letter text(String text) {
        return with(new Text(text));
    }

    public Letter entry(String text, String detail, URI link) {
        return with(new Entry(text, detail, Optional.of(link)));
    }

    public Letter entry(String text, String detail) {
        return with(new Entry(text, detail, Optional.empty()));
    }

    public Letter button(String label, URI link) {
        return with(new Button(label, link));
    }

    public Letter because(String why) {
        return new Letter(key, to, subject, parts, why, unsubscribe, ways);
    }

    public Letter unsubscribe(Unsubscribe way) {
        return new Letter(key, to, subject, parts, reason, Optional.of(way), ways);
    }

    /** Another link at the very end. */
    public Letter way(String label, URI link) {
        List<Button> more = new ArrayList<>(ways);
        more.add(new Button(label, link));
        return new Letter(key, to, subject, parts, reason, unsubscribe, List.copyOf(more));
    }

    private Letter with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Letter(key, to, subject, List.copyOf(more), reason, unsubscribe, ways);
    }
}
