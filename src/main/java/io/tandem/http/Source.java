package io.tandem.http;

import io.tandem.platform.IpAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Where a request came from, and the address it was sent to.
 *
 * @param address of whoever asks, not of the proxies between
 * @param https whether they came by it
 * @param authority whom they asked for, with a port where they named one
 */
public record Source(IpAddress address, boolean https, String authority) {

    static final String KEY = "tandem.source";

    public static Source of(RoutingContext context) {
        Source source = context.get(KEY);
        if (source == null) throw new IllegalStateException("Nobody looked where this request came from");
        return source;
    }

    /** What limits count by: whoever has one address of a /64 has all of them. */
    public IpAddress network() {
        return address.network();
    }

    /** {@code https://tandem.example.org}: for links where none is configured. */
    String origin() {
        return (https ? "https" : "http") + "://" + authority;
    }
}
