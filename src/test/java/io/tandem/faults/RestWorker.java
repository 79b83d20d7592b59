package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.testing.Answer;
import io.tandem.testing.Person;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works over REST, one request after the other, and hears nothing. */
final class RestWorker extends Worker {

    private static final Set<Integer> PASSING_STATUS = Set.of(429, 502, 503, 504);

    private final Person person;
    private final Chores chores;
    private final int thinkMs;
    private volatile @Nullable Command unanswered;

    /** @param person whose requests give up after a while */
    RestWorker(String name, Person person, Chores chores, int thinkMs, Shift shift, Random random) {
        super(name, shift, random);
        this.person = person;
        this.chores = chores;
        this.thinkMs = thinkMs;
    }

    @Override
    public void run() {
        while (!shift().isOver()) {
            if (unanswered == null && shift().isWork()) unanswered = chores.next();
            Command command = unanswered;
            if (command != null) tryOnce(command);
            shift().pause(Duration.ofMillis(random().nextLong(thinkMs, 3L * thinkMs)));
        }
    }

    private void tryOnce(Command command) {
        try {
            Answer answer = person.send(
                    command.method(), command.path(), command.body(), "Idempotency-Key", command.operationId());
            if (PASSING_STATUS.contains(answer.status())) backOff();
            else answered(command, answer);
        } catch (IllegalStateException notReached) {
            backOff();
        }
    }

    private void answered(Command command, Answer answer) {
        succeeded();
        JsonNode body = answer.body();
        if (answer.status() < 300) acknowledged(chores, command, log(command), 0, body);
        else refused(chores, command, body.path("code").asText(), answer.status() + " " + body);
        unanswered = null;
    }

    private String log(Command command) {
        return command.log().equals(Command.MINE) ? Crowd.own(person) : command.log();
    }

    @Override
    boolean isIdle() {
        return unanswered == null;
    }

    @Override
    boolean works() {
        return true;
    }

    @Override
    String state() {
        return name() + " waits for the answer to " + unanswered;
    }
}
