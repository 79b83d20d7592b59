package io.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to use a data directory; the operating system takes it back however the process ends. */
final class EmbeddedPostgresLock implements AutoCloseable {

    /**
     * What this process holds. The file cannot be asked: a process that opens and closes it a second time, even to
     * read, gives back its own lock (POSIX).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private EmbeddedPostgresLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Fails with {@link ConfigurationException} when another process, or this one, has it already. */
    static EmbeddedPostgresLock take(Path directory) throws IOException {
        var file = directory.resolve("tandem.lock");
        if (!HELD.add(directory)) {
            throw taken(directory, Long.toString(ProcessHandle.current().pid()));
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = new EmbeddedPostgresLock(directory, channel);
        if (channel.tryLock() == null) {
            lock.close();
            throw taken(directory, Files.readString(file).trim());
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return lock;
    }

    private static ConfigurationException taken(Path directory, String process) {
        return new ConfigurationException("Another Tandem (process " + process + ") already uses " + directory
                + ": stop it, or give this one a data.dir or a database.uri of its own");
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD.remove(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
