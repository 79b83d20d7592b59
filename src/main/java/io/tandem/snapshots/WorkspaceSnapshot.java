package io.tandem.snapshots;

import io.tandem.tasks.Label;
import io.tandem.tasks.Task;
import io.tandem.workspaces.Column;
import io.tandem.workspaces.Member;
import io.tandem.workspaces.Workspace;
import java.util.List;
import java.util.UUID;

/** A workspace as it was at {@code seq}. */
public record WorkspaceSnapshot(
        UUID epoch,
        long seq,
        Workspace workspace,
        List<Column> columns,
        List<Label> labels,
        List<Member> members,
        List<Task> tasks) {}
