package io.tandem.tasks;

import java.util.UUID;

/** Takes a comment away. */
public record DeleteComment(UUID commentId) {

    public DeleteComment {
        Shape shape = new Shape();
        shape.required("comment_id", commentId);
        shape.done();
    }
}
