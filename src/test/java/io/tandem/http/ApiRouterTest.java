package io.tandem.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.platform.Actor;
import io.tandem.platform.Authenticator;
import io.tandem.platform.Bus;
import io.tandem.platform.Configuration;
import io.tandem.platform.Ids;
import io.tandem.platform.Meters;
import io.tandem.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what contract the API does not even start. */
class ApiRouterTest {

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private static Router router(JsonObject operation, String... handled) throws Exception {
        JsonObject responses = JsonObject.of("204", JsonObject.of("description", "Done"));
        operation.put("operationId", "paint").put("responses", responses);
        JsonObject document = JsonObject.of(
                "openapi",
                "3.1.0",
                "info",
                JsonObject.of("title", "Fence", "version", "1"),
                "paths",
                JsonObject.of("/api/fence", JsonObject.of("post", operation)));
        Meters meters = new Meters();
        Bus bus = new Bus(vertx, 1, meters);
        Api api = new Api(bus);
        for (String id : handled) api.on(id, request -> Future.succeededFuture(new Reply(204, null)));
        OpenAPIContract contract = OpenAPIContract.from(vertx, document).await(20, TimeUnit.SECONDS);
        Settings settings =
                Configuration.load(vertx, Optional.empty(), Map.of()).await(20, TimeUnit.SECONDS);
        return ApiRouter.create(
                vertx,
                api,
                new HttpVerticle.Parts(
                        contract, bus, settings, meters, null, new Anybody(), new Seats(0), List.of(), null));
    }

    private static final class Anybody implements Authenticator {
        @Override
        public Future<Identity> authenticate(String accessToken) {
            return Future.succeededFuture(new Identity(new Actor(Ids.next(), "Anybody", Ids.next()), Instant.now()));
        }

        @Override
        public Future<Identity> confirm(String accessToken) {
            return authenticate(accessToken);
        }
    }

    @Test
    void an_operation_with_a_right_and_a_handler_starts() throws Exception {
        assertThat(router(JsonObject.of("x-right", "write"), "paint")).isNotNull();
    }

    @Test
    void an_operation_without_a_right_does_not() {
        assertThatThrownBy(() -> router(new JsonObject(), "paint")).hasMessage("No right stated for paint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "writes", "Write", "read,write"})
    void nor_does_one_with_a_right_that_is_none(String right) {
        assertThatThrownBy(() -> router(JsonObject.of("x-right", right), "paint"))
                .hasMessage("No right stated for paint");
    }

    @Test
    void nor_does_one_without_a_handler_or_a_handler_without_one() {
        assertThatThrownBy(() -> router(JsonObject.of("x-right", "write"))).hasMessage("No handler for paint");
        assertThatThrownBy(() -> router(JsonObject.of("x-right", "write"), "paint", "mend"))
                .hasMessage("Not in the contract: [mend]");
    }
}
