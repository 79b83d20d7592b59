package io.tandem.tasks;

import io.tandem.platform.Patch;
import java.util.List;
import java.util.UUID;

/** Changes a comment; fails with {@code validation_failed}. Whoever is mentioned already may stay, member or not. */
public record UpdateComment(UUID commentId, Patch<String> text, Patch<List<UUID>> mentions) {

    public UpdateComment {
        Shape shape = new Shape();
        shape.required("comment_id", commentId);
        text = shape.sent("text", text, (at, words) -> shape.words(at, words, Comment.TEXT_MAX));
        mentions = shape.sent("mentions", mentions, shape::mentions);
        shape.done();
    }
}
