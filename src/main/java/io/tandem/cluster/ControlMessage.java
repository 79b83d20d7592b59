package io.tandem.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.platform.Bus.Abroad;
import io.tandem.platform.Json;
import io.tandem.platform.Peer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What instances tell each other beside events. Fields and types a newer version adds are passed over. */
sealed interface ControlMessage {

    /** It lives. {@code sentAtMs} means something to the sender only. */
    record Beat(Peer peer, long sentAtMs) implements ControlMessage {}

    /** It ends, as it was told to. */
    record Goodbye(String node) implements ControlMessage {}

    record Announced(String node, Abroad abroad) implements ControlMessage {}

    record Unknown() implements ControlMessage {}

    default String encode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (this) {
            case Beat beat -> {
                fields.put("type", "beat");
                fields.put("node", beat.peer().node());
                fields.put("started_at", beat.peer().startedAt());
                fields.put("connections", beat.peer().connections());
                fields.put("sent_at_ms", beat.sentAtMs());
            }
            case Goodbye goodbye -> {
                fields.put("type", "goodbye");
                fields.put("node", goodbye.node());
            }
            case Announced announced -> {
                fields.put("type", "announced");
                fields.put("node", announced.node());
                fields.put("address", announced.abroad().address());
                fields.put("message", announced.abroad().message());
            }
            case Unknown unknown -> fields.put("type", "unknown");
        }
        return Json.encode(fields);
    }

    /** Known without reading on: one's own messages come back too. */
    static boolean isAnnouncedBy(String node, String text) {
        return text.startsWith("{\"type\":\"announced\",\"node\":\"" + node + "\"");
    }

    /** Fails with a problem or a {@link RuntimeException} where this is none. */
    static ControlMessage decode(String text) {
        JsonNode fields = Json.parse(text);
        String node = fields.path("node").asText();
        return switch (fields.path("type").asText()) {
            case "beat" ->
                new Beat(peer(node, fields), fields.path("sent_at_ms").asLong());
            case "goodbye" -> new Goodbye(node);
            case "announced" ->
                new Announced(
                        node,
                        new Abroad(
                                fields.path("address").asText(),
                                fields.path("message").asText(),
                                null));
            default -> new Unknown();
        };
    }

    private static Peer peer(String node, JsonNode fields) {
        return new Peer(
                node,
                Instant.parse(fields.path("started_at").asText()),
                fields.path("connections").asInt());
    }
}
