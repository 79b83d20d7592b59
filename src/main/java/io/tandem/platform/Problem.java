package io.tandem.platform;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure with a stable code: what every feature fails with, answered as RFC 9457 problem+json over HTTP and as
 * {@code error} over the socket. It is a {@link ReplyException} so that it crosses the event bus as it is.
 */
public final class Problem extends ReplyException {

    /** One broken place of the input: a JSON pointer into it and what is wrong there. */
    public record Fault(String pointer, String message) {}

    /** When to come back. */
    public record Retry(long retryAfterMs) {

        /** Rounded up: who came earlier would be refused again. */
        public long seconds() {
            return Math.ceilDiv(retryAfterMs, 1_000L);
        }
    }

    private final int status;
    private final String code;
    private final transient @Nullable Object data;
    private final transient List<Fault> errors;

    private Problem(int status, String code, String detail, @Nullable Object data, List<Fault> errors) {
        super(ReplyFailure.RECIPIENT_FAILURE, status, detail);
        this.status = status;
        this.code = code;
        this.data = data;
        this.errors = errors;
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null, List.of());
    }

    /** What you may not see does not exist: one answer for unknown and for foreign. */
    public static Problem notFound(String what) {
        return of(404, "not_found", "There is no such " + what + ".");
    }

    public static Problem forbidden(String detail) {
        return of(403, "forbidden", detail);
    }

    public static Problem unauthorized(String detail) {
        return of(401, "unauthorized", detail);
    }

    public static Problem malformed(String detail) {
        return of(400, "malformed", detail);
    }

    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new Fault(pointer, message)));
    }

    public static Problem invalid(List<Fault> errors) {
        return new Problem(422, "validation_failed", "The input is not valid.", null, List.copyOf(errors));
    }

    public static Problem conflict(String detail, Object data) {
        return new Problem(409, "conflict", detail, data, List.of());
    }

    /** A client chose an id for something new that stands for something already. */
    public static Problem idTaken() {
        return of(409, "id_taken", "This id is already in use.");
    }

    public static Problem limitReached(String detail) {
        return of(409, "limit_reached", detail);
    }

    /** @param retryAfterMs when it may be tried again; said in the answer, and over HTTP in {@code Retry-After} too */
    public static Problem tooManyRequests(String detail, long retryAfterMs) {
        return of(429, "too_many_requests", detail).with(new Retry(retryAfterMs));
    }

    public static Problem unavailable() {
        return of(503, "unavailable", "The server cannot do this right now. Nothing is lost, try again.");
    }

    public static Problem internal() {
        return of(500, "internal", "Something went wrong on the server.");
    }

    public Problem with(Object more) {
        return new Problem(status, code, detail(), more, errors);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** More about the failure, ready for JSON; for a conflict the present state. */
    public @Nullable Object data() {
        return data;
    }

    public List<Fault> errors() {
        return errors;
    }

    /** Problems are answers, not accidents; nobody reads their stack. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
