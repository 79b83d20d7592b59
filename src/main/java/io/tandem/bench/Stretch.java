package io.tandem.bench;

/** A stretch of time that is measured: from {@link #begin} to {@link #end}. */
final class Stretch {

    private final Rig rig;
    private final Written written;
    private final Usage usage;
    private final long fromNanos;

    private Stretch(Rig rig) {
        this.rig = rig;
        written = rig.server().written();
        rig.sockets().on(rig.tally()::reset);
        usage = rig.server().usage();
        fromNanos = System.nanoTime();
    }

    static Stretch begin(Rig rig) {
        return new Stretch(rig);
    }

    Window end() {
        Window window = rig.sockets()
                .on(() -> Window.of(rig.tally(), seconds(), rig.server().usage().since(usage)));
        return window.with(rig.server().written().since(written));
    }

    private double seconds() {
        return (System.nanoTime() - fromNanos) / 1e9;
    }
}
