package io.tandem.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What browsers must know about every answer. */
final class Headers {

    /** No inline script or style, nothing from elsewhere, in nobody's frame. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()";

    private final boolean https;

    /** @param https whether {@code public.url} promises it */
    Headers(boolean https) {
        this.https = https;
    }

    void write(RoutingContext context) {
        write(context.response().headers(), https || Source.of(context).https());
        context.next();
    }

    static void write(MultiMap headers, boolean https) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", PERMISSIONS_POLICY);
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        if (https) headers.set("Strict-Transport-Security", "max-age=31536000");
    }
}
