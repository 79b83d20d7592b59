package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What openapi.yaml lets through and what it stops, asked of a real server that answers 200 to whatever fits. */
class ContractTest {

    private static final Set<String> RIGHTS =
            Set.of("public", "signed_in", "read", "write", "administer", "own", "administer_installation");
    private static final String ID = "0198c3a0-7b1c-7000-8000-000000000001";
    private static final String LONG = "@long@";

    private static Vertx vertx;
    private static OpenAPIContract contract;
    private static HttpServer server;
    private static WebClient client;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        contract = OpenAPIContract.from(vertx, "openapi.yaml").await(20, TimeUnit.SECONDS);
        server = vertx.createHttpServer()
                .requestHandler(router())
                .listen(0, "127.0.0.1")
                .await(20, TimeUnit.SECONDS);
        client = WebClient.create(vertx);
    }

    private static Router router() {
        var builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        builder.rootHandler(BodyHandler.create(false));
        builder.getRoutes().forEach(route -> route.setDoSecurity(false).addHandler(context -> context.response()
                .end(route.getOperation().getOperationId())));
        return builder.createRouter()
                .errorHandler(
                        400, context -> context.response().setStatusCode(400).end());
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void every_operation_says_what_it_is_and_what_right_it_demands() {
        assertThat(contract.operations()).hasSize(68).allSatisfy(operation -> {
            assertThat(operation.getOpenAPIPath()).startsWith("/api/");
            assertThat(operation.getOperationId()).matches("[a-z][A-Za-z]+");
            assertThat(operation.getTags()).hasSize(1);
            assertThat(operation.getOpenAPIModel().getString("summary")).isNotBlank();
            assertThat(operation.getExtensions().get("x-right")).isIn(RIGHTS);
        });
    }

    @Test
    void only_what_is_public_needs_no_token() {
        assertThat(contract.operations()).allSatisfy(operation -> assertThat(
                        operation.getSecurityRequirements().isEmpty())
                .isEqualTo("public".equals(operation.getExtensions().get("x-right"))));
    }

    @Test
    void every_change_takes_an_operation_id() {
        assertThat(contract.operations()).allSatisfy(operation -> assertThat(hasParameter(operation, "Idempotency-Key"))
                .isEqualTo(operation.getHttpMethod() != HttpMethod.GET));
    }

    @Test
    void changes_that_may_conflict_take_a_version_as_a_header() {
        assertThat(contract.operations())
                .filteredOn(operation -> hasParameter(operation, "If-Match"))
                .extracting(Operation::getOperationId)
                .containsExactlyInAnyOrder("changeTask", "assignTask");
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters().stream()
                .filter(parameter -> parameter.getIn() == Location.HEADER)
                .map(Parameter::getName)
                .anyMatch(name::equals);
    }

    @Test
    void no_body_takes_a_field_it_does_not_know() {
        assertThat(contract.operations())
                .filteredOn(operation -> operation.getRequestBody() != null)
                .hasSize(26)
                .allSatisfy(operation -> assertThat(bodySchema(operation).getBoolean("additionalProperties"))
                        .isFalse());
    }

    private static JsonObject bodySchema(Operation operation) {
        return operation
                .getRequestBody()
                .getOpenAPIModel()
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    POST   | /api/auth/register             | {"email":"ada@example.org","password":"correct horse","name":"Ada"}
                    POST   | /api/auth/login                | {"email":"ada@example.org","password":"x"}
                    POST   | /api/auth/refresh              | {"refresh_token":"abc"}
                    POST   | /api/auth/logout               | {"everywhere":true}
                    PATCH  | /api/me                        | {"name":"Ada","time_zone":"Europe/Paris"}
                    PATCH  | /api/me                        | {"email":"ada@example.org","current_password":"x"}
                    PUT    | /api/me/status                 | {"status":"do_not_disturb"}
                    POST   | /api/workspaces                | {"id":"@id@","name":"Home","description":"","settings":{"week":{"first":1}}}
                    PUT    | /api/workspaces/@id@           | {"name":"Home"}
                    POST   | /api/workspaces/join           | {"invite_token":"-12"}
                    POST   | /api/workspaces/@id@/transfer  | {"user_id":"@id@"}
                    PATCH  | /api/workspaces/@id@/members/@id@ | {"role":"viewer"}
                    POST   | /api/workspaces/@id@/invites   | {}
                    POST   | /api/workspaces/@id@/invites   | {"role":"admin","max_uses":null,"expires_in_hours":1,"email_domain":null}
                    POST   | /api/workspaces/@id@/columns   | {"name":"Review","done":false,"after_id":"@id@"}
                    PATCH  | /api/workspaces/@id@/columns/@id@ | {"done":true}
                    POST   | /api/workspaces/@id@/columns/@id@/move | {"before_id":"@id@"}
                    POST   | /api/workspaces/@id@/labels    | {"name":"Urgent","color":"red"}
                    PATCH  | /api/workspaces/@id@/labels/@id@ | {"color":"teal"}
                    POST   | /api/tasks                     | {"title":"Buy milk"}
                    POST   | /api/tasks                     | {"title":"a","workspace_id":null,"column_id":null,"due_at":null,"assigned_to":null}
                    POST   | /api/tasks                     | {"title":"a","description":"two\\nlines\\n","due_at":"2026-01-01T00:00:00+02:00","labels":["@id@"],"checklist":[{"text":"b"}]}
                    PATCH  | /api/tasks/@id@                | {"version":3,"title":"Buy bread","priority":"high"}
                    PATCH  | /api/tasks/@id@/assign         | {"assigned_to":null,"version":3}
                    POST   | /api/tasks/@id@/move           | {"column_id":"@id@","after_id":"@id@"}
                    POST   | /api/tasks/@id@/comments       | {"text":"  @Ada, look\\n","mentions":["@id@"]}
                    PATCH  | /api/comments/@id@             | {"mentions":[]}
                    PUT    | /api/notifications/preferences | {"kinds":{"left":{"in_app":true,"email":false}},"digest":"off","digest_hour":0}
                    """)
    void a_body_that_fits_passes(String method, String path, String body) {
        assertThat(send(method, path, body).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    POST   | /api/auth/register             | {"email":"","password":"correct horse","name":"Ada"}
                    POST   | /api/auth/register             | {"email":"ada@","password":"correct horse","name":"Ada"}
                    POST   | /api/auth/register             | {"email":"ada@example.org\\n","password":"correct horse","name":"Ada"}
                    POST   | /api/auth/register             | {"email":"ada@example.org","password":"1234567","name":"Ada"}
                    POST   | /api/auth/register             | {"email":"ada@example.org","password":"correct horse"}
                    PATCH  | /api/me                        | {}
                    PATCH  | /api/me                        | {"password":"correct horse"}
                    PUT    | /api/me/status                 | {"status":"busy"}
                    POST   | /api/workspaces                | {"name":"  "}
                    POST   | /api/workspaces                | {"name":"a","nope":1}
                    POST   | /api/workspaces                | {"name":"a","settings":[]}
                    PATCH  | /api/workspaces/@id@/members/@id@ | {"role":"king"}
                    POST   | /api/workspaces/@id@/invites   | {"max_uses":0}
                    POST   | /api/workspaces/@id@/invites   | {"expires_in_hours":8761}
                    POST   | /api/workspaces/@id@/columns/@id@/move | {}
                    POST   | /api/workspaces/@id@/columns/@id@/move | {"before_id":"@id@","after_id":"@id@"}
                    POST   | /api/workspaces/@id@/labels    | {"name":"a","color":"mauve"}
                    POST   | /api/tasks                     | {}
                    POST   | /api/tasks                     | {"title":null}
                    POST   | /api/tasks                     | {"title":1}
                    POST   | /api/tasks                     | {"title":""}
                    POST   | /api/tasks                     | {"title":"@long@"}
                    POST   | /api/tasks                     | {"title":"a\\n"}
                    POST   | /api/tasks                     | {"title":"a","description":"NUL \\u0000"}
                    POST   | /api/tasks                     | {"title":"a","id":null}
                    POST   | /api/tasks                     | {"title":"a","id":"urn:uuid:@id@"}
                    POST   | /api/tasks                     | {"title":"a","id":"@id@\\n"}
                    POST   | /api/tasks                     | {"title":"a","due_at":"2026-01-01T00:00:00"}
                    POST   | /api/tasks                     | {"title":"a","due_at":"2026-02-30T00:00:00Z"}
                    POST   | /api/tasks                     | {"title":"a","labels":["@id@","@id@"]}
                    POST   | /api/tasks                     | {"title":"a","checklist":[{"text":"b","nope":1}]}
                    PATCH  | /api/tasks/@id@                | {"version":1.5}
                    PATCH  | /api/tasks/@id@/assign         | {}
                    POST   | /api/tasks/@id@/move           | {"column_id":"@id@","before_id":"@id@","after_id":"@id@"}
                    POST   | /api/tasks/@id@/comments       | {"text":" \\n"}
                    POST   | /api/tasks/@id@/comments       | {"text":"a","mentions":["@id@","@id@"]}
                    PATCH  | /api/comments/@id@             | {}
                    PUT    | /api/notifications/preferences | {"kinds":{"shouted":{"in_app":true,"email":false}}}
                    PUT    | /api/notifications/preferences | {"digest_hour":24}
                    POST   | /api/tasks                     | {"title":
                    POST   | /api/tasks                     | {"title":"a"} {}
                    POST   | /api/tasks                     | []
                    POST   | /api/tasks                     | null
                    POST   | /api/tasks                     | ``
                    """)
    void a_body_that_does_not_fit_is_stopped(String method, String path, String body) {
        assertThat(send(method, path, body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_title_is_counted_in_characters_not_in_utf_16_units() {
        assertThat(createTask("😀".repeat(500)).statusCode()).isEqualTo(200);
        assertThat(createTask("😀".repeat(501)).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<Buffer> createTask(String title) {
        return send("POST", "/api/tasks", JsonObject.of("title", title).encode());
    }

    @Test
    void a_body_nested_without_end_is_stopped() {
        assertThat(send("POST", "/api/tasks", "[".repeat(20_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_of_no_or_another_type_is_stopped() {
        var task = "{\"title\":\"a\"}";
        assertThat(send("POST", "/api/tasks", task, Map.of()).statusCode()).isEqualTo(400);
        assertThat(send("POST", "/api/tasks", task, Map.of("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/@id@",
                "/api/tasks?limit=200&completed=false&q=milk&assigned_to=me",
                "/api/tasks?workspace_id=@id@&assigned_to=@id@&column_id=@id@&label=@id@&due_before=2026-01-01T00:00:00Z",
                "/api/workspaces/@id@/events?since=0&epoch=@id@&limit=1000",
                "/api/me/events",
                "/api/workspaces/@id@/activity?type=task.moved&actor_id=@id@&task_id=@id@&since=7",
                "/api/invites/Zm9v_-12"
            })
    void an_address_that_fits_passes(String path) {
        assertThat(send("GET", path, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/abc",
                "/api/workspaces/7",
                "/api/tasks?limit=0",
                "/api/tasks?limit=201",
                "/api/tasks?limit=many",
                "/api/tasks?completed=1",
                "/api/tasks?assigned_to=you",
                "/api/tasks?due_after=2026-01-01",
                "/api/tasks?q=%00",
                "/api/workspaces/@id@/activity?type=Task",
                "/api/me/events?since=-1"
            })
    void an_address_that_does_not_fit_is_stopped(String path) {
        assertThat(send("GET", path, "").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Idempotency-Key | op-7   | 200
                    Idempotency-Key | @long@ | 400
                    Idempotency-Key | a b    | 400
                    If-Match        | "3"    | 200
                    If-Match        | 3      | 200
                    If-Match        | *      | 200
                    If-Match        | three  | 400
                    """)
    void headers_are_held_to_the_contract(String name, String value, int status) {
        var headers = Map.of("Content-Type", "application/json", name, filled(value));
        assertThat(send("PATCH", "/api/tasks/@id@", "{\"title\":\"a\"}", headers)
                        .statusCode())
                .isEqualTo(status);
    }

    private static HttpResponse<Buffer> send(String method, String path, String body) {
        return send(method, path, body, Map.of("Content-Type", "application/json; charset=utf-8"));
    }

    private static HttpResponse<Buffer> send(String method, String path, String body, Map<String, String> headers) {
        var request = client.request(HttpMethod.valueOf(method), server.actualPort(), "127.0.0.1", filled(path));
        headers.forEach(request::putHeader);
        return request.sendBuffer(Buffer.buffer(filled(body))).await();
    }

    private static String filled(String text) {
        return text.replace("@id@", ID).replace(LONG, "x".repeat(501));
    }
}
