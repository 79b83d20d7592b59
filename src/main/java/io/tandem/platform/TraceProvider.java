package io.tandem.platform;

import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;

/** Found by every Vert.x that starts: what its contexts shall hold must be known before it has any. */
public final class TraceProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBootstrap starting) {
        Trace.current();
    }
}
