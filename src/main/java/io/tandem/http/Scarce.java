package io.tandem.http;

import io.tandem.platform.Address;
import io.tandem.platform.IpAddress;
import io.tandem.platform.RateWindow;
import io.tandem.platform.Settings.Limits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What strangers may do only so often from one address: {@code x-limit} in openapi.yaml. */
enum Scarce {
    SIGN_INS(Limits::signInsPerMinuteAndAddress, RateWindow.MINUTE_MS),
    REGISTRATIONS(Limits::registrationsPerHourAndAddress, RateWindow.HOUR_MS),
    TOKENS(Limits::tokensPerMinuteAndAddress, RateWindow.MINUTE_MS);

    /** Asks whether somebody may try once more; fails with {@code too_many_requests}. */
    static final Address<Attempt, Boolean> TRY = new Address<>("http.try", Attempt.class);

    /** @param network of whoever tries */
    record Attempt(Scarce what, IpAddress network) {}

    private final ToIntFunction<Limits> max;
    final long windowMs;

    Scarce(ToIntFunction<Limits> max, long windowMs) {
        this.max = max;
        this.windowMs = windowMs;
    }

    int max(Limits limits) {
        return max.applyAsInt(limits);
    }

    static Optional<Scarce> of(Object word) {
        return Arrays.stream(values())
                .filter(scarce -> scarce.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
