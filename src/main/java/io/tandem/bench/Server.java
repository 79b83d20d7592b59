package io.tandem.bench;

import java.net.URI;
import java.util.List;

/** The Tandem a run is made against. */
interface Server extends AutoCloseable {

    URI url();

    /** What it has used until now; {@link Usage#UNKNOWN} where it is not on this machine or not ours. */
    Usage usage();

    /** {@link Written#UNKNOWN} where its metrics are not for this tool. */
    Written written();

    /** What its JVM holds after a full collection, which this asks for; {@link Memory#UNKNOWN} where it cannot be had. */
    Memory memory();

    /** Transactions its database has ended until now, NaN where it is not known; each statement of its own is one. */
    double transactions();

    /**
     * Access tokens of as many people as asked for, each a member of one of the workspaces in turn. Where people can only
     * be made by signing up, it is one person many times.
     */
    List<String> people(Api founder, int count, List<Workspace> workspaces);

    @Override
    void close();
}
