package io.tandem.notifications;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How somebody wants to hear of what.
 *
 * @param kinds of every kind there is
 * @param digestHour 0 to 23, in the person's own time zone
 * @param dueSoonHours how long before its time a task is due soon, 1 to 168
 */
public record Preferences(Map<Kind, Channels> kinds, Digest digest, int digestHour, int dueSoonHours) {

    static final int DIGEST_HOUR_MAX = 23;
    static final int DUE_SOON_HOURS_MAX = 168;

    /** The same as the defaults of the columns of {@code notifications_person}. */
    public static final Preferences DEFAULT = new Preferences(Map.of(), Digest.OFF, 8, 24);

    public Preferences {
        Map<Kind, Channels> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) all.put(kind, kinds.getOrDefault(kind, Channels.byDefault(kind)));
        kinds = Collections.unmodifiableMap(all);
    }

    public Channels of(Kind kind) {
        return kinds.getOrDefault(kind, Channels.byDefault(kind));
    }
}
