package io.tandem.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Lets pages of configured origins read answers. There are no cookies here, whoever asks brings a token; but browsers' SockJS
 * clients ask with credentials, and hear nothing where those are not allowed.
 */
final class Cors {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-Id";
    private static final String ANSWER_HEADERS = "Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    /** What SockJS would say by itself, of any origin. */
    private static final List<CharSequence> OTHERS_WORDS = List.of(
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
            HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS);

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = origin != null && origins.isForeign(origin);
        context.addHeadersEndHandler(end -> {
            OTHERS_WORDS.forEach(name -> context.response().headers().remove(name));
            if (!origins.isEmpty()) context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (foreign) allow(context, origin);
        });
        boolean asksFirst = request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (foreign && asksFirst) context.response().setStatusCode(204).end();
        else context.next();
    }

    private static void allow(RoutingContext context, String origin) {
        HttpServerResponse response = context.response();
        if (context.normalizedPath().startsWith("/live"))
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
    }
}
