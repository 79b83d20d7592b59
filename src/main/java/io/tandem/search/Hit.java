package io.tandem.search;

import io.tandem.platform.Cursor;
import io.tandem.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in a task was found what.
 *
 * @param said the text of the comment, where the hit is in one
 */
record Hit(
        Place place,
        @Nullable String workspaceName,
        @Nullable UUID commentId,
        @Nullable String said) {

    /**
     * What the hits are sorted by: the field, open before completed, the newest task first. That is what a cursor holds, so that
     * a task that is made, changed or deleted between two pages moves no other one from page to page.
     */
    record Place(Field field, boolean completed, UUID taskId) {

        private static final long COMPLETED = 1;

        Cursor cursor() {
            return Cursor.of(field.ordinal(), completed ? COMPLETED : 0, taskId);
        }

        /** Fails with {@code validation_failed}. */
        static @Nullable Place parse(@Nullable String cursor) {
            Cursor place = Cursor.parse(cursor);
            if (place == null) return null;
            long field = place.number(0);
            long completed = place.number(1);
            if (0 <= field && field < Field.values().length && 0 <= completed && completed <= COMPLETED)
                return new Place(Field.values()[(int) field], completed == COMPLETED, place.id(2));
            throw Problem.invalid("/cursor", "This is no cursor of this list.");
        }
    }
}
