package io.tandem.bench;

import java.net.URI;

/**
 * A Tandem that runs already, wherever.
 *
 * @param url of its root
 */
record RunningServer(URI url) implements Server {

    @Override
    public Usage usage() {
        return Usage.UNKNOWN;
    }

    @Override
    public void close() {
        // not ours to stop
    }
}
