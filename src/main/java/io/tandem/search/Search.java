package io.tandem.search;

import io.tandem.platform.Call;
import io.tandem.platform.Page;
import io.tandem.platform.Settings;
import io.tandem.search.Hit.Place;
import io.tandem.tasks.Task;
import io.tandem.tasks.TaskReads;
import io.tandem.workspaces.Access;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds tasks by the words in them. */
final class Search {

    private final Pool pool;
    private final int searchMs;

    Search(Pool pool, Settings.Limits limits) {
        this.pool = pool;
        searchMs = limits.searchMs();
    }

    /** Fails with {@code not_found} for a workspace the reader is no member of, {@code unavailable} where it takes too long. */
    Future<Page<Found>> find(Call<FindTasks> call) {
        FindTasks asked = call.command();
        UUID readerId = call.actor().id();
        return pool.withTransaction(sql -> SearchStore.allow(sql, searchMs)
                .compose(allowed -> known(sql, asked.workspaceId(), readerId))
                .compose(known -> find(sql, readerId, asked)));
    }

    private static Future<?> known(SqlClient sql, @Nullable UUID workspaceId, UUID readerId) {
        return workspaceId == null ? Future.succeededFuture() : Access.toRead(sql, workspaceId, readerId);
    }

    private static Future<Page<Found>> find(SqlClient sql, UUID readerId, FindTasks asked) {
        Wanted wanted = Wanted.parse(asked.q());
        @Nullable Place after = Place.parse(asked.cursor());
        if (wanted.isNothing()) return Future.succeededFuture(new Page<>(List.of(), null));
        return SearchStore.hits(sql, readerId, asked, wanted, after)
                .map(hits -> Page.of(hits, asked.limit(), hit -> hit.place().cursor()))
                .compose(page -> withTasks(sql, readerId, page, wanted));
    }

    /** A task that went in between is left out. */
    private static Future<Page<Found>> withTasks(SqlClient sql, UUID readerId, Page<Hit> page, Wanted wanted) {
        List<UUID> ids = page.items().stream().map(hit -> hit.place().taskId()).toList();
        return TaskReads.visible(sql, readerId, ids).map(tasks -> {
            Map<UUID, Task> byId = tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
            List<Found> found = page.items().stream()
                    .flatMap(hit ->
                            Stream.ofNullable(byId.get(hit.place().taskId())).map(task -> found(hit, task, wanted)))
                    .toList();
            return new Page<>(found, page.nextCursor());
        });
    }

    private static Found found(Hit hit, Task task, Wanted wanted) {
        Field field = hit.place().field();
        Passage passage =
                switch (field) {
                    case NUMBER -> Passage.of(task.title());
                    case TITLE -> Passage.around(task.title(), wanted);
                    case DESCRIPTION -> Passage.around(task.description(), wanted);
                    case COMMENT -> Passage.around(String.valueOf(hit.said()), wanted);
                };
        return new Found(task, hit.workspaceName(), field, hit.commentId(), passage.excerpt(), passage.highlights());
    }
}
