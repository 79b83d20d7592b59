package io.tandem.mail;

import io.tandem.mail.Letter.Button;
import io.tandem.mail.Letter.Entry;
import io.tandem.mail.Letter.Part;
import io.tandem.mail.Letter.Section;
import io.tandem.mail.Letter.Text;
import io.tandem.mail.Letter.Title;
import java.net.URI;

/** A letter for those who read mails as text: the whole of it, with links on lines of their own. */
final class TextLayout {

    private static final int RULE_MAX = 60;
    private static final String END = "\n\n-- \n";

    private TextLayout() {}

    static String of(Letter letter) {
        StringBuilder text = new StringBuilder();
        for (Part part : letter.parts()) {
            if (!text.isEmpty()) text.append("\n\n");
            text.append(text(part));
        }
        text.append(END).append(letter.reason());
        letter.unsubscribe().ifPresent(way -> text.append(way(way.label(), way.page())));
        letter.ways().forEach(way -> text.append(way(way.label(), way.link())));
        return text.append('\n').toString();
    }

    private static String way(String label, URI link) {
        return "\n" + Lines.one(label) + ":\n" + link;
    }

    private static String text(Part part) {
        return switch (part) {
            case Title title -> Lines.one(title.text()) + "\n" + "=".repeat(ruleOf(Lines.one(title.text())));
            case Section section -> Lines.one(section.text()) + "\n" + "-".repeat(ruleOf(Lines.one(section.text())));
            case Text text -> text.text().strip();
            case Entry entry -> entry(entry);
            case Button button -> Lines.one(button.label()) + ":\n" + button.link();
        };
    }

    private static int ruleOf(String title) {
        return Math.min(title.codePointCount(0, title.length()), RULE_MAX);
    }

    private static String entry(Entry entry) {
        StringBuilder text = new StringBuilder("* ").append(Lines.one(entry.text()));
        if (!entry.detail().isBlank()) text.append("\n  ").append(Lines.one(entry.detail()));
        entry.link().ifPresent(link -> text.append("\n  ").append(link));
        return text.toString();
    }
}
