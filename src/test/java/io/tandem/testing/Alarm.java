package io.tandem.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears everything in the log of this process that somebody would have to look at: errors, and whatever has a stack trace. */
public final class Alarm extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Alarm() {}

    public static Alarm set() {
        Alarm alarm = new Alarm();
        alarm.start();
        root().addAppender(alarm);
        return alarm;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean isAlarming = event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null;
        if (isAlarming)
            lines.add(event
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ": " + event.getThrowableProxy().getMessage()));
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root().detachAppender(this);
    }
}
