package io.tandem.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A socket that follows no workspace and creates tasks. The server answers a socket's commands in their order. */
final class Publisher implements Ear {

    private final Rig rig;
    private final Tally tally;
    private final Deque<Workspace> unanswered = new ArrayDeque<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable Socket socket;
    private Runnable answered = () -> {};

    Publisher(Rig rig) {
        this.rig = rig;
        this.tally = rig.tally();
    }

    CompletableFuture<Void> connect() {
        socket = rig.sockets().connect("/ws?token=" + rig.api().token(), this);
        return ready;
    }

    /** @param whenAnswered run after each answer */
    void onAnswer(Runnable whenAnswered) {
        answered = whenAnswered;
    }

    int unanswered() {
        return unanswered.size();
    }

    /** @param scheduledNanos when it should have been sent, whenever it is: latency counts from there */
    void create(Workspace workspace, long scheduledNanos) {
        if (socket == null) return;
        unanswered.add(workspace);
        long operation = rig.nextOperation();
        socket.say("{\"type\":\"task.create\",\"id\":\"" + scheduledNanos + '-' + operation + "\",\"workspace_id\":\""
                + workspace.id() + "\",\"data\":{\"title\":\"Water the plants on floor " + operation + "\"}}");
    }

    void flush() {
        if (socket != null) socket.flush();
    }

    @Override
    public void hears(Socket from, Message message, long nanos) {
        switch (message.kind()) {
            case WELCOME -> ready.complete(null);
            case ACK -> acknowledged(message, nanos);
            case ERROR -> failed();
            default -> {}
        }
    }

    private void acknowledged(Message message, long nanos) {
        unanswered.remove().reaches(message.seq());
        tally.acknowledged++;
        Tally.record(tally.requestToAck, nanos - message.answeredNumber());
        answered.run();
    }

    private void failed() {
        unanswered.remove();
        tally.errors++;
        answered.run();
    }

    @Override
    public void loses(Socket from, int closeCode) {
        tally.disconnects++;
        unanswered.clear();
        ready.completeExceptionally(new BenchException("a publisher was turned away with " + closeCode));
    }
}
