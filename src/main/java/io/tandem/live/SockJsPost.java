package io.tandem.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What a SockJS client says by POST: a JSON text, or a list of them. Vert.x calls everything else its own fault (500), and
 * fails over a null in the list.
 */
final class SockJsPost {

    private SockJsPost() {}

    static void check(RoutingContext routing) {
        if (isFramed(routing.body().asString())) routing.next();
        else routing.fail(400);
    }

    private static boolean isFramed(@Nullable String body) {
        if (body == null) return false;
        try {
            JsonNode said = Json.parse(body);
            return said.isTextual() || (said.isArray() && areTexts(said));
        } catch (Problem noJson) {
            return false;
        }
    }

    private static boolean areTexts(JsonNode list) {
        for (JsonNode one : list) if (!one.isTextual()) return false;
        return true;
    }
}
