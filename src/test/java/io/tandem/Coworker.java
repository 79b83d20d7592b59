package io.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Person;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who works on tasks of a workspace without a pause, whatever becomes of the server, and keeps a change until it
 * is answered: what was not is sent again, under the same operation id.
 */
abstract class Coworker {

    private final Person person;
    private final UUID workspace;
    private final Map<String, JsonNode> answers = new LinkedHashMap<>();

    Coworker(Person person, UUID workspace) {
        this.person = person;
        this.workspace = workspace;
    }

    Person at(URI server) {
        return person.at(server);
    }

    String token() {
        return person.token();
    }

    UUID workspace() {
        return workspace;
    }

    /** @param answer the task as the server says it is now */
    void answered(String operationId, JsonNode answer) {
        answers.put(operationId, answer);
    }

    /** What was acknowledged, by operation id. */
    Map<String, JsonNode> answers() {
        return answers;
    }

    /**
     * Works until the server is gone.
     *
     * @param acknowledged runs after each answer
     */
    abstract void workUntilCut(URI server, Runnable acknowledged);

    /** Sends what was never answered again, and waits for the answers. */
    abstract void finish(URI server);
}
