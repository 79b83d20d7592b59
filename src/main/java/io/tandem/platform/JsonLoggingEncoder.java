package io.tandem.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object per line, with the ids of request and socket; docs/operations.md names the fields. */
public final class JsonLoggingEncoder extends EncoderBase<ILoggingEvent> {

    static final String NODE = "node";

    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Trace trace = Trace.current();
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "time", String.valueOf(event.getInstant()));
        put(fields, "level", event.getLevel().toString());
        put(fields, "logger", event.getLoggerName());
        put(fields, "message", event.getFormattedMessage());
        put(fields, NODE, getContext().getProperty(NODE));
        put(fields, "request_id", trace.requestId());
        put(fields, "connection_id", trace.connectionId());
        put(fields, "thread", event.getThreadName());
        put(fields, "stack", stack(event.getThrowableProxy()));
        return (Json.encode(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) fields.put(name, value);
    }

    private static @Nullable String stack(@Nullable IThrowableProxy thrown) {
        return thrown == null ? null : ThrowableProxyUtil.asString(thrown);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
