package io.tandem.notifications;

import io.tandem.platform.Address;

/** Where links out of mails are asked about and followed; questions, for nobody is signed in. */
public final class UnsubscribeAddresses {

    static final Address<String, Mailed> PREVIEW = new Address<>("notifications.preview_unsubscribe", String.class);
    static final Address<String, Mailed> UNSUBSCRIBE = new Address<>("notifications.unsubscribe", String.class);

    private UnsubscribeAddresses() {}
}
