package io.tandem;

import io.tandem.platform.ConfigurationException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code java -jar tandem.jar}.
 *
 * @param config {@code --config FILE}
 * @param demo {@code --demo}: put a small workspace in, where there is none yet
 */
record Arguments(Optional<Path> config, boolean demo) {

    private static final String USAGE = "allowed: --config FILE, --demo";

    static Arguments parse(List<String> words) {
        Optional<Path> config = Optional.empty();
        boolean demo = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--demo" -> demo = true;
                case "--config" -> config = Optional.of(file(rest));
                default -> throw new ConfigurationException("Unknown argument " + word + "; " + USAGE);
            }
        }
        return new Arguments(config, demo);
    }

    private static Path file(Iterator<String> rest) {
        if (!rest.hasNext()) throw new ConfigurationException("--config needs a file; " + USAGE);
        return Path.of(rest.next());
    }
}
