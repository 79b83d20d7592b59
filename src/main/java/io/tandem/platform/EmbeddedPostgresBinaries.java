package io.tandem.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as zonky packs them, unpacked once beside the data, where no cleaner of /tmp comes by. */
final class EmbeddedPostgresBinaries {

    static final String MAJOR_VERSION = "18";
    private static final String VERSION = MAJOR_VERSION + ".6.0";

    /** By system and processor. The one for macOS is universal: it runs on both of Apple's processors. */
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux-amd64", "/postgres-linux-x86_64.txz",
            "linux-aarch64", "/postgres-linux-arm_64.txz",
            "mac-x86_64", "/postgres-darwin-x86_64.txz",
            "mac-aarch64", "/postgres-darwin-x86_64.txz");

    private EmbeddedPostgresBinaries() {}

    /** The directory that holds bin, lib and share; the data directory must be locked. */
    static Path unpack(Path dataDir) throws IOException {
        var target = dataDir.resolve("postgres-" + VERSION);
        if (!Files.exists(target)) {
            var unfinished = dataDir.resolve("postgres-" + VERSION + ".unfinished");
            deleteTree(unfinished);
            unpackTo(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static void unpackTo(Path directory) throws IOException {
        var system = system();
        var archive = ARCHIVES.getOrDefault(system, "");
        try (var packed = EmbeddedPostgresBinaries.class.getResourceAsStream(archive)) {
            if (archive.isEmpty() || packed == null) {
                throw new ConfigurationException("There is no embedded PostgreSQL for " + system
                        + ": set database.uri to one that runs elsewhere");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, directory.resolve(entry.getName()));
            }
        }
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (name.startsWith("mac") ? "mac" : name) + "-" + System.getProperty("os.arch");
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        var parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(parent);
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if (parent.endsWith("bin") && !target.toFile().setExecutable(true, false)) {
                throw new IOException(target + " cannot be made executable");
            }
        }
    }

    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
