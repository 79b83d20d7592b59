package io.tandem.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of all sources, the last one given wins. Asking for a key checks its value and makes it a known one; wrong
 * values and keys nobody asked for are gathered, and {@link #finish} fails with all of them at once.
 */
final class ConfigurationValues {

    private static final String VARIABLE_PREFIX = "TANDEM_";
    private static final Set<String> SECRETS = Set.of("auth.jwt_secret", "metrics.token");
    private static final Set<String> ADDRESSES_WITH_PASSWORD = Set.of("database.uri", "redis.uri", "mail.uri");

    private record Value(String text, String origin) {}

    private final Map<String, Value> byKey = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    ConfigurationValues withFile(String origin, Map<String, String> values) {
        values.forEach((key, text) -> byKey.put(key, new Value(text, origin)));
        return this;
    }

    /** An empty variable counts as not set: compose files and unit files pass on what they do not have as empty. */
    ConfigurationValues withEnvironment(Map<String, String> environment) {
        environment.forEach((name, text) -> {
            if (isSetting(name, text)) {
                variables.put(name, text);
            }
        });
        return this;
    }

    /** Kubernetes gives every pod {@code TANDEM_SERVICE_HOST} and the like when a service is called tandem. */
    private static boolean isSetting(String name, String text) {
        return name.startsWith(VARIABLE_PREFIX)
                && !name.startsWith("TANDEM_TEST_")
                && !name.equals("TANDEM_ENV")
                && !name.startsWith("TANDEM_SERVICE_")
                && !name.matches("TANDEM_PORT(_\\d+_.*)?")
                && !text.isBlank();
    }

    static String variableOf(String key) {
        return VARIABLE_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    String text(String key) {
        var text = value(key).text();
        check(!text.isEmpty(), key, "not empty");
        return text;
    }

    int whole(String key, int min, int max) {
        return whole(key, min, max, "a whole number from " + min + " to " + max);
    }

    /** 0 means no limit, which is {@link Integer#MAX_VALUE} to the reader. */
    int limit(String key) {
        var limit = whole(key, 0, Integer.MAX_VALUE, "a whole number, 0 for no limit");
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private int whole(String key, int min, int max, String allowed) {
        try {
            var number = Integer.parseInt(value(key).text());
            check(min <= number && number <= max, key, allowed);
            return number;
        } catch (NumberFormatException noNumber) {
            check(false, key, allowed);
            return min;
        }
    }

    boolean yesOrNo(String key) {
        var text = value(key).text();
        check(text.equals("true") || text.equals("false"), key, "true or false");
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        var text = value(key).text();
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        check(names.contains(text), key, String.join(" or ", names));
        return type.getEnumConstants()[Math.max(0, names.indexOf(text))];
    }

    Optional<String> optional(String key, Predicate<String> allows, String allowed) {
        var text = value(key).text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        check(allows.test(text), key, allowed);
        return allows.test(text) ? Optional.of(text) : Optional.empty();
    }

    List<String> list(String key, Predicate<String> allows, String allowed) {
        var items = Arrays.stream(value(key).text().split(","))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
        check(items.stream().allMatch(allows), key, allowed);
        return items.stream().filter(allows).toList();
    }

    void check(boolean holds, String key, String allowed) {
        if (!holds) {
            var value = value(key);
            problems.add(
                    "%s = %s  (%s)\n    allowed: %s".formatted(key, shown(key, value.text()), value.origin(), allowed));
        }
    }

    private Value value(String key) {
        known.add(key);
        var variable = variableOf(key);
        var fromEnvironment = variables.get(variable);
        if (fromEnvironment != null) {
            return new Value(fromEnvironment.trim(), "environment variable " + variable);
        }
        return byKey.getOrDefault(key, new Value("", "missing"));
    }

    private static String shown(String key, String text) {
        if (SECRETS.contains(key)) {
            return "*** (" + text.length() + " characters)";
        }
        return ADDRESSES_WITH_PASSWORD.contains(key) ? withoutPassword(text) : "\"" + text + "\"";
    }

    /** Everything up to the last @ goes: in a malformed address nobody knows where the password ends. */
    private static String withoutPassword(String address) {
        return "\"" + address.replaceAll("[^/,]*.*@", "***@").replaceAll("(?i)(password=)[^&]*", "$1***") + "\"";
    }

    void finish() {
        byKey.forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(unknown(key, value.origin(), nearest(key, known)));
            }
        });
        var knownVariables = known.stream().map(ConfigurationValues::variableOf).toList();
        for (var name : variables.keySet()) {
            if (!knownVariables.contains(name)) {
                problems.add(unknown(name, "environment variable", nearest(name, knownVariables)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    "The configuration is wrong:\n  " + String.join("\n  ", new LinkedHashSet<>(problems)));
        }
    }

    Set<String> knownKeys() {
        return Set.copyOf(known);
    }

    /** The value is not repeated: it may be a secret under a mistyped name. */
    private static String unknown(String name, String origin, @Nullable String nearest) {
        var hint = nearest == null ? "" : "; the nearest is " + nearest;
        return "%s  (%s)\n    there is no such setting%s".formatted(name, origin, hint);
    }

    private static @Nullable String nearest(String name, Collection<String> candidates) {
        return candidates.stream()
                .min((one, other) -> Integer.compare(distance(name, one), distance(name, other)))
                .orElse(null);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
