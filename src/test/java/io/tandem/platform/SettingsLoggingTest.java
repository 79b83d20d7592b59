package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;

class SettingsLoggingTest {

    @Test
    void each_format_has_its_encoder() {
        assertThat(console("logback.xml").getEncoder()).isInstanceOf(PatternLayoutEncoder.class);
        assertThat(console("logback-json.xml").getEncoder()).isInstanceOf(JsonLoggingEncoder.class);
    }

    /** In a context of its own: the log of the tests stays as it is. */
    private static ConsoleAppender<ILoggingEvent> console(String resource) {
        var context = new LoggerContext();
        SettingsLogging.configure(context, resource);
        var appender = context.getLogger("ROOT").getAppender("console");
        return (ConsoleAppender<ILoggingEvent>) appender;
    }
}
