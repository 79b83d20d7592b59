package io.tandem.live;

import io.tandem.journal.Event;
import io.tandem.journal.Log;
import io.tandem.journal.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one socket that have no answer yet. An answer stands in the stream's place of the event it caused: the
 * first of the two, event or reply, is kept until the other side is ready for it.
 */
final class Pending {

    private final Map<String, Waiting> commands = new HashMap<>();
    private int replied;

    /** @param reply what the command answered; null while it runs */
    private record Waiting(@Nullable Written<?> reply) {}

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /** The same operation said again is answered once, by whichever answer comes. */
    void sent(String operationId) {
        forget(operationId);
        commands.put(operationId, new Waiting(null));
    }

    boolean isPending(String operationId) {
        return commands.containsKey(operationId);
    }

    /** Whether this event is the answer to a command of this socket; then it is one no longer. */
    boolean isAnsweredBy(Event event) {
        String operationId = event.operationId();
        return operationId != null && !commands.isEmpty() && forget(operationId);
    }

    /** Forgets a command; answers whether it was waiting. */
    boolean forget(String operationId) {
        Waiting waiting = commands.remove(operationId);
        if (waiting != null && waiting.reply() != null) replied--;
        return waiting != null;
    }

    /** The reply came before its event. */
    void replied(String operationId, Written<?> reply) {
        commands.put(operationId, new Waiting(reply));
        replied++;
    }

    /** Replies whose place in the log has been passed without an event that answers them. */
    List<Reply> passed(Log log, long position) {
        if (replied == 0) return List.of();
        List<Reply> passed = new ArrayList<>();
        commands.forEach((id, waiting) -> {
            Written<?> reply = waiting.reply();
            if (reply != null && reply.log().equals(log) && reply.seq() <= position) passed.add(new Reply(id, reply));
        });
        passed.forEach(reply -> forget(reply.operationId()));
        return passed;
    }

    record Reply(String operationId, Written<?> written) {}
}
