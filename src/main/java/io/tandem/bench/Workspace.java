package io.tandem.bench;

/** A workspace something happens in. Belongs to the event loop, but for its id. */
final class Workspace {

    private final String id;
    private long head;

    Workspace(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The highest number a command was answered with: every subscriber has to come as far. */
    long head() {
        return head;
    }

    void reaches(long seq) {
        head = Math.max(head, seq);
    }
}
