package io.tandem.mail;

/**
 * What became of a letter that was handed to the mail server.
 *
 * @param why what the server said, or how it failed, in one line
 */
record Outcome(Kind kind, String why) {

    enum Kind {
        /** The server took it. */
        SENT,
        /** The server could not be reached or let nobody in; it has not seen the letter. */
        UNREACHABLE,
        /** Refused for now. */
        LATER,
        /** Refused for good. */
        REFUSED,
        /** The line broke while the letter was handed over: perhaps it was taken. */
        UNCERTAIN
    }
}
