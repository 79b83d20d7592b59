package io.tandem.platform;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/** Makes the log look as the settings want it; until they are read it is text. */
public final class SettingsLogging {

    private SettingsLogging() {}

    public static void apply(Settings settings) {
        if (settings.log().format() == Settings.LogFormat.JSON
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            configure(context, "logback-json.xml");
            context.putProperty(JsonLoggingEncoder.NODE, settings.node().id());
        }
    }

    static void configure(LoggerContext context, String resource) {
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(SettingsLogging.class.getClassLoader().getResource(resource));
        } catch (JoranException failure) {
            throw new IllegalStateException("The packed " + resource + " is broken", failure);
        }
    }
}
