package io.tandem.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.UUID;

/** Reads an id: 36 characters of text. Jackson's own reader takes Base64 too, and an empty text for null. */
final class TextUuid extends JsonDeserializer<UUID> {

    private static final int LENGTH = 36;

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        String text = parser.getText();
        try {
            if (text.length() == LENGTH) return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return (UUID) context.handleWeirdStringValue(UUID.class, text, "No id");
        }
        return (UUID) context.handleWeirdStringValue(UUID.class, text, "No id");
    }
}
