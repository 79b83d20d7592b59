package io.tandem.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Peer;
import io.tandem.testing.LiveClient;
import io.tandem.testing.Person;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Two instances in one process, and Ada, who works on the one and listens on the other. */
final class Town implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    final TandemServer one;
    final TandemServer two;
    final Person ada;
    final UUID workspace;

    /** @param settings of both */
    Town(TestDatabase database, Map<String, String> settings) {
        one = TandemServer.start(database, named("one", settings));
        two = TandemServer.start(database, named("two", settings));
        ada = one.register("Ada");
        workspace = ada.createWorkspace("Shared");
    }

    private static Map<String, String> named(String node, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("node.id", node);
        return all;
    }

    LiveClient listenOnTwo() {
        return ada.at(two).opens(workspace);
    }

    JsonNode create(String title) {
        return ada.createTask(workspace, title);
    }

    /** Until something from instance one was heard again; then both its lines to Redis are back. */
    void carries(LiveClient socket) {
        until(() -> {
            String title = create("After all").path("title").asText();
            return socket.settle().stream()
                    .anyMatch(message ->
                            message.path("data").path("title").asText().equals(title));
        });
    }

    static List<Peer> peers(TandemServer server) {
        return TandemServer.await(server.instance().bus().ask(Peer.ALL, true));
    }

    /** Until both are heard on both sides over Redis. */
    Town meet() {
        until(() -> peers(one).size() == 2 && peers(two).size() == 2);
        return this;
    }

    static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("It did not come to that");
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
