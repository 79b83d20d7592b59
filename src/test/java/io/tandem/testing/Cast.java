package io.tandem.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.platform.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of a walk and what is theirs. Ada owns a workspace where Grace is a member, and a second one with Alan.
 * Mallory is a stranger with a workspace of her own, where Eve is a member.
 */
public final class Cast {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Person ada;
    private final Person grace;
    private final Person alan;
    private final Person mallory;
    private final Person eve;
    private final Things elsewhere;
    private final Things foreign;
    private final UUID personalTask;
    private final UUID personalComment;
    private final String unsubscribe;

    public Cast(TandemServer server) {
        ada = server.register("Ada");
        grace = server.register("Grace");
        alan = server.register("Alan");
        mallory = server.register("Mallory");
        eve = server.register("Eve");
        elsewhere = Things.make(ada, alan);
        foreign = Things.make(mallory, eve);
        personalTask = Things.id(
                mallory.post("/api/tasks", Map.of("title", "Practise")).expect(201));
        personalComment = Things.id(mallory.post("/api/tasks/" + personalTask + "/comments", Map.of("text", "Daily"))
                .expect(201));
        unsubscribe = UnsubscribeLink.token(server.database(), ada.id(), "all");
    }

    public Person ada() {
        return ada;
    }

    /** A member of every workspace that is fresh. */
    public Person grace() {
        return grace;
    }

    public Person mallory() {
        return mallory;
    }

    /** Ada's, in another workspace than the one a request is about. */
    public Things elsewhere() {
        return elsewhere;
    }

    public Things foreign() {
        return foreign;
    }

    /** A workspace of Ada's nobody has touched yet. */
    public Things fresh() {
        return Things.make(ada, grace);
    }

    /** Who may do this and has not done it yet. */
    public Person actor(String operationId) {
        return switch (operationId) {
            case "joinWorkspace" -> alan;
            case "leaveWorkspace" -> grace;
            case "logout" -> eve;
            default -> ada;
        };
    }

    /**
     * Bodies that fit: with every field there is, and where not all may be given together, with each of them once.
     *
     * @param where the operation or command they are for
     */
    public List<JsonNode> bodies(JsonNode schema, Things things, String where) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        if (names.size() <= schema.path("maxProperties").asInt(names.size())) {
            return List.of(body(schema, names, things, where));
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return names.stream()
                .filter(name -> !required.contains(name))
                .map(name -> body(schema, with(required, name), things, where))
                .toList();
    }

    private static List<String> with(List<String> names, String more) {
        List<String> all = new ArrayList<>(names);
        all.add(more);
        return all;
    }

    private JsonNode body(JsonNode schema, List<String> names, Things things, String where) {
        ObjectNode body = JSON.objectNode();
        names.forEach(
                name -> body.set(name, value(name, schema.path("properties").path(name), things, where)));
        return body;
    }

    /** A value that fits; fails for what it cannot think of. */
    public JsonNode value(String name, JsonNode schema, Things things, String where) {
        Reference.requireKnown(name, schema, where);
        UUID named = named(name, things, where);
        if (named != null) return array(schema, JSON.textNode(named.toString()));
        boolean isText = !schema.path("type").asText().equals("boolean");
        JsonNode known = isText ? known(name, things, where) : null;
        return known != null ? known : byType(name, schema, things, where);
    }

    private static @Nullable UUID named(String name, Things things, String where) {
        Reference reference = Reference.of(name, where);
        boolean isOther = List.of("before_id", "after_id", "move_to").contains(name);
        if (reference == null) return null;
        if (!isOther) return reference.in(things);
        return reference == Reference.COLUMN ? things.otherColumn() : things.otherTask();
    }

    private static JsonNode array(JsonNode schema, JsonNode item) {
        return schema.path("type").asText().equals("array") ? JSON.arrayNode().add(item) : item;
    }

    private @Nullable JsonNode known(String name, Things things, String where) {
        String text =
                switch (name) {
                    case "id" -> Ids.next().toString();
                    case "email" ->
                        List.of("register", "createInvite").contains(where) ? Ids.next() + "@example.org" : ada.email();
                    case "password", "current_password" -> "correct horse";
                    case "refresh_token" -> ada.elsewhere().refreshToken();
                    case "token" -> where.endsWith("nsubscribe") ? unsubscribe : things.inviteToken();
                    case "invite_token" -> things.inviteToken();
                    case "type" -> "comment.created";
                    case "time_zone" -> "Europe/Paris";
                    case "role" -> "viewer";
                    case "email_domain" -> "example.org";
                    case "q" -> "paint";
                    case "due_at", "due_before" -> "2026-06-02T10:00:00Z";
                    case "due_after" -> "2026-05-01T10:00:00+02:00";
                    case "name", "title", "description", "text" -> "Sweep the yard";
                    default -> null;
                };
        return text == null ? null : JSON.textNode(text);
    }

    private JsonNode byType(String name, JsonNode schema, Things things, String where) {
        if (schema.has("enum"))
            return schema.path("enum").path(schema.path("enum").size() - 1);
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "boolean" -> JSON.booleanNode(true);
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "array" -> items(schema, things, where);
            case "object" -> object(schema, things, where);
            default -> throw new AssertionError("The walk has no value for " + name + ": tell " + Cast.class);
        };
    }

    private ArrayNode items(JsonNode schema, Things things, String where) {
        ArrayNode items = JSON.arrayNode();
        bodies(schema.path("items"), things, where).forEach(items::add);
        return items;
    }

    private JsonNode object(JsonNode schema, Things things, String where) {
        return schema.has("properties")
                ? bodies(schema, things, where).getFirst()
                : JSON.objectNode().put("theme", "dark");
    }

    /** For each thing an id may name, the ids that must not be taken for it. */
    public Map<String, UUID> wrong(Reference reference) {
        Map<String, UUID> wrong = new LinkedHashMap<>();
        wrong.put("unknown", Ids.next());
        wrong.put("foreign", reference.in(foreign));
        wrong.put("elsewhere", reference.in(elsewhere));
        if (reference == Reference.TASK) wrong.put("personal", personalTask);
        if (reference == Reference.COMMENT) wrong.put("personal", personalComment);
        return wrong;
    }
}
