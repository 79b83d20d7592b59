package io.tandem.live;

import io.tandem.journal.Event;

/** An event with its encoded message. */
record EventFrame(Event event, Frame frame) {

    static EventFrame of(Event event) {
        return new EventFrame(event, new Frame(event.message()));
    }

    long seq() {
        return event.seq();
    }
}
