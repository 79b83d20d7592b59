package io.tandem.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** What a message of the server is. Whatever is none of the others is an event. */
enum Kind {
    ACK("ack"),
    ERROR("error"),
    WELCOME("welcome"),
    SUBSCRIBED("subscribed"),
    HEARTBEAT("heartbeat"),
    RESYNC("resync"),
    GOODBYE("goodbye"),
    PRESENCE_UPDATE("presence.update"),
    PRESENCE_JOINED("presence.user_joined"),
    PRESENCE_LEFT("presence.user_left"),
    VIEWING("viewing"),
    TYPING("typing"),
    UNSUBSCRIBED("unsubscribed"),
    AUTHENTICATED("authenticated"),
    EVENT("");

    private static final Kind[] ALL = values();

    private final byte[] word;

    Kind(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isPresence() {
        return this == PRESENCE_UPDATE || this == PRESENCE_JOINED || this == PRESENCE_LEFT;
    }

    static Kind of(ByteBuf in, int from, int to) {
        for (Kind kind : ALL) {
            if (kind.isSpelt(in, from, to)) return kind;
        }
        return EVENT;
    }

    private boolean isSpelt(ByteBuf in, int from, int to) {
        if (to - from != word.length) return false;
        for (int i = 0; i < word.length; i++) {
            if (in.getByte(from + i) != word[i]) return false;
        }
        return true;
    }
}
