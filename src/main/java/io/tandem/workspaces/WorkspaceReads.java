package io.tandem.workspaces;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/** Reads of a workspace, for whoever composes them with other things in one transaction. */
public final class WorkspaceReads {

    private WorkspaceReads() {}

    /** As the reader sees it; fails with {@code not_found} where they are no member. */
    public static Future<Workspace> workspace(SqlClient sql, UUID workspaceId, UUID readerId) {
        return WorkspaceStore.read(sql, workspaceId, readerId);
    }

    /** In their order; fails with {@code not_found} where the reader is no member. */
    public static Future<List<Column>> columns(SqlClient sql, UUID workspaceId, UUID readerId) {
        return Access.toRead(sql, workspaceId, readerId).compose(role -> ColumnStore.all(sql, workspaceId));
    }

    /** Who came first first; fails with {@code not_found} where the reader is no member. */
    public static Future<List<Member>> members(SqlClient sql, UUID workspaceId, UUID readerId) {
        return Access.toRead(sql, workspaceId, readerId).compose(role -> MemberStore.all(sql, workspaceId));
    }
}
