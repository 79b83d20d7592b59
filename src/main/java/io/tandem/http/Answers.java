package io.tandem.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.tandem.platform.Failures;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.tandem.platform.Problem.Fault;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that writes success and the one that writes failure. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** RFC 9457. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Body(
            String type,
            String title,
            int status,
            String code,
            String detail,
            @Nullable Object data,
            List<Fault> errors) {}

    static void write(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response().setStatusCode(reply.status());
        if (reply.body() == null)
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
        else if (reply.body() instanceof Packed packed) PackedAnswer.write(context, packed);
        else write(response, reply.body());
    }

    private static void write(HttpServerResponse response, Object body) {
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Json.encode(body));
    }

    /** Answers a failed request, whatever failed. Who has gone is not answered, nor is it anybody's fault then. */
    static void fail(RoutingContext context) {
        if (!context.response().closed()) fail(context, problem(context));
    }

    /**
     * The body did not come to its end; Vert.x calls that 200. Who has gone is not answered, and who goes on cannot be
     * understood on this connection any more.
     */
    static void failUnread(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException
                || context.response().closed()) return;
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(done -> context.request().connection().close());
        write(context, ofStatus(400));
    }

    static void fail(RoutingContext context, Problem problem) {
        Failures.report(log, name(context), problem);
        write(context, problem);
    }

    static void write(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) return;
        if (response.headWritten()) response.reset();
        else write(response, problem);
    }

    static void write(HttpServerResponse response, Problem problem) {
        String title = HttpResponseStatus.valueOf(problem.status()).reasonPhrase();
        Body body = new Body(
                "about:blank",
                title,
                problem.status(),
                problem.code(),
                problem.detail(),
                problem.data(),
                problem.errors());
        if (problem.data() instanceof Problem.Retry retry)
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retry.seconds()));
        if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(Json.encode(body));
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null) return ofStatus(context.statusCode());
        Problem broken = ContractFaults.problem(failure);
        if (broken != null) return broken;
        Problem known = Failures.known(failure);
        if (known != null) return known;
        if (context.statusCode() >= 400 && context.statusCode() < 500) return ofStatus(context.statusCode());
        log.error("{} failed", name(context), failure);
        return Problem.internal();
    }

    /** The operation, or where the address leads to: the rest of it may hold the token of an invite. */
    private static String name(RoutingContext context) {
        String operation = context.get(Request.OPERATION);
        if (operation != null) return operation;
        String[] parts = context.normalizedPath().split("/", 3);
        return context.request().method() + " /" + (parts.length > 1 ? parts[1] : "");
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.malformed("The request cannot be read.");
            case 403 -> Problem.forbidden("This is not allowed from here.");
            case 404 -> Problem.notFound("address");
            case 405 -> Problem.of(405, "method_not_allowed", "This address does not take this method.");
            case 406 -> Problem.of(406, "not_acceptable", "The answer is application/json.");
            case 413 -> Problem.of(413, "too_large", "The body is larger than this server takes.");
            case 415 -> Problem.of(415, "unsupported_media_type", "The body must be application/json in UTF-8.");
            case 416 -> Problem.of(416, "malformed", "There is no such part of this.");
            case 417 -> Problem.of(417, "malformed", "Nothing but 100-continue can be expected.");
            default -> Problem.internal();
        };
    }
}
