package io.tandem.faults;

/** Something that must not be, and where. */
record Finding(Kind kind, String where) {

    enum Kind {
        /** An event never came, or something acknowledged is not in the log. */
        LOST,
        /** The same event came twice. */
        DOUBLED,
        /** An event came after one that follows it. */
        REORDERED,
        /** An event or answer is not what the log has under its number. */
        CHANGED,
        /** One operation stands for several events. */
        REPEATED,
        /** An operation that was refused happened. */
        REFUSED_YET_DONE,
        /** Two who hold the same position hold different things. */
        DIVERGED,
        /** An answer no server should give. */
        ODD
    }

    @Override
    public String toString() {
        return kind + ": " + where;
    }
}
