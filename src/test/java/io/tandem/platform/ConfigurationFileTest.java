package io.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** conf/tandem.yaml is the documentation of the settings: nothing may be missing in it or stand there for nothing. */
class ConfigurationFileTest {

    private static final Path FILE = Path.of("conf", "tandem.yaml");

    @Test
    void the_file_lists_exactly_the_known_keys() throws IOException {
        var values = new ConfigurationValues().withFile("test", entries(FILE));
        SettingsReader.read(values);
        assertThat(entries(FILE).keySet()).containsExactlyInAnyOrderElementsOf(values.knownKeys());
    }

    /** Every number gets a value of its own, so that two keys read in the wrong order would show. */
    @Test
    void every_key_arrives_under_its_own_name() throws IOException {
        var entries = new LinkedHashMap<>(entries(FILE));
        var number = 5_000;
        for (var key : entries.keySet()) {
            if (key.startsWith("limits.")) {
                entries.put(key, String.valueOf(number++));
            }
        }
        var settings = SettingsReader.read(new ConfigurationValues().withFile("test", entries));
        var expected = new HashMap<>(entries);
        expected.keySet().removeIf(key -> entries.get(key).isEmpty());
        assertThat(flat("", settings)).containsAllEntriesOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tandem.yaml", "tandem-dev.yaml", "tandem-staging.yaml", "tandem-production.yaml"})
    void every_line_is_explained_and_known(String name) throws IOException {
        var file = FILE.resolveSibling(name);
        assertThat(entries(FILE)).containsKeys(entries(file).keySet().toArray(String[]::new));
        var lines = Files.readAllLines(file);
        if (name.equals("tandem.yaml")) {
            assertThat(unexplained(lines)).isEmpty();
        }
    }

    private static List<String> unexplained(List<String> lines) {
        return IntStream.range(1, lines.size())
                .filter(i -> lines.get(i).matches(" {2}[a-z_]+:.*"))
                .filter(i -> !lines.get(i - 1).matches(" {2}# [A-Z0-9a-z].*"))
                .mapToObj(lines::get)
                .toList();
    }

    private static Map<String, String> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        var group = "";
        for (var line : Files.readAllLines(file)) {
            if (line.matches("[a-z_]+:")) {
                group = line.replace(":", ".");
            } else if (line.matches(" {2}[a-z_]+: .*")) {
                var parts = line.trim().split(": ", 2);
                entries.put(group + parts[0], parts[1].replace("\"", ""));
            }
        }
        return entries;
    }

    private static Map<String, String> flat(String prefix, Record record) {
        var flat = new HashMap<String, String>();
        for (var component : record.getClass().getRecordComponents()) {
            var key = prefix + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            var value = valueOf(component, record);
            if (value instanceof Record group) {
                flat.putAll(flat(key + ".", group));
            } else {
                flat.put(key, text(value));
            }
        }
        return flat;
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(String::valueOf).orElse("");
        }
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(component.getName(), failure);
        }
    }
}
