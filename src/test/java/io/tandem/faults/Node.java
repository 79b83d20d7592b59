package io.tandem.faults;

import io.tandem.testing.TandemProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** An instance that comes back on the port it had; what it says is kept in a file. */
final class Node implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final int port;
    private final Map<String, String> environment;
    private TandemProcess process;
    private long startedNanos = System.nanoTime();

    Node(Path folder, String name, int port, Map<String, String> environment) {
        this.folder = folder;
        this.name = name;
        this.port = port;
        this.environment = new HashMap<>(environment);
        this.environment.put("TANDEM_NODE_ID", name);
        this.environment.put("TANDEM_HTTP_PORT", Integer.toString(port));
        this.process = TandemProcess.start(folder.resolve(name), this.environment);
    }

    String name() {
        return name;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long ageNanos() {
        return System.nanoTime() - startedNanos;
    }

    void awaitReady() {
        process.url();
    }

    void kill() {
        process.kill();
        keepOutput();
    }

    /** Asks it to stop and waits until it has. */
    int stop() {
        int exitCode = process.terminate().exitCode();
        keepOutput();
        return exitCode;
    }

    void start() {
        process = TandemProcess.start(folder.resolve(name), environment);
        startedNanos = System.nanoTime();
        awaitReady();
    }

    void pause() {
        process.pause();
    }

    void resume() {
        process.resume();
    }

    private void keepOutput() {
        try {
            Files.writeString(
                    folder.resolve(name + ".log"),
                    process.output() + "--- ended ---\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) process.resume();
        process.close();
        keepOutput();
    }
}
