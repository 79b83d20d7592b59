package io.tandem.bench;

import static java.util.Map.entry;

import io.tandem.platform.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Tandem of this run alone: a process with the embedded PostgreSQL as durable as it is by default, an empty data
 * directory that goes with it, and no limit that would stand in the way.
 */
final class OwnServer implements Server {

    private static final String READY = "Tandem is ready at http://localhost:";
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 60;

    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:MaxRAMPercentage=60",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "--sun-misc-unsafe-memory-access=allow");

    /** Known here, so that people need not sign in. */
    private static final String JWT_SECRET = Ids.secret();

    private static final String METRICS_TOKEN = Ids.secret();

    /** One load tool stands for many people on many machines. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("http.port", "0"),
            entry("http.host", "127.0.0.1"),
            entry("auth.access_token_minutes", "1440"),
            entry("limits.connections", "0"),
            entry("limits.connections_per_minute", "0"),
            entry("limits.connections_per_user", "0"),
            entry("limits.unauthenticated_per_address", "0"),
            entry("limits.requests_per_minute", "0"),
            entry("limits.registrations_per_hour_and_address", "0"),
            entry("limits.sign_ins_per_minute_and_address", "0"),
            entry("limits.tokens_per_minute_and_address", "0"),
            entry("limits.messages_per_minute", "0"),
            entry("limits.signals_per_minute", "0"),
            entry("limits.members_per_workspace", "0"),
            entry("limits.tasks_per_workspace", "0"),
            entry("limits.workspaces_per_user", "0"));

    private final Process process;
    private final Path data;
    private final OwnPostgres postgres;
    private final @Nullable String pin;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end);

    private OwnServer(Process process, Path data, @Nullable String pin) {
        this.pin = pin;
        this.process = process;
        this.data = data;
        postgres = new OwnPostgres(data.resolve("data"));
    }

    static OwnServer start(Options options) {
        try {
            Path data = Files.createTempDirectory("tandem-bench");
            ProcessBuilder builder = new ProcessBuilder(command(options)).redirectErrorStream(true);
            builder.directory(data.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
            builder.environment().putAll(environment(options, data));
            OwnServer server = new OwnServer(builder.start(), data, options.pin());
            Runtime.getRuntime().addShutdownHook(server.hook);
            Thread.ofVirtual().start(server::listen);
            server.url();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Options options) {
        List<String> command = new ArrayList<>();
        if (options.pin() != null) command.addAll(List.of("taskset", "-c", options.pin()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(options.java());
        command.addAll(List.of("-cp", absolute(options.jar()), "io.tandem.Tandem"));
        return command;
    }

    private static String absolute(String jar) {
        return Files.exists(Path.of(jar)) ? Path.of(jar).toAbsolutePath().toString() : jar;
    }

    private static Map<String, String> environment(Options options, Path data) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("auth.jwt_secret", JWT_SECRET);
        settings.put("metrics.token", METRICS_TOKEN);
        settings.put("data.dir", data.resolve("data").toString());
        settings.putAll(options.settings());
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) ->
                environment.put("TANDEM_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith(READY))
                    ready.complete(URI.create("http://127.0.0.1:" + line.substring(READY.length())));
            }
        } catch (IOException e) {
            output.append(e).append('\n');
        }
        ready.completeExceptionally(new BenchException("The server ended:\n" + output));
    }

    @Override
    public URI url() {
        return BenchException.join(ready, START_SECONDS, "The server did not start");
    }

    @Override
    public Usage usage() {
        return new Usage(
                Processes.cpuSeconds(process.pid()),
                Processes.treeCpuSeconds(postgres.pid()),
                Processes.cpuSeconds(ProcessHandle.current().pid()),
                Processes.coreSeconds(pin));
    }

    @Override
    public Written written() {
        return Written.parse(Api.read(url(), "/metrics", METRICS_TOKEN));
    }

    @Override
    public Memory memory() {
        Jcmd.Heap heap = Jcmd.heapAfterCollection(process.pid());
        double resident = Processes.residentBytes(process.pid());
        double ofHeap = Processes.residentBytes(process.pid(), heap.from(), heap.to());
        return new Memory(resident, heap.used(), heap.to() == 0 ? Double.NaN : resident - ofHeap);
    }

    @Override
    public double transactions() {
        return postgres.transactions();
    }

    @Override
    public List<String> people(Api founder, int count, List<Workspace> workspaces) {
        return postgres.people(count, workspaces, new Signature(JWT_SECRET));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        long postmaster = postgres.pid();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
            deleteData();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not delete " + data + ": " + e);
        }
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
