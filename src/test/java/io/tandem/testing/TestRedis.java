package io.tandem.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis in a process of its own that keeps nothing on disk: the program {@code TANDEM_TEST_REDIS} names, else
 * {@code redis-server} on the path, else the embedded one (Redis 6.2). It comes back on the port it had.
 */
public final class TestRedis implements AutoCloseable {

    private static final String PROGRAM = program();
    private static final int PATIENCE_SECONDS = 30;
    private static final Pattern VERSION = Pattern.compile("v=(\\d+\\.\\d+\\.\\d+)");

    private final int port;
    private final Path folder;
    private final List<String> command;
    private Process process;

    private TestRedis(boolean isSentinel, String... settings) {
        this.port = Ports.free();
        this.folder = createFolder();
        this.command = new ArrayList<>(List.of(PROGRAM, write(settings).toString()));
        if (isSentinel) command.add("--sentinel");
        this.process = run();
    }

    /** @param settings more lines of its configuration, such as {@code cluster-enabled yes} */
    public static TestRedis start(String... settings) {
        List<String> lines = new ArrayList<>(List.of("save \"\"", "appendonly no"));
        lines.addAll(List.of(settings));
        return new TestRedis(false, lines.toArray(String[]::new));
    }

    /** @param settings the lines that say what it watches, such as {@code sentinel monitor mymaster 127.0.0.1 7000 1} */
    public static TestRedis sentinel(String... settings) {
        return new TestRedis(true, settings);
    }

    /** Major, minor and patch: {@code 7.0.15}. */
    public static String version() {
        try {
            Process said = new ProcessBuilder(PROGRAM, "--version").start();
            Matcher version = VERSION.matcher(new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (version.find()) return version.group(1);
            throw new IllegalStateException(PROGRAM + " does not say its version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        String named = System.getenv("TANDEM_TEST_REDIS");
        if (named != null && !named.isBlank()) return named;
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "redis-server"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(TestRedis::embedded);
    }

    private static String embedded() {
        try {
            File unpacked = createFolder().toFile();
            return ExecutableProvider.newJarResourceProvider(unpacked).get().getAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path createFolder() {
        try {
            Path folder = Files.createTempDirectory("tandem-redis");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file, because sentinels and cluster nodes write into theirs. */
    private Path write(String... settings) {
        List<String> lines = new ArrayList<>(List.of("port " + port, "bind 127.0.0.1", "dir " + folder));
        lines.addAll(List.of(settings));
        try {
            return Files.write(folder.resolve("redis.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run() {
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            CompletableFuture<Void> ready = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> listen(started, ready));
            ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listen(Process process, CompletableFuture<Void> ready) {
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!ready.isDone()) output.append(line).append('\n');
                if (line.contains("Ready to accept connections") || line.contains("Sentinel ID is"))
                    ready.complete(null);
            }
            ready.completeExceptionally(new AssertionError("Redis ended:\n" + output));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** What it answers: a text, a number as text, a list of these, or null. Fails where it answers with an error. */
    public @Nullable Object ask(String... words) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_SECONDS * 1_000);
            return Resp.ask(socket, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Runs again on the same port, empty; ends the old one first, if it still runs. */
    public void restart() {
        kill();
        process = run();
    }

    /** Keeps its connections and says nothing any more. */
    public void pause() {
        Signals.pause(process.pid());
    }

    public void resume() {
        Signals.resume(process.pid());
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
