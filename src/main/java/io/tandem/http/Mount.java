package io.tandem.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** Something beside the API on the same port, made anew for each event loop. */
public interface Mount {

    void mount(Router router);

    /** The server is about to stop: tell whoever is connected. */
    default void goodbye() {}

    /** Makes a mount for one event loop. */
    @FunctionalInterface
    interface Factory {
        Mount create(Vertx vertx, Context context);
    }
}
