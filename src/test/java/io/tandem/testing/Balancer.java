package io.tandem.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * HAProxy or nginx with the very file of {@code docker/} in front of two instances; only addresses and ports are others.
 * What it logs goes to a file in its folder.
 */
public final class Balancer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What is tried, with its configuration. */
    public enum Kind {
        HAPROXY("haproxy", Path.of("docker", "haproxy", "haproxy.cfg")),
        NGINX("nginx", Path.of("docker", "nginx", "nginx.conf"));

        private final String program;
        private final Path configuration;

        Kind(String program, Path configuration) {
            this.program = program;
            this.configuration = configuration;
        }

        /** Where it is installed, if it is. */
        public Optional<Path> program() {
            String path = System.getenv().getOrDefault("PATH", "");
            return Stream.concat(
                            Stream.of(path.split(File.pathSeparator)),
                            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        private List<String> command(Path file) {
            String found = program().orElseThrow().toString();
            return this == HAPROXY
                    ? List.of(found, "-db", "-f", file.toString())
                    : List.of(found, "-e", "stderr", "-c", file.toString(), "-g", "daemon off;");
        }
    }

    private final int port = Ports.free();
    private final Path log;
    private final Process process;

    private Balancer(Kind kind, Path folder, URI one, URI two) throws IOException {
        log = folder.resolve("log");
        Path file = Files.writeString(folder.resolve("configuration"), configuration(kind, folder, one, two));
        process = new ProcessBuilder(kind.command(file))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        untilOpen();
    }

    /** @param folder an empty one, for what it needs and logs */
    public static Balancer start(Kind kind, Path folder, TandemServer one, TandemServer two) {
        return start(kind, folder, one.url(""), two.url(""));
    }

    /** @param folder an empty one, for what it needs and logs */
    public static Balancer start(Kind kind, Path folder, URI one, URI two) {
        try {
            return new Balancer(kind, folder, one, two);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration(Kind kind, Path folder, URI one, URI two) throws IOException {
        return Files.readString(kind.configuration)
                .replace(" tandem-1:8080", " 127.0.0.1:" + one.getPort())
                .replace(" tandem-2:8080", " 127.0.0.1:" + two.getPort())
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("bind :8404", "bind 127.0.0.1:" + Ports.free())
                .replace("listen 8080", "listen 127.0.0.1:" + port)
                .replace("/tmp/", folder + "/");
    }

    private void untilOpen() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isOpen()) {
            if (!process.isAlive() || Instant.now().isAfter(end))
                throw new AssertionError("The balancer does not listen:\n" + log());
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What it has logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log's lines that hold this text, as soon as there are so many. */
    public List<String> lines(String text, int count) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<String> found =
                    log().lines().filter(line -> line.contains(text)).toList();
            if (found.size() >= count) return found;
            if (Instant.now().isAfter(end)) throw new AssertionError("Not " + count + " × " + text + " in:\n" + log());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
