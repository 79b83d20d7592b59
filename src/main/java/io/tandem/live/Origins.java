package io.tandem.live;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which web pages may open a socket here: those of this server, and those that were configured. */
final class Origins {

    private final List<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = allowed;
    }

    /** Programs that are no browser send no origin; they are stopped by the token alone. */
    boolean allows(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || allowed.contains(origin) || isOwn(origin, request.authority());
    }

    private static boolean isOwn(String origin, @Nullable HostAndPort authority) {
        if (authority == null) return false;
        try {
            return authority.toString().equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
