package io.tandem.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks another JVM of this machine, with the program that comes with the JDK. */
final class Jcmd {

    private static final Pattern USED = Pattern.compile("used (\\d+)([KM])");
    private static final Pattern RANGE = Pattern.compile("\\[0x([0-9a-f]+),.*?0x([0-9a-f]+)\\)");
    private static final long KILO = 1024;

    private Jcmd() {}

    /**
     * The heap of a JVM.
     *
     * @param used bytes
     * @param from address; 0 where this collector does not tell
     * @param to address behind its last byte
     */
    record Heap(long used, long from, long to) {

        /** Reads the answer to {@code GC.heap_info}. */
        static Heap parse(String info) {
            long used = 0;
            long from = Long.MAX_VALUE;
            long to = 0;
            for (String line : info.lines().toList()) {
                if (line.contains("Metaspace") || line.contains("class space")) continue;
                used += used(line);
                Matcher range = RANGE.matcher(line);
                if (range.find()) {
                    from = Math.min(from, Long.parseUnsignedLong(range.group(1), 16));
                    to = Math.max(to, Long.parseUnsignedLong(range.group(2), 16));
                }
            }
            return new Heap(used, to == 0 ? 0 : from, to);
        }

        private static long used(String line) {
            Matcher used = USED.matcher(line);
            if (!used.find()) return 0;
            return Long.parseLong(used.group(1)) * KILO * (used.group(2).equals("M") ? KILO : 1);
        }
    }

    static Heap heapAfterCollection(long pid) {
        // What the first frees on the heap lets buffers outside go; the second sees it.
        run(pid, "GC.run");
        run(pid, "GC.run");
        return Heap.parse(run(pid, "GC.heap_info"));
    }

    private static String run(long pid, String command) {
        try {
            Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process process = new ProcessBuilder(program.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("jcmd is missing; memory is measured with a whole JDK only", e);
        }
    }
}
