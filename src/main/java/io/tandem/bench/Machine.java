package io.tandem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where and with what a run was made: numbers without it mean nothing. */
record Machine(
        String at,
        String processor,
        long cores,
        String memory,
        String kernel,
        String jdk,
        String version,
        String jar,
        String pins) {

    static Machine of(Options options) {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                line("/proc/cpuinfo", "model name"),
                processors(),
                line("/proc/meminfo", "MemTotal"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                options.version(),
                options.server() == null ? options.jar() : options.server().toString(),
                options.pin() == null ? "none" : "server and PostgreSQL on core " + options.pin());
    }

    private static long processors() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return lines.filter(line -> line.matches("cpu\\d+ .*")).count();
        } catch (IOException e) {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.matches(name + ".*"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^[^:]*:?\\s+", ""))
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
