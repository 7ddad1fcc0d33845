package vn.chitieu.observation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Reads the rules of validation: the YAML files of {@code <datasets>/validation}, checked by their JSON Schema. */
public final class ValidationRules {

    private static final Words WORDS = Words.of("observation");

    private static final String SCHEMA = "validation.schema.json";
    private static final String SHIPPED = "rules.yaml";

    private ValidationRules() {}

    /**
     * Returns the rules of all files of a folder, in the order of the names of the files; those that the program ships
     * if the data sets have no such folder.
     *
     * @throws DataException if a file breaks the schema or a code stands twice; the message names file and place
     */
    public static List<ValidationRule> read(Path datasets) {
        Path folder = datasets.resolve("validation");
        if (!Files.isDirectory(folder)) {
            return shipped();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Map<String, ValidationRule> rules = new LinkedHashMap<>();
            for (Path file : entries.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String where = "validation/" + file.getFileName();
                for (ValidationRule rule : parse(CheckedYaml.content(file), where)) {
                    if (rules.put(rule.code(), rule) != null) {
                        throw new DataException(WORDS.text("rules.twice", where, rule.code()));
                    }
                }
            }
            return List.copyOf(rules.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rules that the program ships. */
    public static List<ValidationRule> shipped() {
        try (InputStream stream = Objects.requireNonNull(ValidationRules.class.getResourceAsStream(SHIPPED))) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the rules of a text.
     *
     * @param where the name of the text in messages
     * @throws DataException if it breaks the schema
     */
    public static List<ValidationRule> parse(String yaml, String where) {
        List<ValidationRule> rules = new ArrayList<>();
        for (JsonNode rule :
                CheckedYaml.read(yaml, where, ValidationRules.class, SCHEMA).path("rules")) {
            rules.add(rule(rule));
        }
        return List.copyOf(rules);
    }

    private static ValidationRule rule(JsonNode node) {
        Map<String, Double> tolerance = new LinkedHashMap<>();
        node.path("tolerance")
                .properties()
                .forEach(entry -> tolerance.put(entry.getKey(), entry.getValue().asDouble()));
        List<Relation> relations = new ArrayList<>();
        node.path("relations").forEach(relation -> relations.add(relation(relation)));
        return new ValidationRule(
                node.path("code").asText(),
                NamedCheck.ofCode(node.path("check").asText()),
                Severity.valueOf(node.path("severity").asText().toUpperCase(Locale.ROOT)),
                tolerance,
                relations,
                localized(node.path("text")),
                localized(node.path("advice")));
    }

    private static LocalizedText localized(JsonNode node) {
        return new LocalizedText(node.path("vi").asText(), node.path("en").asText());
    }

    private static Relation relation(JsonNode node) {
        JsonNode total = node.path("total");
        List<Relation.Term> parts = new ArrayList<>();
        node.path("parts").forEach(part -> parts.add(Relation.Term.parse(part.asText())));
        return new Relation(
                total.isTextual() ? Optional.of(Relation.Term.parse(total.asText())) : Optional.empty(),
                total.isNumber() ? Optional.of(new BigDecimal(total.asText())) : Optional.empty(),
                parts);
    }
}
