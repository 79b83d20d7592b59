package io.tandem.bench;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A socket that follows one workspace, counts what it gets and checks that nothing is missing or doubled. */
final class Subscriber implements Ear {

    private final Rig rig;
    private final Tally tally;
    private final Workspace workspace;
    private final String token;
    private final Positions position;
    private @Nullable Socket socket;
    private @Nullable String epoch;
    private long head = Message.NONE;
    private CompletableFuture<Void> caughtUp = new CompletableFuture<>();

    Subscriber(Rig rig, Workspace workspace, String token) {
        this.rig = rig;
        this.tally = rig.tally();
        this.workspace = workspace;
        this.token = token;
        position = new Positions(tally);
    }

    /** Done when it is subscribed and has all that was missed. Where it has been here before it goes on where it was. */
    CompletableFuture<Void> connect() {
        caughtUp = new CompletableFuture<>();
        head = Message.NONE;
        String since = position.isKnown() ? "&since=" + position.last() + "&epoch=" + epoch : "";
        socket = rig.sockets().connect("/ws/workspace/" + workspace.id() + "?token=" + token + since, this);
        return caughtUp;
    }

    void cut() {
        if (socket != null) socket.cut();
    }

    @Override
    public void hears(Socket from, Message message, long nanos) {
        tally.messages++;
        tally.bytes += message.bytes();
        switch (message.kind()) {
            case EVENT -> event(message, nanos);
            case SUBSCRIBED -> subscribed(message);
            case RESYNC -> resync(message);
            case ERROR -> tally.errors++;
            default -> {
                if (message.kind().isPresence()) presence(nanos);
            }
        }
    }

    private void event(Message message, long nanos) {
        if (!message.isOfWorkspace()) return;
        position.came(message.seq());
        tally.delivered++;
        long scheduled = message.operationNumber();
        if (scheduled != Message.NONE) Tally.record(tally.requestToFrame, nanos - scheduled);
        Tally.record(tally.changeToFrame, message.ageMicros(rig.wallMicros(nanos)) * 1000);
        if (!caughtUp.isDone()) lookWhetherCaughtUp();
    }

    private void presence(long nanos) {
        tally.presenceMessages++;
        tally.lastPresenceNanos = nanos;
    }

    private void subscribed(Message message) {
        if (!message.isOfWorkspace()) return;
        epoch = message.epoch();
        head = message.seq();
        if (!position.isKnown()) position.startBehind(head);
        lookWhetherCaughtUp();
    }

    private void lookWhetherCaughtUp() {
        if (head != Message.NONE && position.last() >= head) caughtUp.complete(null);
    }

    private void resync(Message message) {
        tally.resyncs++;
        if (message.isOfWorkspace()) position.startBehind(message.seq());
        lookWhetherCaughtUp();
    }

    boolean hasEverything() {
        return position.last() >= workspace.head();
    }

    /** What has not come by now is lost. */
    void countMissing() {
        tally.lost += Math.max(0, workspace.head() - position.last());
    }

    @Override
    public void loses(Socket from, int closeCode) {
        tally.disconnects++;
        caughtUp.completeExceptionally(new BenchException("a subscriber was turned away with " + closeCode));
    }
}
