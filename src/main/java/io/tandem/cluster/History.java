package io.tandem.cluster;

import io.tandem.journal.Event;
import io.tandem.journal.Feed.Recent;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The newest events of each log in Redis, so that clients which come back by the thousand do not all ask PostgreSQL. What
 * is missing in it, or is of another epoch, makes the answer empty: then PostgreSQL is asked.
 */
final class History {

    private static final int KEPT_SECONDS = 86_400;
    private static final int TRIM_EVERY = 16;
    private static final int ANSWER_MS = 500;

    private final RedisNetwork redis;
    private final Channels channels;
    private final int eventsMax;

    History(RedisNetwork redis, Channels channels, int eventsMax) {
        this.redis = redis;
        this.channels = channels;
        this.eventsMax = eventsMax;
    }

    /** The commands that keep one more event; a sorted set takes them in any order, and twice. */
    List<Request> keep(Event event, String message) {
        if (eventsMax == 0) return List.of();
        String key = channels.messages(event.log());
        List<Request> commands = new ArrayList<>();
        commands.add(Request.cmd(Command.ZADD).arg(key).arg(event.seq()).arg(message));
        commands.add(Request.cmd(Command.EXPIRE).arg(key).arg(KEPT_SECONDS));
        if (event.seq() % TRIM_EVERY == 0) {
            commands.add(
                    Request.cmd(Command.ZREMRANGEBYSCORE).arg(key).arg("-inf").arg(event.seq() - eventsMax));
        }
        return commands;
    }

    /** Events right after a number, without a hole; empty where they are not all here. */
    Future<List<Event>> after(Recent question) {
        if (eventsMax == 0) return Future.succeededFuture(List.of());
        String key = channels.messages(question.log());
        Request range = Request.cmd(Command.ZRANGEBYSCORE)
                .arg(key)
                .arg(question.seq() + 1)
                .arg("+inf")
                .arg("LIMIT")
                .arg(0)
                .arg(question.limit());
        return redis.send(key, List.of(range))
                .timeout(ANSWER_MS, TimeUnit.MILLISECONDS)
                .map(answer -> whole(question, answer.getFirst()));
    }

    private static List<Event> whole(Recent question, Response messages) {
        List<Event> events = new ArrayList<>(messages.size());
        long next = question.seq() + 1;
        for (Response message : messages) {
            Event event = EventMessage.decode(question.log(), message.toString());
            boolean fits = event.epoch().equals(question.epoch()) && event.seq() == next++;
            if (!fits) return List.of();
            events.add(event);
        }
        return events;
    }
}
