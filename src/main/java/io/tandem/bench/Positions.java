package io.tandem.bench;

/** How far one subscription is. Every event must carry the next number: a jump is lost events, anything lower comes doubled. */
final class Positions {

    private final Tally tally;
    private long last = Message.NONE;

    Positions(Tally tally) {
        this.tally = tally;
    }

    boolean isKnown() {
        return last != Message.NONE;
    }

    long last() {
        return last;
    }

    /** Goes on behind this one, whatever came before. */
    void startBehind(long seq) {
        last = seq;
    }

    void came(long seq) {
        if (seq <= last) tally.doubled++;
        else {
            tally.lost += seq - last - 1;
            last = seq;
        }
    }
}
