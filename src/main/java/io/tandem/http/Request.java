package io.tandem.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Actor;
import io.tandem.platform.Call;
import io.tandem.platform.Json;
import io.tandem.platform.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that fits the contract, from somebody who may be here. */
public final class Request {

    static final String ACTOR = "tandem.actor";
    static final String OPERATION = "tandem.operation";

    private final RoutingContext context;

    Request(RoutingContext context) {
        this.context = context;
    }

    /** Who is signed in; only behind operations whose right is not {@code public}. */
    public Actor actor() {
        Actor actor = context.get(ACTOR);
        if (actor == null) throw Problem.unauthorized("Sign in first.");
        return actor;
    }

    public String path(String name) {
        return String.valueOf(context.pathParam(name));
    }

    /** An id in the path; what is no UUID cannot exist. */
    public UUID pathId(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("thing");
        }
    }

    public @Nullable String query(String name) {
        return context.queryParam(name).isEmpty()
                ? null
                : context.queryParam(name).getFirst();
    }

    /** The body as a record. */
    public <C> C body(Class<C> type) {
        return Json.bind(bodyNode(), type);
    }

    /**
     * The body as a command, with ids from the path written into it first: the same record a live message becomes.
     *
     * @param pathToField pairs: a name in the path, the command's field it fills
     */
    public <C> C command(Class<C> type, String... pathToField) {
        ObjectNode node = bodyNode();
        for (int i = 0; i < pathToField.length; i += 2) {
            node.put(pathToField[i + 1], pathId(pathToField[i]).toString());
        }
        putVersion(node);
        return Json.bind(node, type);
    }

    private ObjectNode bodyNode() {
        String text = context.body().asString();
        if (text == null || text.isEmpty()) return JsonNodeFactory.instance.objectNode();
        if (Json.parse(text) instanceof ObjectNode object) return object;
        throw Problem.invalid("", "The body must be a JSON object.");
    }

    /** {@code If-Match: "3"} is another way to say {@code version: 3}. */
    private void putVersion(ObjectNode node) {
        String match = context.request().getHeader("If-Match");
        if (match == null || match.equals("*")) return;
        try {
            node.put(
                    "version",
                    Long.parseLong(match.replace("W/", "").replace("\"", "").trim()));
        } catch (NumberFormatException e) {
            throw Problem.invalid("header/If-Match", "This is not a version.");
        }
    }

    /** The address this request was sent to, {@code https://tandem.example.org}: for links where none is configured. */
    public String origin() {
        return source().origin();
    }

    /** Whom this request asked for, with its port where it named one. */
    String host() {
        return source().authority();
    }

    public Source source() {
        return Source.of(context);
    }

    public <C> Call<C> call(C command) {
        return new Call<>(actor(), context.request().getHeader("Idempotency-Key"), command);
    }
}
