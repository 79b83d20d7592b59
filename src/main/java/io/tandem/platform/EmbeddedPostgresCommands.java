package io.tandem.platform;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to work for root, so that root runs them in a user namespace, where it is
 * nobody in particular but still owns its files, or, where containers forbid namespaces, as {@code nobody}.
 */
final class EmbeddedPostgresCommands {

    private static final int NOBODY = 65534;
    private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final Path binaries;
    private final List<String> prefix;

    private EmbeddedPostgresCommands(Path binaries, List<String> prefix) {
        this.binaries = binaries;
        this.prefix = prefix;
    }

    /** @param data the directory they work on; who owns it goes on owning it */
    static EmbeddedPostgresCommands in(Path binaries, Path data) throws IOException {
        return new EmbeddedPostgresCommands(binaries, prefix(data));
    }

    private static List<String> prefix(Path data) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        var ofNobody =
                Files.exists(data) && Files.getAttribute(data, "unix:uid").equals(NOBODY);
        for (var candidate : ofNobody ? List.of(AS_NOBODY) : List.of(IN_NAMESPACE, AS_NOBODY)) {
            if (works(candidate)) {
                return candidate;
            }
        }
        throw new ConfigurationException(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                        + " start Tandem as another user, or set database.uri");
    }

    private static boolean works(List<String> prefix) {
        try {
            var process = process(with(prefix, List.of("true")));
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes the file belong to the user the programs run as. */
    void giveAway(Path file) throws IOException {
        if (prefix.equals(AS_NOBODY)) {
            Files.setAttribute(file, "unix:uid", NOBODY);
        }
    }

    /** Fails with {@link ConfigurationException}, carrying what the program said, unless it ends well in time. */
    void run(int seconds, String... command) {
        var line = new ArrayList<>(List.of(command));
        line.set(0, binaries.resolve("bin").resolve(command[0]).toString());
        try {
            var output = Files.createTempFile("tandem-postgres", ".log");
            try {
                var process = new ProcessBuilder(with(prefix, line));
                clean(process);
                process.redirectErrorStream(true).redirectOutput(output.toFile());
                finish(process.start(), seconds, command[0], output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new ConfigurationException("The embedded PostgreSQL does not run on this system ("
                    + failure.getMessage() + "): set database.uri to another one");
        }
    }

    private static void finish(Process process, int seconds, String name, Path output) throws IOException {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ConfigurationException("PostgreSQL's " + name + " took longer than " + seconds + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("Interrupted while PostgreSQL's " + name + " ran");
        }
        if (process.exitValue() != 0) {
            throw new ConfigurationException("PostgreSQL's " + name + " failed:\n  "
                    + Files.readString(output).trim().replace("\n", "\n  "));
        }
    }

    private static Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Variables meant for another PostgreSQL, such as PGDATA or PGPORT, would lead this one astray. */
    private static void clean(ProcessBuilder process) {
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        process.environment().put("LC_ALL", "C");
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}
