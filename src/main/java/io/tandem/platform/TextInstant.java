package io.tandem.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads a time: ISO 8601 text only, within the years people write with four digits, kept to the millisecond. */
final class TextInstant extends JsonDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        Instant time = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (time == null || time.isBefore(FIRST) || time.isAfter(LAST)) {
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "Out of range");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
