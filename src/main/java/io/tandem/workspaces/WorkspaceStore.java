package io.tandem.workspaces;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces' SQL. */
final class WorkspaceStore {

    /** The reader's membership is part of the query: without it there is no row. */
    private static final String READ = """
            SELECT w.id, w.name, w.description, w.settings::text AS settings, m.role::text AS role, w.created_by,
              w.created_at, w.updated_at, w.version,
              (SELECT count(*) FROM workspaces_member c WHERE c.workspace_id = w.id)::int AS member_count
            FROM workspaces_member m JOIN workspaces_workspace w ON w.id = m.workspace_id
            WHERE m.user_id = $1
            """;

    private WorkspaceStore() {}

    /** Fails with {@code not_found} where the reader is no member. */
    static Future<Workspace> read(SqlClient sql, UUID workspaceId, UUID readerId) {
        return sql.preparedQuery(READ + "AND w.id = $2")
                .execute(Tuple.of(readerId, workspaceId))
                .map(rows -> {
                    if (rows.size() == 0) throw Problem.notFound("workspace");
                    return workspace(rows.iterator().next());
                });
    }

    static Future<List<Workspace>> all(SqlClient sql, UUID readerId) {
        return sql.preparedQuery(READ + "ORDER BY w.id")
                .execute(Tuple.of(readerId))
                .map(WorkspaceStore::workspaces);
    }

    static Future<List<Workspace>> page(SqlClient sql, UUID readerId, @Nullable UUID after, int limit) {
        return sql.preparedQuery(READ + "AND ($2::uuid IS NULL OR w.id > $2) ORDER BY w.id LIMIT $3")
                .execute(Tuple.of(readerId, after, limit))
                .map(WorkspaceStore::workspaces);
    }

    private static List<Workspace> workspaces(RowSet<Row> rows) {
        List<Workspace> workspaces = new ArrayList<>(rows.size());
        for (Row row : rows) workspaces.add(workspace(row));
        return workspaces;
    }

    private static Workspace workspace(Row row) {
        return new Workspace(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("description"),
                Json.decode(row.getString("settings"), ObjectNode.class),
                Role.of(row.getString("role")),
                row.getUUID("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"),
                row.getInteger("member_count"));
    }

    /**
     * Lets one change of a workspace's members, columns or invites happen at a time. It does not stand in the way of
     * tasks: their reference to the workspace takes a weaker lock.
     */
    static Future<Void> lock(SqlClient tx, UUID workspaceId) {
        return tx.preparedQuery("SELECT 1 FROM workspaces_workspace WHERE id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(workspaceId))
                .mapEmpty();
    }

    static Future<Void> insert(SqlClient tx, Workspace workspace) {
        return tx.preparedQuery("""
                        INSERT INTO workspaces_workspace (id, name, description, settings, created_by, created_at, updated_at)
                        VALUES ($1, $2, $3, $4::text::json, $5, $6, $6)
                        """)
                .execute(Tuple.of(
                        workspace.id(),
                        workspace.name(),
                        workspace.description(),
                        Json.encode(workspace.settings()),
                        workspace.createdBy(),
                        workspace.createdAt().atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    static Future<Void> update(SqlClient tx, Workspace workspace) {
        return tx.preparedQuery("""
                        UPDATE workspaces_workspace
                        SET name = $2, description = $3, settings = $4::text::json, updated_at = $5, version = $6
                        WHERE id = $1
                        """)
                .execute(Tuple.of(
                        workspace.id(),
                        workspace.name(),
                        workspace.description(),
                        Json.encode(workspace.settings()),
                        workspace.updatedAt().atOffset(ZoneOffset.UTC),
                        workspace.version()))
                .mapEmpty();
    }

    /** Takes everything that refers to it along; its log stays, so that whoever was away hears how it ended. */
    static Future<Void> delete(SqlClient tx, UUID workspaceId) {
        return tx.preparedQuery("DELETE FROM workspaces_workspace WHERE id = $1")
                .execute(Tuple.of(workspaceId))
                .mapEmpty();
    }
}
