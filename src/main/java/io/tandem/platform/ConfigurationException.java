package io.tandem.platform;

/** The configuration is wrong; the message says which settings, where they came from and what is allowed. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
