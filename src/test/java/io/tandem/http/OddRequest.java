package io.tandem.http;

import io.tandem.testing.Fuzz;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as bytes, odd in some way.
 *
 * @param whole whether it says truly where it ends, so that there has to be an answer
 */
record OddRequest(byte[] bytes, boolean whole) {

    private static final int SHOWN = 400;

    private static final List<String> IN_PATH = List.of(
            "%00",
            "%ff",
            "%c0%af",
            "%2e%2e%2f",
            "%2F",
            "%25",
            "%25252e",
            "%",
            "%zz",
            "%u0041",
            "..",
            ".",
            "",
            "//",
            ";a=b",
            "\\",
            "\u00e4",
            "a b",
            "*",
            "{id}",
            "x".repeat(3_000),
            "null",
            "-1",
            "%0d%0aX:%20y");

    private static final List<String> IN_QUERY = List.of(
            "",
            "&",
            "&&&",
            "=",
            "a=b=c",
            "%",
            "%zz=1",
            "%00=%00",
            "limit=1&limit=2",
            "limit=",
            "limit",
            "limit=%ff",
            "limit=1e3",
            "cursor=%F0%9F",
            "cursor=" + "A".repeat(1_001),
            "q=" + "x".repeat(3_000),
            "since=99999999999999999999",
            "since=-0",
            "epoch=0-0-0-0-0",
            "type=task.",
            "unread=TRUE",
            "workspace_id=",
            "q=%ed%a0%80",
            "q=%22%22%22",
            "q=%5C",
            "q=%25%5F",
            "limit[]=1",
            "?",
            "#",
            "due_before=294277-01-01T00:00:00Z",
            "due_after=-999999999-01-01T00:00:00Z",
            "+=+");

    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json, text/plain",
            "Content-Type: ;;;",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Encoding: gzip",
            "Content-Encoding: nonsense",
            "Accept: text/html",
            "Accept: ;q=",
            "Accept: */*;q=NaN",
            "Accept-Encoding: gzip;q=x, br, *;q=0",
            "Accept-Language: ,;",
            "Authorization: Bearer",
            "Authorization: Bearer " + "a.".repeat(2_000),
            "Authorization: Basic Og==",
            "Authorization: bearer \u00ff",
            "Cookie: " + "a=b; ".repeat(500),
            "Cookie: =;=",
            "Origin: null",
            "Origin: http://[::",
            "Referer: \u0001",
            "Range: bytes=9-1",
            "If-None-Match: *",
            "If-Match: \"1",
            "If-Modified-Since: never",
            "Expect: nonsense",
            "Expect: 100-continue",
            "Host: ",
            "Host: a b",
            "Host: x:99999",
            "X-Forwarded-Host: \"><",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-For: 1.1.1.1, ,,",
            "Forwarded: for=\"",
            "X-Request-Id: \u0000",
            "X-Request-Id: " + "x".repeat(4_000),
            "Idempotency-Key: ",
            "Idempotency-Key: \u00e4",
            "Idempotency-Key: a, b",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "Sec-WebSocket-Key: x",
            "X-HTTP-Method-Override: DELETE",
            "TE: trailers, deflate",
            "Trailer: Host",
            "Via: 1.1 me, 1.1 me",
            "Max-Forwards: -1",
            "X:",
            ": x",
            "no colon",
            " folded: x",
            "X-Long: " + "y".repeat(9_000));

    private static final List<String> METHODS = List.of(
            "HEAD",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "get",
            "CONNECT",
            "PURGE",
            "G\u00c4T",
            "POST",
            "PUT",
            "PATCH",
            "DELETE");

    static OddRequest of(Ask valid, Fuzz fuzz) {
        int kind = fuzz.below(100);
        Draft draft = new Draft(valid);
        if (kind < 50 && valid.operation().hasBody()) draft.body = body(valid, fuzz);
        else if (kind < 60) draft.target = query(draft.target, fuzz);
        else if (kind < 72) draft.target = path(draft.target, fuzz);
        else if (kind < 90) headers(draft, fuzz);
        else if (kind < 95) draft.method = fuzz.pick(METHODS);
        else return unframed(draft, fuzz);
        return new OddRequest(draft.bytes(), true);
    }

    /** A request on its way to be odd. */
    private static final class Draft {
        private String method;
        private String target;
        private final List<String> headers = new ArrayList<>();
        private byte[] body;

        Draft(Ask ask) {
            method = ask.operation().method();
            target = ask.uri();
            body = ask.body() == null ? new byte[0] : ask.body().getBytes();
            headers.add("Host: tandem.example");
            ask.headers().forEach((name, value) -> headers.add(name + ": " + value));
        }

        byte[] bytes() {
            if (body.length > 0) headers.add("Content-Length: " + body.length);
            return unended();
        }

        byte[] unended() {
            String head = method + " " + target + " HTTP/1.1\r\n"
                    + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining())
                    + "Connection: close\r\n\r\n";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(body);
            return bytes.toByteArray();
        }
    }

    private static byte[] body(Ask valid, Fuzz fuzz) {
        String text = fuzz.encoded(fuzz.chance(75) ? fuzz.bent(valid.json()) : valid.json());
        return fuzz.chance(70) ? Buffer.buffer(text).getBytes() : fuzz.broken(text);
    }

    private static String query(String target, Fuzz fuzz) {
        String more = fuzz.pick(IN_QUERY);
        if (!target.contains("?")) return target + "?" + more;
        return fuzz.chance(50) ? target + "&" + more : target.replaceFirst("=[^&]*", "=" + quoted(fuzz.pick(IN_QUERY)));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    private static String path(String target, Fuzz fuzz) {
        String[] parts = target.split("/");
        int at = 1 + fuzz.below(Math.max(1, parts.length - 1));
        if (at < parts.length) parts[at] = fuzz.chance(50) ? fuzz.pick(IN_PATH) : parts[at] + fuzz.pick(IN_PATH);
        return String.join("/", parts);
    }

    private static void headers(Draft draft, Fuzz fuzz) {
        for (int i = fuzz.below(3); i >= 0; i--) {
            String header = fuzz.pick(HEADERS);
            String name = header.split(":", 2)[0];
            if (fuzz.chance(60)) draft.headers.removeIf(other -> other.startsWith(name + ":"));
            draft.headers.add(fuzz.below(draft.headers.size() + 1), header);
        }
        if (fuzz.chance(5)) for (int i = 0; i < 300; i++) draft.headers.add("X-" + i + ": " + i);
    }

    /** Wrong about where it ends, or cut off. */
    private static OddRequest unframed(Draft draft, Fuzz fuzz) {
        if (draft.body.length == 0) draft.body = "{}".getBytes(StandardCharsets.UTF_8);
        draft.headers.add(fuzz.pick(List.of(
                "Content-Length: 1",
                "Content-Length: 99999",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 2\r\nContent-Length: 3",
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked\r\nContent-Length: 3",
                "Transfer-Encoding: nonsense")));
        byte[] bytes = draft.unended();
        return new OddRequest(fuzz.chance(30) ? fuzz.broken(new String(bytes, StandardCharsets.UTF_8)) : bytes, false);
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
