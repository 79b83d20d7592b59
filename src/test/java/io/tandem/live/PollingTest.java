package io.tandem.live;

import io.tandem.testing.Person;
import io.tandem.testing.SockJsClient;
import io.tandem.testing.SockJsClient.Transport;
import io.tandem.testing.TandemServer;
import io.tandem.testing.TestDatabase;
import io.tandem.testing.WithDatabase;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where nothing but short requests gets through. */
@WithDatabase
class PollingTest {

    private static final int PEOPLE = 6;
    private static final int SESSIONS = 60;

    /** Of so many, some second polls overtake the end of the first on another event loop. */
    @Test
    void a_session_is_opened_once_and_its_connections_are_not_used_after_their_end(TestDatabase database) {
        try (TandemServer server = TandemServer.start(database);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Person ada = server.register("Ada");
            Stream.generate(() -> CompletableFuture.runAsync(() -> comeAndGo(server, ada), people))
                    .limit(PEOPLE)
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private static void comeAndGo(TandemServer server, Person who) {
        for (int i = 0; i < SESSIONS; i++) {
            try (SockJsClient session = SockJsClient.open(server.url(""), Transport.POLLING, who.token())) {
                for (int beat = 0; beat < 3; beat++) session.say(Map.of("type", "heartbeat"));
                session.until("heartbeat");
            }
        }
    }
}
