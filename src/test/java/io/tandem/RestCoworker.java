package io.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Ids;
import io.tandem.testing.Person;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Works over REST, one request after the other. */
final class RestCoworker extends Coworker {

    private int made;
    private @Nullable UUID task;
    private @Nullable Request unanswered;

    RestCoworker(Person person, UUID workspace) {
        super(person, workspace);
    }

    private record Request(String operationId, String method, String path, Map<String, ?> body) {}

    @Override
    void workUntilCut(URI server, Runnable acknowledged) {
        try {
            while (true) {
                if (unanswered == null) unanswered = next();
                send(server);
                acknowledged.run();
            }
        } catch (IllegalStateException failure) {
            if (!(failure.getCause() instanceof IOException)) throw failure;
        }
    }

    /** Every other request changes what the one before made. */
    private Request next() {
        String operationId = Ids.next().toString();
        String title = "Task " + made++ + " over REST";
        if (task != null) {
            String path = "/api/tasks/" + task;
            task = null;
            return new Request(operationId, "PATCH", path, Map.of("title", title));
        }
        task = Ids.next();
        return new Request(
                operationId, "POST", "/api/tasks", Map.of("id", task, "workspace_id", workspace(), "title", title));
    }

    private void send(URI server) {
        Request request = unanswered;
        if (request == null) return;
        JsonNode answer = at(server)
                .send(request.method(), request.path(), request.body(), "Idempotency-Key", request.operationId())
                .expect(request.method().equals("POST") ? 201 : 200);
        unanswered = null;
        answered(request.operationId(), answer);
    }

    @Override
    void finish(URI server) {
        send(server);
    }
}
