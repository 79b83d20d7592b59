package io.tandem.platform;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link Settings}. Later sources win: the defaults packed into the jar, those of the environment
 * ({@code TANDEM_ENV}), the operator's file ({@code --config}, else {@code conf/tandem.yaml} if there is one), the
 * environment's file beside it, {@code TANDEM_} variables.
 */
public final class Configuration {

    private static final String PACKED = "io/tandem/conf/";
    private static final Path DEFAULT_FILE = Path.of("conf", "tandem.yaml");
    private static final Set<String> ENVIRONMENTS = Set.of("dev", "staging", "production");

    /** One file to read: {@code path} for the file system or the jar, {@code origin} for people. */
    private record Source(String path, String origin) {}

    private final Vertx vertx;
    private final Map<String, String> environment;

    private Configuration(Vertx vertx, Map<String, String> environment) {
        this.vertx = vertx;
        this.environment = environment;
    }

    /**
     * Fails with {@link ConfigurationException}, whose message is meant for the person who starts the server.
     *
     * @param file the value of {@code --config}; a relative one counts from the working directory
     * @param environment {@link System#getenv()}, or what a test wants
     */
    public static Future<Settings> load(Vertx vertx, Optional<Path> file, Map<String, String> environment) {
        return Future.succeededFuture(new Configuration(vertx, environment))
                .compose(configuration -> configuration.values(file))
                .map(SettingsReader::read);
    }

    private Future<ConfigurationValues> values(Optional<Path> file) {
        var values = Future.succeededFuture(new ConfigurationValues());
        for (var source : sources(file)) {
            values = values.compose(
                    before -> read(source).map(json -> before.withFile(source.origin(), flat("", json))));
        }
        return values.map(files -> files.withEnvironment(environment));
    }

    private List<Source> sources(Optional<Path> file) {
        var variant = variant().map(name -> "tandem-" + name + ".yaml");
        var main = file.orElse(DEFAULT_FILE);
        if (file.isPresent() && !Files.isReadable(main)) {
            throw new ConfigurationException("--config " + main + ": there is no such file, or it may not be read");
        }
        var sources = new ArrayList<Source>();
        sources.add(packed("tandem.yaml"));
        variant.map(Configuration::packed).ifPresent(sources::add);
        onDisk(main).ifPresent(sources::add);
        variant.flatMap(name -> onDisk(main.resolveSibling(name))).ifPresent(sources::add);
        return sources;
    }

    private Optional<String> variant() {
        var name = environment.getOrDefault("TANDEM_ENV", "");
        if (!name.isBlank() && !ENVIRONMENTS.contains(name)) {
            throw new ConfigurationException("TANDEM_ENV = \"" + name + "\"  (environment variable)\n"
                    + "    allowed: dev, staging or production, or not set");
        }
        return Optional.of(name).filter(given -> !given.isBlank());
    }

    private static Source packed(String name) {
        return new Source(PACKED + name, "the packed " + name);
    }

    private static Optional<Source> onDisk(Path file) {
        return Files.isReadable(file)
                ? Optional.of(new Source(file.toAbsolutePath().toString(), file.toString()))
                : Optional.empty();
    }

    private Future<JsonObject> read(Source source) {
        var store = new ConfigStoreOptions()
                .setType("file")
                .setFormat("yaml")
                .setConfig(new JsonObject().put("path", source.path()));
        var retriever = ConfigRetriever.create(
                vertx, new ConfigRetrieverOptions().setScanPeriod(-1).addStore(store));
        return retriever
                .getConfig()
                .recover(failure -> Future.failedFuture(new ConfigurationException(
                        source.origin() + " is not readable YAML:\n" + failure.getMessage())))
                .eventually(retriever::close);
    }

    private static Map<String, String> flat(String prefix, JsonObject json) {
        var values = new LinkedHashMap<String, String>();
        for (var entry : json.getMap().entrySet()) {
            var key = prefix + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> || entry.getValue() instanceof JsonObject) {
                values.putAll(flat(key + ".", json.getJsonObject(entry.getKey())));
            } else {
                values.put(key, text(entry.getValue()));
            }
        }
        return values;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Iterable<?> list) {
            var items = new ArrayList<Object>();
            list.forEach(items::add);
            return items.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null ? "" : String.valueOf(value).trim();
    }
}
