package io.tandem.search;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The search over HTTP. */
public final class SearchRoutes implements Routes {

    @Override
    public void mount(Api api) {
        api.on("search", SearchAddresses.FIND, SearchRoutes::findTasks, Reply::ok);
    }

    /** The contract has seen to it that these are ids, words and numbers. */
    private static FindTasks findTasks(Request request) {
        Integer limit = query(request, "limit", Integer::valueOf);
        return new FindTasks(
                request.query("q"),
                query(request, "workspace_id", UUID::fromString),
                query(request, "completed", Boolean::valueOf),
                limit == null ? FindTasks.LIMIT_DEFAULT : limit,
                request.query("cursor"));
    }

    private static <T> @Nullable T query(Request request, String name, Function<String, T> parse) {
        String text = request.query(name);
        return text == null ? null : parse.apply(text);
    }
}
