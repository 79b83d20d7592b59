package io.tandem.notifications;

import io.tandem.platform.Check;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to hear of what from now on; what is left out is as it is by default. Fails with
 * {@code validation_failed}.
 *
 * @param digestHour 0 to 23
 * @param dueSoonHours 1 to 168
 */
public record ReplacePreferences(
        @Nullable Map<Kind, Wanted> kinds,
        @Nullable Digest digest,
        @Nullable Integer digestHour,
        @Nullable Integer dueSoonHours) {

    /** The ways a kind shall take; one left out is as it is by default. */
    public record Wanted(@Nullable Boolean inApp, @Nullable Boolean email) {

        Channels channels(Kind kind) {
            Channels usual = Channels.byDefault(kind);
            return new Channels(inApp == null ? usual.inApp() : inApp, email == null ? usual.email() : email);
        }
    }

    public ReplacePreferences {
        Check check = new Check();
        check.that(
                digestHour == null || (digestHour >= 0 && digestHour <= Preferences.DIGEST_HOUR_MAX),
                "digest_hour",
                "From 0 to " + Preferences.DIGEST_HOUR_MAX + ".");
        check.that(
                dueSoonHours == null || (dueSoonHours >= 1 && dueSoonHours <= Preferences.DUE_SOON_HOURS_MAX),
                "due_soon_hours",
                "From 1 to " + Preferences.DUE_SOON_HOURS_MAX + ".");
        check.done();
    }

    Preferences preferences() {
        Preferences usual = Preferences.DEFAULT;
        Map<Kind, Channels> wanted = new EnumMap<>(Kind.class);
        if (kinds != null) kinds.forEach((kind, ways) -> wanted.put(kind, ways.channels(kind)));
        return new Preferences(
                wanted,
                digest == null ? usual.digest() : digest,
                digestHour == null ? usual.digestHour() : digestHour,
                dueSoonHours == null ? usual.dueSoonHours() : dueSoonHours);
    }
}
