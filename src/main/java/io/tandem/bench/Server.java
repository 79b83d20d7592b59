package io.tandem.bench;

import java.net.URI;

/** The Tandem a run is made against. */
interface Server extends AutoCloseable {

    URI url();

    /** What it has used until now; {@link Usage#UNKNOWN} where it is not on this machine or not ours. */
    Usage usage();

    @Override
    void close();
}
