package io.tandem.http;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what was packed, as fast as the client takes it: a slow one holds a portion, not a copy of everything. */
final class PackedAnswer {

    private static final int PORTION_BYTES = 65_536;
    private static final Pattern GZIP = Pattern.compile("(gzip|\\*)(;q=(1|1\\.0*|0\\.\\d*[1-9]\\d*))?");

    private PackedAnswer() {}

    static void write(RoutingContext context, Packed packed) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.ETAG, packed.entityTag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), packed)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)))
            send(response, HttpHeaderValues.GZIP, packed.gzip());
        else
            context.vertx()
                    .executeBlocking(packed::unpacked, false)
                    .onSuccess(plain -> send(response, HttpHeaderValues.IDENTITY, plain))
                    .onFailure(context::fail);
    }

    private static boolean isKnown(@Nullable String header, Packed packed) {
        return words(header).anyMatch(word -> word.equals("*") || weak(word).equals(packed.entityTag()));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }

    private static boolean takesGzip(@Nullable String header) {
        return words(header)
                .anyMatch(word -> GZIP.matcher(word.replace(" ", "")).matches());
    }

    private static Stream<String> words(@Nullable String header) {
        return header == null
                ? Stream.empty()
                : Arrays.stream(header.split(",")).map(String::strip);
    }

    private static void send(HttpServerResponse response, CharSequence encoding, byte[] body) {
        response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
        send(response, Buffer.buffer(body), 0);
    }

    private static void send(HttpServerResponse response, Buffer body, int from) {
        int sent = from;
        while (sent < body.length() && !response.writeQueueFull()) {
            int end = Math.min(sent + PORTION_BYTES, body.length());
            response.write(body.slice(sent, end));
            sent = end;
        }
        int next = sent;
        if (next == body.length()) response.end();
        else response.drainHandler(drained -> send(response, body, next));
    }
}
