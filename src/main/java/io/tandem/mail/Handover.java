package io.tandem.mail;

import io.tandem.platform.Mailbox;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.List;

/**
 * A letter in the hands of the mail client. It notices when the client begins to read it, which it does once the server
 * has let it in: whatever goes wrong before has nothing to do with the letter, and has surely not sent it.
 */
final class Handover extends MailMessage {

    private boolean begun;
    private boolean withdrawn;

    Handover(Sealed letter, Mailbox from) {
        setFrom(from.address());
        setBounceAddress(from.address());
        setTo(List.of(letter.recipient()));
        setText(letter.text());
        setHtml(letter.html());
        setHeaders(headers(letter, from));
    }

    /** The same Message-ID at every try: mailboxes recognise a letter that came twice by it. */
    private static MultiMap headers(Sealed letter, Mailbox from) {
        String domain = from.address().substring(from.address().indexOf('@') + 1);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("From", header(from))
                .add("Subject", EncodedWords.of(letter.subject()))
                .add("Message-ID", "<" + letter.id() + "@" + domain + ">")
                .add("Auto-Submitted", "auto-generated");
        letter.unsubscribe().ifPresent(url -> headers.add("List-Unsubscribe", "<" + url + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        return headers;
    }

    private static String header(Mailbox from) {
        return from.name().isEmpty() ? from.address() : EncodedWords.of(from.name()) + " <" + from.address() + ">";
    }

    @Override
    public String getText() {
        if (withdrawn) throw new IllegalStateException("Nobody waits for this letter any more");
        begun = true;
        return super.getText();
    }

    /** Takes the letter back, if the client has not begun to hand it over; then it never will. */
    boolean withdraw() {
        withdrawn = !begun;
        return withdrawn;
    }
}
