package io.tandem.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets mails about, and can get rid of by a link.
 *
 * @param kind null for the digest, and for all there is
 * @param word the kind's, {@code digest} or {@code all}
 */
record Mailed(@Nullable Kind kind, @JsonValue String word) {

    static final Mailed DIGEST = new Mailed(null, "digest");
    static final Mailed ALL = new Mailed(null, "all");

    static Mailed of(Kind kind) {
        return new Mailed(kind, kind.word());
    }

    static Optional<Mailed> of(String word) {
        return Stream.concat(Stream.of(DIGEST, ALL), Stream.of(Kind.values()).map(Mailed::of))
                .filter(mailed -> mailed.word.equals(word))
                .findFirst();
    }

    /** The same wishes without these mails. */
    Preferences without(Preferences preferences) {
        Map<Kind, Channels> kinds = new EnumMap<>(preferences.kinds());
        for (Kind each : Kind.values()) {
            if (each == kind || equals(ALL))
                kinds.put(each, new Channels(preferences.of(each).inApp(), false));
        }
        boolean keepsDigest = kind != null;
        return new Preferences(
                kinds,
                keepsDigest ? preferences.digest() : Digest.OFF,
                preferences.digestHour(),
                preferences.dueSoonHours());
    }
}
