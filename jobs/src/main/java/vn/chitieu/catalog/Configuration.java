package vn.chitieu.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/**
 * Settings that an office gives once instead of with every call: a YAML file, over which the environment counts, over
 * which the options of a call count.
 */
public final class Configuration {

    /** Every key, the name of an option without its hyphens. */
    public static final List<String> KEYS =
            List.of("datasets", "warehouse", "export", "lang", "wait", "max-runtime", "jdbc", "user", "schema");

    private static final String SCHEMA = "configuration.schema.json";

    private static final Words WORDS = Words.of("catalog");

    private static final String PREFIX = "CHITIEU_";

    /** What else is read of the environment, by the program, its launcher and its notebooks. */
    private static final List<String> OTHERS = List.of("CONFIG", "JAVA_OPTS", "JDBC_PASSWORD", "MARTS", "STATE");

    private final SortedMap<String, Setting> settings;

    private Configuration(SortedMap<String, Setting> settings) {
        this.settings = Collections.unmodifiableSortedMap(settings);
    }

    /**
     * A value and where it comes from.
     *
     * @param origin the file or the variable of the environment
     */
    public record Setting(String value, String origin) {}

    /**
     * Returns the settings of a program and of its environment: of {@code chitieu.yaml} in its folder, or of the file
     * that {@code CHITIEU_CONFIG} names.
     *
     * @throws DataException if the file that is named is not there, or see {@link #read}
     */
    public static Configuration of(Path home, Map<String, String> environment) {
        String named = environment.get(PREFIX + "CONFIG");
        if (named == null) {
            return read(home.resolve("chitieu.yaml"), environment);
        }
        Path file = Path.of(named);
        if (!Files.isRegularFile(file)) { // without it another warehouse would be taken in silence
            throw new DataException(WORDS.text("no_configuration", file));
        }
        return read(file, environment);
    }

    /**
     * Returns the settings of a file and of the environment.
     *
     * @param file may be missing
     * @param environment variables by name, of which {@code CHITIEU_WAREHOUSE} sets {@code warehouse} and so on
     * @throws DataException if the file is no YAML or has an unknown key, or a variable is nearly one of ours; the
     *     message names the nearest
     */
    public static Configuration read(Path file, Map<String, String> environment) {
        SortedMap<String, Setting> settings = new TreeMap<>();
        if (Files.exists(file)) {
            JsonNode root = CheckedYaml.read(CheckedYaml.content(file), file.toString(), Configuration.class, SCHEMA);
            root.properties()
                    .forEach(entry -> settings.put(
                            entry.getKey(), new Setting(entry.getValue().asText(), file.toString())));
        }
        requireNoNearMiss(environment);
        for (String key : KEYS) {
            String variable = variable(key);
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                settings.put(key, new Setting(value, variable));
            }
        }
        return new Configuration(settings);
    }

    /** What is nothing like ours is of somebody else, such as the variables of a service that Kubernetes sets. */
    private static void requireNoNearMiss(Map<String, String> environment) {
        List<String> known = new ArrayList<>(OTHERS);
        KEYS.forEach(key -> known.add(variable(key).substring(PREFIX.length())));
        for (String name : new TreeSet<>(environment.keySet())) {
            String word = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (word.isEmpty() || known.contains(word)) {
                continue;
            }
            Optional<String> meant = NearMiss.closest(word, known);
            if (meant.isPresent()) {
                throw new DataException(WORDS.text("near_variable", name, PREFIX + meant.get()));
            }
        }
    }

    /** Returns the variable of the environment that gives a setting. */
    public static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns a setting, if it was given. */
    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
