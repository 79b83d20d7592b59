package io.tandem.tasks;

import io.tandem.journal.Written;
import io.tandem.platform.Address;
import io.tandem.platform.Page;
import java.util.UUID;

/** Where tasks, comments and labels are reached on the bus. */
public final class TaskAddresses {

    public static final Address<CreateTask, Written<Task>> CREATE = new Address<>("tasks.create", CreateTask.class);
    public static final Address<UpdateTask, Written<Task>> UPDATE = new Address<>("tasks.update", UpdateTask.class);
    public static final Address<MoveTask, Written<Task>> MOVE = new Address<>("tasks.move", MoveTask.class);
    public static final Address<AssignTask, Written<Task>> ASSIGN = new Address<>("tasks.assign", AssignTask.class);
    public static final Address<CompleteTask, Written<Task>> COMPLETE =
            new Address<>("tasks.complete", CompleteTask.class);
    public static final Address<ReopenTask, Written<Task>> REOPEN = new Address<>("tasks.reopen", ReopenTask.class);
    public static final Address<DeleteTask, Written<DeletedTask>> DELETE =
            new Address<>("tasks.delete", DeleteTask.class);
    public static final Address<GetTask, Task> GET = new Address<>("tasks.get", GetTask.class);
    public static final Address<ListTasks, TaskPage> LIST = new Address<>("tasks.list", ListTasks.class);

    public static final Address<CreateLabel, Written<Label>> CREATE_LABEL =
            new Address<>("tasks.create_label", CreateLabel.class);
    public static final Address<UpdateLabel, Written<Label>> UPDATE_LABEL =
            new Address<>("tasks.update_label", UpdateLabel.class);
    public static final Address<DeleteLabel, Written<DeletedLabel>> DELETE_LABEL =
            new Address<>("tasks.delete_label", DeleteLabel.class);

    public static final Address<ListComments, Page<Comment>> LIST_COMMENTS =
            new Address<>("tasks.list_comments", ListComments.class);
    public static final Address<CreateComment, Written<Comment>> CREATE_COMMENT =
            new Address<>("tasks.create_comment", CreateComment.class);
    public static final Address<UpdateComment, Written<Comment>> UPDATE_COMMENT =
            new Address<>("tasks.update_comment", UpdateComment.class);
    public static final Address<DeleteComment, Written<DeletedComment>> DELETE_COMMENT =
            new Address<>("tasks.delete_comment", DeleteComment.class);

    /** A question: the task somebody may see in a workspace; {@code not_found} where it is none of those. */
    public static final Address<Sight, Boolean> SEES = new Address<>("tasks.sees", Sight.class);

    private TaskAddresses() {}

    /** Somebody and a task in a workspace. */
    public record Sight(UUID userId, UUID workspaceId, UUID taskId) {}
}
