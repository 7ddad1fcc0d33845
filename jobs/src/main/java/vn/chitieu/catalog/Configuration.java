package vn.chitieu.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that an office gives once instead of with every call: a YAML file, over which the environment counts, over
 * which the options of a call count.
 */
public final class Configuration {

    /** Every key, the name of an option without its hyphens. */
    public static final List<String> KEYS =
            List.of("datasets", "warehouse", "export", "lang", "wait", "max-runtime", "jdbc", "user", "schema");

    private static final String SCHEMA = "configuration.schema.json";

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
     * Returns the settings of a file and of the environment.
     *
     * @param file may be missing
     * @param environment variables by name, of which {@code CHITIEU_WAREHOUSE} sets {@code warehouse} and so on
     * @throws DataException if the file is no YAML or has an unknown key; the message names the nearest
     */
    public static Configuration read(Path file, Map<String, String> environment) {
        SortedMap<String, Setting> settings = new TreeMap<>();
        if (Files.exists(file)) {
            JsonNode root = CheckedYaml.read(CheckedYaml.content(file), file.toString(), Configuration.class, SCHEMA);
            root.properties()
                    .forEach(entry -> settings.put(
                            entry.getKey(), new Setting(entry.getValue().asText(), file.toString())));
        }
        for (String key : KEYS) {
            String variable = variable(key);
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                settings.put(key, new Setting(value, variable));
            }
        }
        return new Configuration(settings);
    }

    /** Returns the variable of the environment that gives a setting. */
    public static String variable(String key) {
        return "CHITIEU_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns a setting, if it was given. */
    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
