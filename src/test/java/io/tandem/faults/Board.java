package io.tandem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people know of a workspace: its columns and members, and the tasks they last talked about. */
final class Board {

    private static final int TASKS_MAX = 40;

    private final List<UUID> columns;
    private final List<UUID> members;
    private final List<UUID> tasks = new ArrayList<>();

    /** @param snapshot of a workspace; one of a person's own log has neither columns nor members */
    Board(JsonNode snapshot) {
        this.columns = ids(snapshot.path("columns"), "id");
        this.members = ids(snapshot.path("members"), "user_id");
    }

    private static List<UUID> ids(JsonNode things, String name) {
        List<UUID> ids = new ArrayList<>();
        things.forEach(thing -> ids.add(UUID.fromString(thing.path(name).asText())));
        return ids;
    }

    @Nullable
    UUID column(Random random) {
        return columns.isEmpty() ? null : any(columns, random);
    }

    @Nullable
    UUID member(Random random) {
        return members.isEmpty() ? null : any(members, random);
    }

    synchronized @Nullable UUID task(Random random) {
        return tasks.isEmpty() ? null : any(tasks, random);
    }

    synchronized void knows(UUID task) {
        if (tasks.size() == TASKS_MAX) tasks.removeFirst();
        tasks.add(task);
    }

    synchronized void forgets(UUID task) {
        tasks.remove(task);
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
