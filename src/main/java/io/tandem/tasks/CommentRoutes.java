package io.tandem.tasks;

import io.tandem.http.Api;
import io.tandem.http.Reply;
import io.tandem.http.Request;
import io.tandem.http.Routes;

/** Comments over HTTP. */
public final class CommentRoutes implements Routes {

    @Override
    public void mount(Api api) {
        api.on(
                "listComments",
                TaskAddresses.LIST_COMMENTS,
                r -> new ListComments(r.pathId("id"), limit(r), r.query("cursor")),
                Reply::ok);
        api.on(
                "createComment",
                TaskAddresses.CREATE_COMMENT,
                r -> r.command(CreateComment.class, "id", "task_id"),
                comment -> Reply.created(comment.answer()));
        api.on(
                "changeComment",
                TaskAddresses.UPDATE_COMMENT,
                r -> r.command(UpdateComment.class, "id", "comment_id"),
                comment -> Reply.ok(comment.answer()));
        api.on(
                "deleteComment",
                TaskAddresses.DELETE_COMMENT,
                r -> new DeleteComment(r.pathId("id")),
                gone -> Reply.noContent());
    }

    /** The contract holds it between 1 and 200. */
    private static int limit(Request request) {
        String limit = request.query("limit");
        return limit == null ? ListTasks.LIMIT_DEFAULT : Integer.parseInt(limit);
    }
}
