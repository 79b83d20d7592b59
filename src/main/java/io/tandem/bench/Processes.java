package io.tandem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Linux says of processes. */
final class Processes {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    private static final Pattern MAPPING = Pattern.compile("^[0-9a-f]+-[0-9a-f]+ ");
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STOLEN = 8;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private Processes() {}

    /** Processor time of one process in seconds. */
    static double cpuSeconds(long pid) {
        return ticks(pid, USER + 1) / TICKS_PER_SECOND;
    }

    /** Of a process and all below it, those that have ended among them. */
    static double treeCpuSeconds(long pid) {
        double own = ticks(pid, CHILDREN_SYSTEM) / TICKS_PER_SECOND;
        return own + below(pid).mapToDouble(Processes::cpuSeconds).sum();
    }

    private static Stream<Long> below(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
    }

    /** Sums up the times of {@code stat} from {@link #USER} to the last one asked for; 0 once the process is over. */
    private static long ticks(long pid, int last) {
        String stat = text(PROC.resolve(pid + "/stat"));
        if (stat.isEmpty()) return 0;
        // behind the name, which may hold anything
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int i = USER; i <= last; i++) sum += Long.parseLong(fields[i]);
        return sum;
    }

    /**
     * How long a core was busy, whoever kept it so; NaN where it is not one core.
     *
     * @param core its number
     */
    static double coreSeconds(@Nullable String core) {
        return text(PROC.resolve("stat"))
                .lines()
                .filter(line -> line.startsWith("cpu" + core + " "))
                .mapToDouble(line -> busyTicks(line.split(" ")) / TICKS_PER_SECOND)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long busyTicks(String[] fields) {
        long sum = 0;
        for (int i = 1; i <= STOLEN; i++) {
            if (i != IDLE && i != WAITING) sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    /** Pages in memory, in bytes. */
    static long residentBytes(long pid) {
        return text(PROC.resolve(pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Rss:"))
                .mapToLong(Processes::kilobytes)
                .findFirst()
                .orElse(0);
    }

    /** Of these the ones whose mapping begins between two addresses. */
    static long residentBytes(long pid, long from, long to) {
        long sum = 0;
        boolean inside = false;
        for (String line : text(PROC.resolve(pid + "/smaps")).lines().toList()) {
            if (MAPPING.matcher(line).find()) inside = isBetween(line, from, to);
            else if (inside && line.startsWith("Rss:")) sum += kilobytes(line);
        }
        return sum;
    }

    private static boolean isBetween(String mapping, long from, long to) {
        long start = Long.parseUnsignedLong(mapping.substring(0, mapping.indexOf('-')), 16);
        return Long.compareUnsigned(start, from) >= 0 && Long.compareUnsigned(start, to) < 0;
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
