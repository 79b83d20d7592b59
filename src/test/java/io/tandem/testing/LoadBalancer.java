package io.tandem.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * HAProxy with docker/haproxy/haproxy.cfg in front of two instances where it is installed, else a {@link FaultyProxy} that
 * takes them in turn.
 */
public final class LoadBalancer implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("docker", "haproxy", "haproxy.cfg");
    private static final int PATIENCE_SECONDS = 20;

    private final String name;
    private final URI url;
    private final AutoCloseable running;

    private LoadBalancer(String name, URI url, AutoCloseable running) {
        this.name = name;
        this.url = url;
        this.running = running;
    }

    /** @param folder where its configuration and its log are written */
    public static LoadBalancer inFrontOf(URI one, URI other, Path folder) {
        return program().map(haproxy -> haproxy(haproxy, one, other, folder)).orElseGet(() -> {
            FaultyProxy proxy = FaultyProxy.to(one, other);
            return new LoadBalancer("a proxy in turn", proxy.url(), proxy);
        });
    }

    private static Optional<Path> program() {
        return Stream.of((System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin")
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static LoadBalancer haproxy(Path program, URI one, URI other, Path folder) {
        try {
            int port = Ports.free();
            Path file = folder.resolve("haproxy.cfg");
            Files.writeString(file, configuration(port, one, other));
            Path log = folder.resolve("haproxy.log");
            Process process = new ProcessBuilder(program.toString(), "-db", "-f", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            URI url = URI.create("http://127.0.0.1:" + port);
            awaitListening(process, port, log);
            return new LoadBalancer("HAProxy", url, () -> end(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of docker/, with addresses of this machine. */
    private static String configuration(int port, URI one, URI other) throws IOException {
        return Files.readString(CONFIGURATION)
                .replaceAll("(?m)^resolvers docker(\n .*)*", "")
                .replace("init-addr libc,none resolvers docker", "")
                .replace("tandem-1:8080", "127.0.0.1:" + one.getPort())
                .replace("tandem-2:8080", "127.0.0.1:" + other.getPort())
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("bind :8404", "bind 127.0.0.1:" + Ports.free());
    }

    private static void awaitListening(Process process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new AssertionError("HAProxy: " + Files.readString(log));
            Thread.onSpinWait();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public String name() {
        return name;
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        running.close();
    }
}
