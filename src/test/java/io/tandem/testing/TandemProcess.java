package io.tandem.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Tandem in a process of its own, with the embedded PostgreSQL in a data directory. */
public final class TandemProcess implements AutoCloseable {

    private static final String READY = "Tandem is ready at http://localhost:";
    private static final int PATIENCE_SECONDS = 60;

    /** Starting counts here, not running for long. */
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Map<String, CompletableFuture<Void>> heard = new ConcurrentHashMap<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private TandemProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one on a free port, with the limits off that would get in a test's way; does not wait for it.
     *
     * @param environment more variables, such as {@code TANDEM_DATABASE_URI}
     */
    public static TandemProcess start(Path dataDir, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
            builder.command().addAll(JVM);
            builder.command().addAll(List.of("-cp", classPath(), "io.tandem.Tandem"));
            builder.directory(dataDir.getParent().toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
            builder.environment().putAll(defaults(dataDir));
            builder.environment().putAll(environment);
            TandemProcess tandem = new TandemProcess(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(tandem.process::destroyForcibly));
            Thread.ofVirtual().start(tandem::listen);
            return tandem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tests, whose log settings are not those of a server. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("/$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Map<String, String> defaults(Path dataDir) {
        Map<String, String> defaults = new HashMap<>(Map.of(
                "TANDEM_DATA_DIR", dataDir.toString(), "TANDEM_HTTP_PORT", "0", "TANDEM_HTTP_HOST", "127.0.0.1"));
        TandemServer.LIMITS.forEach(limit -> defaults.put("TANDEM_LIMITS_" + limit.toUpperCase(Locale.ROOT), "0"));
        return defaults;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                heard.forEach((words, said) -> {
                    if (output.indexOf(words) >= 0) said.complete(null);
                });
                if (line.startsWith(READY))
                    ready.complete(URI.create("http://127.0.0.1:" + line.substring(READY.length())));
            }
            ready.completeExceptionally(new AssertionError("Tandem ended:\n" + output));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Where it serves, once it does. */
    public URI url() {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(output.toString(), e);
        }
    }

    /** Waits until it has said this. */
    public void hasSaid(String words) {
        CompletableFuture<Void> said = heard.computeIfAbsent(words, any -> new CompletableFuture<>());
        if (output.indexOf(words) >= 0) said.complete(null);
        said.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Everything it has said. */
    public String output() {
        return output.toString();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}: neither it nor the PostgreSQL below it is told. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** {@code SIGSTOP}: keeps its connections and says nothing any more. */
    public void pause() {
        Signals.pause(process.pid());
    }

    public void resume() {
        Signals.resume(process.pid());
    }

    /** {@code kill}, as systemd and containers do. */
    public TandemProcess terminate() {
        process.destroy();
        return this;
    }

    public int exitCode() {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
            throw new AssertionError("Still running:\n" + output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The PostgreSQL on a data directory, if one runs. */
    public static Optional<ProcessHandle> postgres(Path dataDir) {
        try {
            Path file = dataDir.resolve("postgres").resolve("postmaster.pid");
            if (!Files.exists(file)) return Optional.empty();
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().trim()))
                    .filter(found -> found.info().arguments().map(List::of).orElse(List.of()).stream()
                            .anyMatch(argument -> argument.startsWith(dataDir.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) kill();
    }

    /** {@code kill -STOP} for the PostgreSQL on a data directory: it lets nobody in and does not end. */
    public static void pausePostgres(Path dataDir) {
        Signals.pause(postgres(dataDir).orElseThrow().pid());
    }

    /** Ends the PostgreSQL that a killed Tandem left on a data directory nobody needs any more. */
    public static void endPostgres(Path dataDir) {
        postgres(dataDir).ifPresent(orphan -> {
            orphan.destroyForcibly();
            orphan.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        });
    }
}
