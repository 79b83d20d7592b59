package io.tandem.workspaces;

import io.tandem.platform.Ids;
import io.tandem.platform.Problem;
import io.tandem.platform.Rank;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's columns in their order, and the decisions about it.
 *
 * @param columns sorted by rank
 */
record ColumnOrder(List<Column> columns) {

    /** What a new workspace starts with. */
    static List<Column> first() {
        String toDo = Rank.between(null, null);
        String inProgress = Rank.between(toDo, null);
        return List.of(
                new Column(Ids.next(), "To do", toDo, false),
                new Column(Ids.next(), "In progress", inProgress, false),
                new Column(Ids.next(), "Done", Rank.between(inProgress, null), true));
    }

    /** Fails with {@code not_found}. */
    Column require(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("column"));
    }

    private Optional<Column> find(UUID id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    String rankAfter(@Nullable UUID id) {
        return rankAt(id == null ? columns.size() : indexOf(id) + 1);
    }

    String rankBefore(UUID id) {
        return rankAt(indexOf(id));
    }

    private int indexOf(UUID id) {
        return columns.indexOf(require(id));
    }

    private String rankAt(int index) {
        return Rank.between(
                index == 0 ? null : columns.get(index - 1).rank(),
                index == columns.size() ? null : columns.get(index).rank());
    }

    ColumnOrder without(UUID id) {
        return new ColumnOrder(
                columns.stream().filter(column -> !column.id().equals(id)).toList());
    }

    /** Whether a column stands where a move would bring it. */
    boolean stands(UUID id, @Nullable UUID beforeId, @Nullable UUID afterId) {
        int index = indexOf(id);
        if (id.equals(beforeId) || id.equals(afterId)) return true;
        return beforeId != null ? indexOf(beforeId) == index + 1 : afterId != null && indexOf(afterId) == index - 1;
    }

    /** Whether nothing but this column is left for tasks that are still to do: it has to stay what it is. */
    boolean isLastOpen(UUID id) {
        return columns.stream().allMatch(column -> column.done() || column.id().equals(id));
    }
}
