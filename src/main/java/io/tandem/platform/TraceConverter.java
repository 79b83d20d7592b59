package io.tandem.platform;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code %trace} in logback.xml: the ids of request and socket in brackets, or nothing. */
public final class TraceConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        Trace trace = Trace.current();
        if (trace.isNone()) return "";
        return Stream.of(trace.requestId(), trace.connectionId())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ", " [", "]"));
    }
}
