package io.tandem.tasks;

import io.tandem.platform.Check;
import io.tandem.platform.Patch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the commands of this feature check beyond {@link Check}. */
final class Shape {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final long VERSION_MAX = 999_999_999_999_999L;

    private final Check check = new Check();

    /** Fails with {@code validation_failed} (422) where anything was wrong. */
    void done() {
        check.done();
    }

    void that(boolean holds, String field, String message) {
        check.that(holds, field, message);
    }

    void required(String field, @Nullable Object value) {
        check.that(value != null, field, "This is required.");
    }

    /** Of a task; null where the change was made on no version in particular. */
    void version(@Nullable Long version) {
        check.that(version == null || (1 <= version && version <= VERSION_MAX), "version", "There is no such version.");
    }

    String line(String field, @Nullable String line, int max) {
        return check.line(field, line, max);
    }

    String text(String field, @Nullable String text, int max) {
        return check.text(field, text, max);
    }

    /** The id a client chose for something new: a UUIDv7, so that rows keep landing at the end of their index. */
    void ownId(String field, @Nullable UUID id) {
        check.that(id == null || (id.version() == 7 && id.variant() == 2), field, "This must be a UUID of version 7.");
    }

    /** To the millisecond, which is what every client can hold. */
    @Nullable
    Instant time(String field, @Nullable Instant time) {
        if (time == null) return null;
        check.that(canBeStored(time), field, "This must lie in the years 1 to 9999.");
        return canBeStored(time) ? time.truncatedTo(ChronoUnit.MILLIS) : null;
    }

    static boolean canBeStored(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    List<UUID> labels(String field, @Nullable List<UUID> labels) {
        return distinct(field, labels, Task.LABELS_MAX, "label");
    }

    List<UUID> mentions(String field, @Nullable List<UUID> people) {
        return distinct(field, people, Comment.MENTIONS_MAX, "person");
    }

    private List<UUID> distinct(String field, @Nullable List<UUID> ids, int max, String what) {
        required(field, ids);
        if (ids == null) return List.of();
        check.that(ids.size() <= max, field, "There may be " + max + " of these at most.");
        Set<UUID> distinct = new LinkedHashSet<>(ids);
        check.that(!distinct.remove(null), field, "A " + what + " is missing its id.");
        check.that(
                distinct.size() == ids.stream().filter(id -> id != null).count(),
                field,
                "A " + what + " stands here twice.");
        return List.copyOf(distinct);
    }

    /** What somebody says: as typed, but something. */
    String words(String field, @Nullable String text, int max) {
        String words = check.text(field, text, max);
        check.that(!words.isBlank(), field, "This must not be empty.");
        return words;
    }

    List<NewChecklistItem> checklist(String field, @Nullable List<NewChecklistItem> items) {
        required(field, items);
        if (items == null) return List.of();
        check.that(items.size() <= Task.CHECKLIST_MAX, field, "At most " + Task.CHECKLIST_MAX + " lines.");
        Set<UUID> ids = new HashSet<>();
        List<NewChecklistItem> checked = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            NewChecklistItem item = checklistItem(field + "/" + i, items.get(i));
            check.that(item.id() == null || ids.add(item.id()), field + "/" + i + "/id", "This id stands here twice.");
            checked.add(item);
        }
        return List.copyOf(checked);
    }

    private NewChecklistItem checklistItem(String field, @Nullable NewChecklistItem item) {
        if (item == null) {
            check.that(false, field, "This must be a line of a checklist.");
            return new NewChecklistItem(null, "", false);
        }
        return new NewChecklistItem(item.id(), line(field + "/text", item.text(), Task.TITLE_MAX), item.done());
    }

    /** Checks a field that may be left out but, where it is sent, must hold something. */
    <T> Patch<T> sent(String field, Patch<T> patch, BiFunction<String, T, T> accepted) {
        if (!patch.present()) return patch;
        T value = patch.value();
        required(field, value);
        return value == null ? patch : Patch.of(accepted.apply(field, value));
    }
}
