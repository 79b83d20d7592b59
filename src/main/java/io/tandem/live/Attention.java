package io.tandem.live;

import io.tandem.presence.TypingField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody does in a workspace through one socket: the task they look at, and where in it they type. Pure state. */
final class Attention {

    static final long EXPIRES_MS = 6_000;

    /** Who says it more often is heard, and told on no more often than this. */
    private static final long TOLD_EVERY_MS = 1_000;

    /** Most never type: as long as nobody has, all share one that is empty. */
    private Map<TypingField, Typed> typed = Map.of();

    private @Nullable UUID viewing;

    /** @param until when it ends by itself */
    private record Typed(long toldAt, long until) {}

    @Nullable
    UUID viewing() {
        return viewing;
    }

    boolean isOn(@Nullable UUID taskId) {
        return taskId != null && taskId.equals(viewing);
    }

    void view(@Nullable UUID taskId) {
        viewing = taskId;
    }

    /** Takes what was said; answers whether it is to be told on. */
    boolean types(TypingField field, boolean active, long now) {
        if (typed.isEmpty()) typed = new EnumMap<>(TypingField.class);
        Typed before = typed.get(field);
        if (!active) return typed.remove(field) != null;
        if (before != null && now - before.toldAt() < TOLD_EVERY_MS) {
            typed.put(field, new Typed(before.toldAt(), now + EXPIRES_MS));
            return false;
        }
        typed.put(field, new Typed(now, now + EXPIRES_MS));
        return true;
    }

    /** The fields in which somebody typed and goes on no more. */
    List<TypingField> expire(long now) {
        if (typed.isEmpty()) return List.of();
        List<TypingField> over = typed.entrySet().stream()
                .filter(one -> one.getValue().until() <= now)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(typed::remove);
        return over;
    }
}
