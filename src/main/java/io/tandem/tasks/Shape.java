package io.tandem.tasks;

import io.tandem.platform.Patch;
import io.tandem.platform.Problem;
import io.tandem.platform.Problem.Fault;
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

/** Checks the fields of one command and collects everything that is wrong with them, so that a client hears all at once. */
final class Shape {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final List<Fault> faults = new ArrayList<>();

    void check() {
        if (!faults.isEmpty()) throw Problem.invalid(faults);
    }

    void refuse(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }

    void required(String pointer, @Nullable Object value) {
        if (value == null) refuse(pointer, "This is required.");
    }

    /** The id a client chose for something new: a UUIDv7, so that rows keep landing at the end of their index. */
    void ownId(String pointer, @Nullable UUID id) {
        if (id != null && (id.version() != 7 || id.variant() != 2)) refuse(pointer, "This must be a UUID of version 7.");
    }

    /** One line that says something, without the blanks around it. */
    String line(String pointer, @Nullable String given, int max) {
        required(pointer, given);
        if (given == null) return "";
        String line = given.strip();
        if (line.isEmpty()) refuse(pointer, "This must not be blank.");
        if (isTooLong(line, max)) refuse(pointer, "At most " + max + " characters.");
        if (line.chars().anyMatch(Shape::isControl)) refuse(pointer, "One line without control characters.");
        return line;
    }

    String text(String pointer, @Nullable String text, int max) {
        required(pointer, text);
        if (text == null) return "";
        if (isTooLong(text, max)) refuse(pointer, "At most " + max + " characters.");
        if (text.indexOf('\0') >= 0) refuse(pointer, "The character NUL cannot be stored.");
        return text;
    }

    private static boolean isControl(int character) {
        return character < ' ' || character == 0x7f;
    }

    private static boolean isTooLong(String text, int max) {
        return text.codePointCount(0, text.length()) > max;
    }

    /** To the millisecond, which is what every client can hold. */
    @Nullable Instant time(String pointer, @Nullable Instant time) {
        if (time == null) return null;
        if (!canBeStored(time)) {
            refuse(pointer, "This must lie in the years 1 to 9999.");
            return null;
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    static boolean canBeStored(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    List<UUID> labels(String pointer, @Nullable List<UUID> labels) {
        required(pointer, labels);
        if (labels == null) return List.of();
        if (labels.size() > Task.LABELS_MAX) refuse(pointer, "At most " + Task.LABELS_MAX + " labels.");
        Set<UUID> distinct = new LinkedHashSet<>(labels);
        if (distinct.remove(null)) refuse(pointer, "A label is missing its id.");
        else if (distinct.size() < labels.size()) refuse(pointer, "A label stands here twice.");
        return List.copyOf(distinct);
    }

    List<NewChecklistItem> checklist(String pointer, @Nullable List<NewChecklistItem> items) {
        required(pointer, items);
        if (items == null) return List.of();
        if (items.size() > Task.CHECKLIST_MAX) refuse(pointer, "At most " + Task.CHECKLIST_MAX + " lines.");
        Set<UUID> ids = new HashSet<>();
        List<NewChecklistItem> checked = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            NewChecklistItem item = checklistItem(pointer + "/" + i, items.get(i));
            if (item.id() != null && !ids.add(item.id())) refuse(pointer + "/" + i + "/id", "This id stands here twice.");
            checked.add(item);
        }
        return List.copyOf(checked);
    }

    private NewChecklistItem checklistItem(String pointer, @Nullable NewChecklistItem item) {
        if (item == null) {
            refuse(pointer, "This must be a line of a checklist.");
            return new NewChecklistItem(null, "", false);
        }
        return new NewChecklistItem(item.id(), line(pointer + "/text", item.text(), Task.TITLE_MAX), item.done());
    }

    /** Checks a field that may be left out but, where it is sent, must hold something. */
    <T> Patch<T> sent(String pointer, Patch<T> patch, BiFunction<String, @Nullable T, T> check) {
        return patch.present() ? Patch.of(check.apply(pointer, patch.value())) : patch;
    }

    /** For fields whose type already says all there is to check. */
    <T> void notNull(String pointer, Patch<T> patch) {
        if (patch.present()) required(pointer, patch.value());
    }
}
