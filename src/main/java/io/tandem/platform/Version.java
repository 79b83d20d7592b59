package io.tandem.platform;

import java.util.Objects;

/** Which Tandem this is. */
public final class Version {

    /** As the jar says; {@code development} where there is no jar. */
    public static final String CURRENT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
