package io.tandem.mail;

import io.tandem.mail.Letter.Button;
import io.tandem.mail.Letter.Entry;
import io.tandem.mail.Letter.Part;
import io.tandem.mail.Letter.Section;
import io.tandem.mail.Letter.Text;
import io.tandem.mail.Letter.Title;
import java.net.URI;
import java.util.stream.Collectors;

/**
 * A letter as HTML, in the colours of the web app. Tables and styles in the elements, because that is what mail programs
 * understand; dark where the program says so. Nothing is loaded from anywhere: opening a mail tells nobody.
 */
final class HtmlLayout {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            a { color: #4b47c4; }
            @media (prefers-color-scheme: dark) {
              .canvas { background: #0e0e12 !important; }
              .card { background: #17171c !important; border-color: #27272f !important; }
              .entry { border-color: #27272f !important; }
              .text, .title, .lead { color: #ececf2 !important; }
              .soft { color: #a0a0ad !important; }
              a, .link, .brand { color: #a5a3ff !important; }
              .button { background: #6a66e0 !important; color: #ffffff !important; }
            }
            @media (max-width: 480px) { .card { padding: 22px 18px !important; } }
            </style>
            </head>
            <body class="canvas" style="margin:0;padding:0;background:#f7f7f9;">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">%2$s</div>
            <table role="presentation" class="canvas" width="100%%" cellpadding="0" cellspacing="0" style="background:#f7f7f9;">
            <tr><td align="center" style="padding:28px 12px;">
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="max-width:560px;%6$s">
            <tr><td style="padding:0 4px 14px;"><a class="brand" href="%3$s" \
            style="color:#5551d0;font-size:15px;font-weight:700;text-decoration:none;">Tandem</a></td></tr>
            <tr><td class="card" style="background:#ffffff;border:1px solid #e6e6ec;border-radius:10px;padding:28px;">
            %4$s
            </td></tr>
            <tr><td class="soft" style="padding:16px 4px;color:#62626f;font-size:12px;line-height:18px;">%5$s</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            """;

    private static final String FONT =
            "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    private HtmlLayout() {}

    /** @param home where the name above the letter leads */
    static String of(Letter letter, URI home) {
        String body = letter.parts().stream().map(HtmlLayout::html).collect(Collectors.joining("\n"));
        return FRAME.formatted(
                escaped(Lines.one(letter.subject())), preview(letter), link(home), body, end(letter), FONT);
    }

    /** What lists of mails show behind the subject. */
    private static String preview(Letter letter) {
        return letter.parts().stream()
                .map(part -> switch (part) {
                    case Text text -> text.text();
                    case Entry entry -> entry.text();
                    default -> "";
                })
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> escaped(Lines.one(text, 120)))
                .orElse("");
    }

    private static String html(Part part) {
        return switch (part) {
            case Title title -> title(title);
            case Section section -> section(section);
            case Text text -> text(text);
            case Entry entry -> entry(entry);
            case Button button -> button(button);
        };
    }

    private static String title(Title title) {
        return """
                <h1 class="title" style="margin:0 0 14px;color:#1a1a21;font-size:19px;line-height:26px;">%s</h1>""".formatted(escaped(Lines.one(title.text())));
    }

    private static String section(Section section) {
        return """
                <h2 class="soft" style="margin:22px 0 10px;color:#62626f;font-size:13px;line-height:18px;">%s</h2>""".formatted(escaped(Lines.one(section.text())));
    }

    private static String text(Text text) {
        return """
                <p class="text" style="margin:0 0 14px;color:#1a1a21;font-size:15px;line-height:22px;">%s</p>""".formatted(escaped(text.text().strip()).replaceAll("\\R", "<br>\n"));
    }

    private static String entry(Entry entry) {
        String words = escaped(Lines.one(entry.text()));
        String line = entry.link().map(link -> """
                        <a class="link" href="%s" style="color:#4b47c4;font-weight:600;text-decoration:none;">%s</a>""".formatted(link(link), words)).orElse(words);
        String detail = entry.detail().isBlank() ? "" : """
                <br><span class="soft" style="color:#62626f;font-size:13px;line-height:19px;">%s</span>""".formatted(escaped(Lines.one(entry.detail())));
        return """
                <div class="entry text" style="margin:0 0 12px;padding:0 0 12px;border-bottom:1px solid #e6e6ec;\
                color:#1a1a21;font-size:15px;line-height:22px;">%s%s</div>""".formatted(line, detail);
    }

    private static String button(Button button) {
        return """
                <p style="margin:20px 0 6px;"><a class="button" href="%s" style="display:inline-block;background:#5551d0;\
                border-radius:7px;color:#ffffff;font-size:15px;font-weight:600;line-height:20px;padding:10px 18px;\
                text-decoration:none;">%s</a></p>""".formatted(link(button.link()), escaped(Lines.one(button.label())));
    }

    private static String end(Letter letter) {
        StringBuilder end = new StringBuilder(escaped(Lines.one(letter.reason())));
        letter.unsubscribe().ifPresent(way -> end.append(way(way.label(), way.page())));
        letter.ways().forEach(way -> end.append(way(way.label(), way.link())));
        return end.toString();
    }

    private static String way(String label, URI link) {
        return """
                <br><a class="soft" href="%s" style="color:#62626f;">%s</a>""".formatted(link(link), escaped(Lines.one(label)));
    }

    /** Only addresses of the web: {@code javascript:} would be another matter. */
    private static String link(URI address) {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw new IllegalArgumentException("Not an address of the web");
        return escaped(address.toString());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
