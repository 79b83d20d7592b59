package io.tandem.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests that the router, or what it is made of, would fail over where nobody answers them properly. */
final class Unreadable {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Netty takes the first character of a boundary for granted, and the second of one that begins with a quote. */
    private static final Pattern NO_BOUNDARY =
            Pattern.compile("\\s*multipart/.*boundary\\s*=[\\s\"]*(;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Unreadable() {}

    static boolean is(HttpServerRequest request) {
        return request.path() == null
                || BROKEN_ESCAPE.matcher(request.uri()).find()
                || hasNoHost(request)
                || hasNoBoundary(request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    /** Vert.x says of such a host what it says of a server that is not there. */
    private static boolean hasNoHost(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_1_0 && request.authority() == null;
    }

    private static boolean hasNoBoundary(@Nullable String contentType) {
        return contentType != null && NO_BOUNDARY.matcher(contentType).matches();
    }
}
