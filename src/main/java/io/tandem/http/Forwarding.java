package io.tandem.http;

import io.tandem.platform.AddressRange;
import io.tandem.platform.IpAddress;
import io.tandem.platform.Settings;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out where requests came from. A proxy is believed where it is a trusted one, and so is the one before it that it
 * names, and so on: the last who is not a trusted proxy is who asks, whatever they say themselves.
 */
final class Forwarding {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);

    private final List<AddressRange> trusted;
    private final Settings.ForwardedHeader header;
    private boolean warned;

    Forwarding(Settings.Http settings) {
        trusted = settings.trustedProxies();
        header = settings.forwardedHeader();
    }

    void note(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean https = "https".equals(request.scheme());
        Source direct = new Source(peer(request.remoteAddress()), https, String.valueOf(request.authority()));
        context.put(Source.KEY, source(direct, request.headers()));
        context.next();
    }

    /** Who comes over a socket of this machine has no address. */
    private static IpAddress peer(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? IpAddress.LOOPBACK : IpAddress.parse(host).orElse(IpAddress.LOOPBACK);
    }

    Source source(Source direct, MultiMap headers) {
        if (!isTrusted(direct.address())) {
            if (!warned && Forwarded.isIn(header, headers)) warn(direct.address());
            return direct;
        }
        Forwarded forwarded = Forwarded.read(header, headers);
        String host = forwarded.host();
        String proto = forwarded.proto();
        return new Source(
                asker(direct.address(), forwarded.hops()),
                proto == null ? direct.https() : proto.equalsIgnoreCase("https"),
                host != null && HostAndPort.parseAuthority(host, -1) != null ? host : direct.authority());
    }

    private IpAddress asker(IpAddress peer, List<String> hops) {
        IpAddress asker = peer;
        for (String hop : hops.reversed()) {
            Optional<IpAddress> before = Forwarded.address(hop);
            if (before.isEmpty()) return asker;
            asker = before.get();
            if (!isTrusted(asker)) return asker;
        }
        return asker;
    }

    private boolean isTrusted(IpAddress address) {
        for (AddressRange range : trusted) if (range.contains(address)) return true;
        return false;
    }

    /** Once: anybody may send such a header, but mostly it is a proxy nobody told this server of. */
    private void warn(IpAddress proxy) {
        warned = true;
        if (!trusted.isEmpty()) return;
        log.warn(
                "Requests from {} say that they come from elsewhere, and http.trusted_proxies is empty: if that is a proxy,"
                        + " all people behind it share its limits",
                proxy);
    }
}
