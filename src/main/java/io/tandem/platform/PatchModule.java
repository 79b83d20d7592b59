package io.tandem.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Teaches Jackson to tell a field that was left out from one that was set to null. */
final class PatchModule extends SimpleModule {

    PatchModule() {
        addDeserializer(Patch.class, new Reader(null));
        addSerializer(Patch.class, new Writer());
    }

    @SuppressWarnings("rawtypes")
    private static final class Reader extends JsonDeserializer<Patch> implements ContextualDeserializer {

        private final transient @Nullable JavaType content;

        Reader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType patch = property == null ? context.getContextualType() : property.getType();
            return new Reader(patch.containedType(0));
        }

        @Override
        public Patch deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = context.readValue(parser, content);
            return Patch.of(value);
        }

        @Override
        public Patch getNullValue(DeserializationContext context) {
            return Patch.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Patch.absent();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Writer extends JsonSerializer<Patch> {

        @Override
        public boolean isEmpty(SerializerProvider provider, Patch patch) {
            return !patch.present();
        }

        @Override
        public void serialize(Patch patch, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (patch.present()) provider.defaultSerializeValue(patch.value(), json);
            else json.writeString("(absent)");
        }
    }
}
