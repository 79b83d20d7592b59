package io.tandem.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How letters look, and what nobody can make of them. */
class LetterTest {

    private static final URI HOME = URI.create("https://tandem.example");
    private static final String SCRIPT = "<script>alert(\"hi\")</script> & 'more'";

    private static Letter letter() {
        return Letter.about("key", "grace@example.org", "Two things")
                .title("Two things happened")
                .text("While you were away.\nNot much.")
                .entry("Ada assigned you “Paint the fence”", "Garden · 14:32", URI.create("https://tandem.example/t/1"))
                .section("Due soon")
                .entry("Buy milk", "")
                .button("Open Tandem", HOME)
                .because("You get this because you use Tandem.")
                .way("Choose your mails", URI.create("https://tandem.example/notifications/settings"));
    }

    @Test
    void as_text_it_reads_from_top_to_bottom() {
        assertThat(TextLayout.of(letter())).isEqualTo("""
                        Two things happened
                        ===================

                        While you were away.
                        Not much.

                        * Ada assigned you “Paint the fence”
                          Garden · 14:32
                          https://tandem.example/t/1

                        Due soon
                        --------

                        * Buy milk

                        Open Tandem:
                        https://tandem.example

                        --\s
                        You get this because you use Tandem.
                        Choose your mails:
                        https://tandem.example/notifications/settings
                        """);
    }

    @Test
    void as_html_it_leads_to_the_same_places_and_loads_nothing() {
        String html = HtmlLayout.of(letter(), HOME);
        assertThat(html)
                .contains("Two things happened</h1>")
                .contains("While you were away.<br>")
                .contains("href=\"https://tandem.example/t/1\"")
                .contains("color-scheme")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }

    @Test
    void what_people_wrote_stays_text() {
        Letter hostile = Letter.about("key", "grace@example.org", SCRIPT)
                .title(SCRIPT)
                .text(SCRIPT)
                .entry(SCRIPT, SCRIPT, HOME)
                .entry(SCRIPT, SCRIPT)
                .button(SCRIPT, HOME)
                .section(SCRIPT)
                .because(SCRIPT)
                .way(SCRIPT, HOME)
                .unsubscribe(new Letter.Unsubscribe(SCRIPT, HOME, HOME));
        assertThat(HtmlLayout.of(hostile, HOME))
                .doesNotContain("<script")
                .doesNotContain("alert(\"")
                .doesNotContain("'more'")
                .contains("&lt;script&gt;alert(&quot;hi&quot;)&lt;/script&gt; &amp; &#39;more&#39;");
        assertThat(TextLayout.of(hostile)).contains(SCRIPT);
    }

    @Test
    void a_link_leads_to_the_web_or_there_is_no_letter() {
        Letter letter = Letter.about("key", "grace@example.org", "Hm").button("Go", URI.create("javascript:alert(1)"));
        assertThatThrownBy(() -> HtmlLayout.of(letter, HOME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_must_be_one_line_becomes_one() {
        assertThat(Lines.one("Paint\r\nBcc: eve@example.org\u2028\u0000\tfast"))
                .isEqualTo("Paint Bcc: eve@example.org fast");
        assertThat(Lines.one("\u202eevil\u2066")).isEqualTo("evil");
        assertThat(Lines.one("😀".repeat(10), 4)).isEqualTo("😀😀😀…");
        assertThat(Lines.one("short", 5)).isEqualTo("short");
    }

    @Test
    void a_header_takes_any_character_and_stays_in_its_lines() throws Exception {
        assertThat(EncodedWords.of("Ada invites you")).isEqualTo("Ada invites you");
        for (String text :
                List.of("=?UTF-8?Q?no?=", "émigré 😀", "😀".repeat(100), "ü".repeat(150), "日本語".repeat(40))) {
            String header = EncodedWords.of(text);
            assertThat(header.split("\r\n "))
                    .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
            assertThat(MimeUtility.decodeText(header)).isEqualTo(text);
        }
    }

    @Test
    void a_letter_waits_longer_from_try_to_try_and_never_longer_than_a_quarter_of_an_hour() {
        assertThat(IntStream.of(1, 2, 3, 5, 6, 1_000).mapToObj(Backoff::after))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(810),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15));
    }
}
