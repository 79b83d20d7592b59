package io.tandem.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.journal.Log;
import io.tandem.platform.Bus;
import io.tandem.platform.Meters;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID CONNECTION = new UUID(0, 2);
    private static final Entry ENTRY =
            new Entry(CONNECTION, new UUID(0, 3), "Ada", Status.AVAILABLE, true, null, Instant.EPOCH, 1);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    /** Everything at once: then what is told late is told after all of it. */
    private Future<Boolean> isKept() {
        Bus.prepare(vertx);
        Promise<Boolean> kept = Promise.promise();
        vertx.runOnContext(here -> {
            Rooms rooms = new Rooms(vertx, new Bus(vertx, 5, new Meters()), "here/1", new MemoryPresenceStore(), false);
            rooms.put(WORKSPACE, ENTRY);
            rooms.remove(WORKSPACE, CONNECTION);
            rooms.unfollow(Log.ofWorkspace(WORKSPACE));
            Room again = rooms.room(WORKSPACE);
            again.follow(true);
            vertx.setTimer(again.windowMs() + 1, told -> kept.complete(rooms.find(WORKSPACE) == again));
        });
        return kept.future();
    }

    @Test
    void a_workspace_followed_anew_is_not_forgotten_with_what_it_was_before() throws TimeoutException {
        assertThat(isKept().await(10, TimeUnit.SECONDS)).isTrue();
    }
}
