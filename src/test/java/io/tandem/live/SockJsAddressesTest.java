package io.tandem.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the SockJS protocol (sockjs-protocol 0.3.3) says of addresses: greeting, iframe, info, sessions and their headers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SockJsAddressesTest {

    private static final String NEVER_KEPT = "no-store, no-cache, no-transform, must-revalidate, max-age=0";

    private EchoServer server;
    private Visitor visitor;

    @BeforeAll
    void start() {
        server = EchoServer.start();
        visitor = new Visitor(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_base_address_greets() {
        for (String path : List.of("/echo", "/echo/")) {
            HttpResponse<String> greeting = visitor.get(path);
            assertThat(greeting.statusCode()).isEqualTo(200);
            assertThat(header(greeting, "content-type")).isEqualTo("text/plain; charset=UTF-8");
            assertThat(greeting.body()).isEqualTo("Welcome to SockJS!\n");
            assertThat(header(greeting, "set-cookie")).isEmpty();
        }
    }

    @Test
    void what_is_no_address_of_the_protocol_is_not_found() {
        for (String path : List.of("/a", "/a.html", "//", "///", "/a/a", "/a/a/", "/a", "/a/", "/xhr", "/a/a/xhr/")) {
            assertThat(visitor.get("/echo" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_iframe_page_may_be_kept_for_a_year() {
        String body = visitor.get("/echo/iframe.html").body();
        for (String name : List.of("", "-a", "-", "-0.1.2", "-0.1.2abc-dirty.2144", "-?t=1", ".html?t=1234")) {
            String path = "/echo/iframe" + (name.contains("html") ? name : name.replace("?t=1", "") + ".html");
            HttpResponse<String> page = visitor.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(header(page, "content-type")).isEqualTo("text/html; charset=UTF-8");
            assertThat(header(page, "cache-control")).contains("public").contains("max-age=31536000");
            assertThat(header(page, "expires")).isNotEmpty();
            assertThat(header(page, "last-modified")).isEmpty();
            assertThat(header(page, "set-cookie")).isEmpty();
            assertThat(page.body()).isEqualTo(body).contains("SockJS.bootstrap_iframe();");
        }
        for (String name : List.of(".htm", "", ".HTML", "-/.html", ".xml")) {
            assertThat(visitor.get("/echo/iframe" + name).statusCode()).as(name).isEqualTo(404);
        }
    }

    @Test
    void an_iframe_page_that_is_known_is_not_sent_again() {
        String tag = header(visitor.get("/echo/iframe.html"), "etag");
        HttpResponse<String> again = visitor.get("/echo/iframe.html", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "content-type")).isEmpty();
        assertThat(again.body()).isEmpty();
    }

    @Test
    void info_says_what_there_is_and_never_the_same_twice() {
        HttpResponse<String> info = visitor.get("/echo/info", "Origin", "null");
        JsonNode said = Json.parse(info.body());
        assertThat(header(info, "content-type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(header(info, "cache-control")).isEqualTo(NEVER_KEPT);
        assertThat(header(info, "access-control-allow-origin")).isEqualTo("null");
        assertThat(said.path("websocket").asBoolean()).isTrue();
        assertThat(said.path("cookie_needed").isBoolean()).isTrue();
        assertThat(said.path("origins").path(0).asText()).isEqualTo("*:*");
        assertThat(said.path("entropy").isIntegralNumber()).isTrue();
        assertThat(said.path("entropy"))
                .isNotEqualTo(Json.parse(visitor.get("/echo/info").body()).path("entropy"));
    }

    @Test
    void info_says_where_there_is_no_websocket() {
        assertThat(Json.parse(visitor.get("/disabled_websocket_echo/info").body())
                        .path("websocket")
                        .asBoolean(true))
                .isFalse();
        HttpResponse<String> upgrade = visitor.get("/disabled_websocket_echo/0/" + UUID.randomUUID() + "/websocket");
        assertThat(upgrade.statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_from_elsewhere_is_told_what_it_may_ask() {
        allows("/echo/info", "OPTIONS, GET");
        for (String transport : List.of("/xhr", "/xhr_send", "/xhr_streaming")) {
            allows("/echo/abc/" + UUID.randomUUID() + transport, "OPTIONS, POST");
        }
    }

    private void allows(String path, String methods) {
        HttpResponse<String> answer = visitor.options(
                path, "Origin", "http://elsewhere.example", "Access-Control-Request-Headers", "a, b, c");
        assertThat(answer.statusCode()).as(path).isIn(200, 204);
        assertThat(header(answer, "cache-control")).contains("public").contains("max-age=31536000");
        assertThat(header(answer, "expires")).isNotEmpty();
        assertThat(header(answer, "access-control-max-age")).isEqualTo("31536000");
        assertThat(header(answer, "access-control-allow-methods")).isEqualTo(methods);
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("http://elsewhere.example");
        assertThat(header(answer, "access-control-allow-credentials")).isEqualTo("true");
        assertThat(header(answer, "access-control-allow-headers")).isEqualTo("a, b, c");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_session_has_a_server_and_a_name_without_dots() {
        for (String names : List.of("/a/", "/_/", "/1/", "/abcdefgh_i-j%20/")) {
            HttpResponse<String> opened = visitor.post("/echo" + names + UUID.randomUUID() + "/xhr", "");
            assertThat(opened.statusCode()).as(names).isEqualTo(200);
            assertThat(opened.body()).isEqualTo("o\n");
        }
        for (String names : List.of("//", "/a./a", "/a/a.", "/./.", "///", "")) {
            assertThat(visitor.post("/echo" + names + "/xhr", "").statusCode())
                    .as(names)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_name_of_the_server_is_for_load_balancers_alone() {
        UUID session = UUID.randomUUID();
        assertThat(visitor.post("/echo/000/" + session + "/xhr", "").body()).isEqualTo("o\n");
        assertThat(visitor.post("/echo/000/" + session + "/xhr_send", "[\"a\"]").statusCode())
                .isEqualTo(204);
        assertThat(visitor.post("/echo/999/" + session + "/xhr", "").body()).isEqualTo("a[\"a\"]\n");
    }

    @Test
    void a_cookie_for_load_balancers_comes_only_where_it_is_wanted() {
        String session = "/000/" + UUID.randomUUID();
        HttpResponse<String> first = visitor.post("/cookie_needed_echo" + session + "/xhr", "");
        assertThat(header(first, "set-cookie")).isEqualTo("JSESSIONID=dummy; path=/");
        HttpResponse<String> known =
                visitor.post("/cookie_needed_echo" + session + "x/xhr", "", "Cookie", "JSESSIONID=abc");
        assertThat(header(known, "set-cookie")).isEqualTo("JSESSIONID=abc; path=/");
        assertThat(Json.parse(visitor.get("/cookie_needed_echo/info").body())
                        .path("cookie_needed")
                        .asBoolean())
                .isTrue();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
