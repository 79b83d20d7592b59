package io.tandem.mail;

import io.tandem.platform.Ids;
import io.tandem.platform.Mailbox;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where features put letters, in the transaction of what they tell of: no letter for what did not happen, none lost for
 * what did. Some instance sends it within seconds. Where no mail server is configured nothing is kept.
 */
public final class Outbox {

    private static final Logger logger = LoggerFactory.getLogger(Outbox.class);
    private static final int SUBJECT_MAX = 150;

    private final Optional<URI> home;

    public Outbox(Settings settings) {
        home = settings.mail().isOn() ? settings.publicUrl() : Optional.empty();
    }

    /** Whether letters put in here are sent. */
    public boolean isOpen() {
        return home.isPresent();
    }

    /**
     * Where links in letters begin, without a slash at the end. Only while {@link #isOpen}.
     *
     * @param path {@code /tasks/…}
     */
    public URI link(String path) {
        return URI.create(home.orElseThrow() + path);
    }

    /** Puts a letter in; the same {@link Letter#key} again changes nothing. */
    public Future<Void> put(SqlConnection tx, Letter letter) {
        if (home.isEmpty()) return Future.succeededFuture();
        Optional<Mailbox> recipient = Mailbox.of(letter.to());
        if (recipient.isEmpty()) {
            logger.warn("No mail can be sent to an address that somebody has here; letter {}", letter.key());
            return Future.succeededFuture();
        }
        return OutboxStore.put(
                tx,
                new Sealed(
                        Ids.next(),
                        recipient.get().address(),
                        Lines.one(letter.subject(), SUBJECT_MAX),
                        TextLayout.of(letter),
                        HtmlLayout.of(letter, home.get()),
                        letter.unsubscribe().map(way -> way.oneClick().toString())),
                letter.key());
    }
}
