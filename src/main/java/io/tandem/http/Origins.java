package io.tandem.http;

import io.tandem.platform.Settings;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which web pages may talk to this server: its own, and those that were configured. */
public final class Origins {

    private final Set<String> configured;
    private final @Nullable URI publicUrl;

    public Origins(Settings settings) {
        configured = new HashSet<>(settings.http().allowedOrigins());
        publicUrl = settings.publicUrl().orElse(null);
    }

    /** Programs that are no browser send no origin; they are stopped by the token alone. */
    public boolean allows(@Nullable String origin, Source source) {
        return origin == null || isForeign(origin) || isOwn(origin, source);
    }

    /** Whether it is one of the others that may call. */
    boolean isForeign(String origin) {
        return configured.contains(origin);
    }

    boolean isEmpty() {
        return configured.isEmpty();
    }

    private boolean isOwn(String origin, Source source) {
        try {
            URI page = URI.create(origin);
            return isAsked(page, source) || isPublic(page);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A page that came unprotected is not one of a server that is asked by HTTPS: somebody may have put it there. */
    private static boolean isAsked(URI page, Source source) {
        boolean asSafe = !source.https() || "https".equals(page.getScheme());
        return asSafe && source.authority().equalsIgnoreCase(page.getAuthority());
    }

    private boolean isPublic(URI page) {
        return publicUrl != null
                && publicUrl.getScheme().equals(page.getScheme())
                && publicUrl.getAuthority().equalsIgnoreCase(page.getAuthority());
    }
}
