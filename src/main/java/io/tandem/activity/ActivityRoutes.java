package io.tandem.activity;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import io.tandem.platform.Bus;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Activity and what was seen of it, over HTTP. */
public final class ActivityRoutes implements Routes {

    private static final int LIMIT = 50;

    private final Bus bus;

    public ActivityRoutes(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void mount(Api api) {
        api.on("getActivity", ActivityAddresses.OF_WORKSPACE, ActivityRoutes::ofWorkspace, Reply::ok);
        api.on("getTaskActivity", ActivityAddresses.OF_TASK, ActivityRoutes::ofTask, Reply::ok);
        api.on("getMySeen", ActivityAddresses.NEWS, request -> new ReadSeen(null), Reply::ok);
        api.on("getSeen", this::news);
        api.on("markSeen", this::markSeen);
    }

    /** The contract has seen to it that these are numbers and ids. */
    private static ReadActivity ofWorkspace(Request request) {
        Long since = query(request, "since", Long::valueOf);
        return new ReadActivity(
                request.pathId("id"),
                query(request, "task_id", UUID::fromString),
                query(request, "actor_id", UUID::fromString),
                request.query("type"),
                since == null ? 0 : since,
                limit(request),
                request.query("cursor"));
    }

    private static ReadTaskActivity ofTask(Request request) {
        return new ReadTaskActivity(request.pathId("id"), limit(request), request.query("cursor"));
    }

    private static int limit(Request request) {
        Integer limit = query(request, "limit", Integer::valueOf);
        return limit == null ? LIMIT : limit;
    }

    private static <T> @Nullable T query(Request request, String name, Function<String, T> parse) {
        String text = request.query(name);
        return text == null ? null : parse.apply(text);
    }

    /** What is left to see, whether or not this was a step forward. */
    private Future<Reply> markSeen(Request request) {
        MarkSeen command = request.command(MarkSeen.class, "id", "workspace_id");
        return bus.call(ActivityAddresses.MARK_SEEN, request.call(command)).compose(marked -> news(request));
    }

    private Future<Reply> news(Request request) {
        ReadSeen one = new ReadSeen(request.pathId("id"));
        return bus.call(ActivityAddresses.NEWS, request.call(one))
                .map(news -> Reply.ok(news.items().getFirst()));
    }
}
