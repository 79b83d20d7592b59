package io.tandem.cluster;

import io.tandem.platform.Problem;
import io.tandem.platform.SharedTables.Put;
import io.tandem.platform.SharedTables.Remove;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shared tables as hashes in Redis. */
final class Tables {

    private static final int ANSWER_MS = 1_000;

    private final RedisNetwork redis;
    private final String prefix;

    Tables(RedisNetwork redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    Future<Boolean> put(Put put) {
        String key = prefix + put.table();
        Request write = Request.cmd(Command.HSET).arg(key);
        put.fields().forEach((field, text) -> write.arg(field).arg(text));
        Request keep = Request.cmd(Command.EXPIRE).arg(key).arg(put.keptSeconds());
        return send(key, put.fields().isEmpty() ? List.of(keep) : List.of(write, keep))
                .map(true);
    }

    Future<Boolean> remove(Remove remove) {
        if (remove.fields().isEmpty()) return Future.succeededFuture(true);
        String key = prefix + remove.table();
        Request request = Request.cmd(Command.HDEL).arg(key);
        remove.fields().forEach(request::arg);
        return send(key, List.of(request)).map(true);
    }

    Future<Map<String, String>> read(String table) {
        String key = prefix + table;
        return send(key, List.of(Request.cmd(Command.HGETALL).arg(key))).map(answer -> fields(answer.getFirst()));
    }

    private static Map<String, String> fields(Response hash) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : hash.getKeys()) fields.put(field, hash.get(field).toString());
        return fields;
    }

    private Future<List<Response>> send(String key, List<Request> requests) {
        return redis.send(key, requests)
                .timeout(ANSWER_MS, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(Problem.unavailable()));
    }
}
