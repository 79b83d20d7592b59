package io.tandem.live;

import java.util.Locale;

/** What carries a socket. */
enum Transport {
    WEBSOCKET,
    SOCKJS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
