package io.tandem.testing;

import io.tandem.testing.Balancer.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** HAProxy in front of two instances where it is installed, else a {@link FaultyProxy} that takes them in turn. */
public record LoadBalancer(String name, URI url, AutoCloseable running) implements AutoCloseable {

    /** @param folder for what it needs and logs */
    public static LoadBalancer inFrontOf(URI one, URI other, Path folder) {
        if (Kind.HAPROXY.program().isEmpty()) {
            FaultyProxy proxy = FaultyProxy.to(one, other);
            return new LoadBalancer("a proxy in turn", proxy.url(), proxy);
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Balancer balancer = Balancer.start(Kind.HAPROXY, folder, one, other);
        return new LoadBalancer("HAProxy", balancer.url(), balancer);
    }

    @Override
    public void close() throws Exception {
        running.close();
    }
}
