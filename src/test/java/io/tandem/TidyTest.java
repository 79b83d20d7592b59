package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the habits of the source tree, so that nobody has to remember them. */
class TidyTest {

    private static final int FILE_LINES_MAX = 300;
    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path JAVA_TESTS = Path.of("src", "test", "java");
    private static final Path WEB = Path.of("webroot");
    private static final List<Path> ROOTS =
            List.of(JAVA, JAVA_TESTS, WEB, Path.of("src", "main", "resources"), Path.of("bin"), Path.of("conf"));
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|ts|tsx|css|html|sql|sh|yaml|yml)");
    /** Contracts, styles and texts are lists: cutting them would hide the order, not help it. */
    private static final Pattern LISTS = Pattern.compile(".*(openapi|asyncapi)\\.yaml|.*\\.(css|json)|.*/texts\\.ts");

    private static final Set<String> NOT_OURS = Set.of("node_modules", "dist", "test-results", "playwright-report");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");

    @Test
    void files_are_short() {
        assertThat(sources())
                .filteredOn(file -> !LISTS.matcher(file.toString()).matches())
                .filteredOn(file -> lines(file).size() > FILE_LINES_MAX)
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(found(sources(), "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b")).isEmpty();
    }

    @Test
    void lines_are_indented_with_spaces() {
        assertThat(found(sources(), "\t")).isEmpty();
    }

    @Test
    void tests_wait_for_something_and_not_for_some_time() {
        assertThat(found(javaIn(JAVA_TESTS), "Thread\\.sle" + "ep|TimeUnit\\.\\w+\\.sle" + "ep"))
                .isEmpty();
        assertThat(found(sourcesIn(WEB), "waitForTime" + "out\\(")).isEmpty();
    }

    @Test
    void no_test_is_switched_off() {
        assertThat(found(javaIn(JAVA_TESTS), "^\\s*@Dis" + "abled\\b")).isEmpty();
        assertThat(found(sourcesIn(WEB), "\\b(test|it|describe)\\.(sk" + "ip|on" + "ly)\\("))
                .isEmpty();
    }

    @Test
    void classes_are_named_after_what_they_are() {
        assertThat(sources())
                .noneMatch(file -> name(file).matches(".*(Manager|Helper|Helpers|Util|Utils|Impl)\\.\\w+|Base[A-Z].*"));
    }

    @Test
    void every_package_is_null_marked() {
        var packages = javaIn(JAVA).stream().map(Path::getParent).distinct();
        assertThat(packages.toList())
                .filteredOn(folder -> found(List.of(folder.resolve("package-info.java")), "^@NullMarked$")
                        .isEmpty())
                .isEmpty();
    }

    @Test
    void links_in_the_documentation_lead_somewhere() {
        assertThat(documents().stream().flatMap(TidyTest::brokenLinks)).isEmpty();
    }

    private static Stream<String> brokenLinks(Path document) {
        return LINK.matcher(String.join("\n", lines(document)))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .filter(target -> !leadsSomewhere(document, target))
                .map(target -> document + " → " + target);
    }

    private static boolean leadsSomewhere(Path document, String target) {
        var parts = target.split("#", 2);
        var file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        if (parts.length == 1 || !file.toString().endsWith(".md")) {
            return Files.exists(file);
        }
        return Files.exists(file) && lines(file).stream().anyMatch(line -> parts[1].equals(anchor(line)));
    }

    /** The way GitHub makes an anchor of a heading. */
    private static String anchor(String line) {
        return line.startsWith("#")
                ? line.replaceFirst("^#+\\s*", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-')
                : "";
    }

    private static List<Path> documents() {
        return Stream.concat(filesIn(Path.of("docs")), list(Path.of("")))
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static List<String> found(List<Path> files, String regex) {
        var pattern = Pattern.compile(regex);
        var places = new ArrayList<String>();
        for (var file : files) {
            var lines = lines(file);
            for (var i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    places.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return places;
    }

    private static List<Path> sources() {
        return ROOTS.stream().flatMap(root -> sourcesIn(root).stream()).toList();
    }

    private static List<Path> sourcesIn(Path root) {
        return filesIn(root)
                .filter(file -> SOURCE.matcher(file.toString()).matches() || file.startsWith("bin"))
                .toList();
    }

    private static List<Path> javaIn(Path root) {
        return filesIn(root).filter(file -> name(file).endsWith(".java")).toList();
    }

    private static Stream<Path> filesIn(Path folder) {
        return list(folder).flatMap(entry -> {
            if (Files.isDirectory(entry)) {
                return NOT_OURS.contains(name(entry)) ? Stream.of() : filesIn(entry);
            }
            return Stream.of(entry);
        });
    }

    private static Stream<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
