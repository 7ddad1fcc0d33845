package vn.chitieu.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/** A YAML text that a JSON Schema (draft 2020-12) was held against: unknown and missing keys are refused. */
public final class CheckedYaml {

    private static final Words WORDS = Words.of("catalog");

    private static final int MOST_ERRORS = 10;

    private static final long LARGEST_FILE = 1L << 20;

    private CheckedYaml() {}

    /**
     * Returns the text of a YAML file.
     *
     * @throws DataException if there is no such file, or it cannot be read as UTF-8
     */
    public static String content(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) { // its reader takes time with the square of the length
                throw new DataException(WORDS.text("yaml.too_large", file, LARGEST_FILE, Files.size(file)));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DataException(WORDS.text("yaml.unreadable", file, e), e);
        }
    }

    /**
     * Returns the root of a YAML text.
     *
     * @param owner the class beside whose resources the schema lies
     * @param schemaName the resource, for example {@code programme.schema.json}
     * @param where the name of the text in messages
     * @throws DataException if the text is no YAML, has a key twice or breaks the schema; the message names the text,
     *     each place in it, what was expected and what was found
     */
    public static JsonNode read(String yaml, String where, Class<?> owner, String schemaName) {
        JsonNode root = tree(yaml, where);
        Schema schema = schema(owner, schemaName);
        List<Error> errors = schema.validate(root);
        if (!errors.isEmpty()) {
            Map<String, Integer> lines = lines(yaml);
            throw new DataException(message(errors, schema.getSchemaNode(), root, where, lines));
        }
        return root;
    }

    /**
     * Returns the line of a place of a text that is YAML, by its JSON Pointer.
     *
     * @throws IllegalArgumentException if there is no such place
     */
    public static int line(String yaml, String pointer) {
        Integer line = lines(yaml).get(pointer);
        if (line == null) {
            throw new IllegalArgumentException("Expecting a place of the text but was " + pointer);
        }
        return line;
    }

    /** Returns the line of each place of a text that is YAML, by its JSON Pointer. */
    public static Map<String, Integer> lines(String yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAMLFactory.builder().build().createParser(yaml)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read once
        }
        return lines;
    }

    private static JsonNode tree(String yaml, String where) {
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder().build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            JsonNode root = mapper.readTree(yaml);
            if (root == null || !root.isObject()) {
                throw new DataException(WORDS.text("yaml.no_keys", where));
            }
            return root;
        } catch (MismatchedInputException e) { // a tree binds to nothing, so only what follows the document fails here
            int line = e.getLocation().getLineNr();
            throw new DataException(WORDS.text("yaml.more_follows", where, line), e);
        } catch (JsonProcessingException e) {
            String cause = e.getOriginalMessage().replaceAll("\\s+", " ");
            String line = e.getLocation() == null
                    ? "?"
                    : Integer.toString(e.getLocation().getLineNr());
            throw new DataException(WORDS.text("yaml.no_yaml", where, line, cause), e);
        }
    }

    private static Schema schema(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Expecting resource " + name + " but was absent");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalizedText message(
            List<Error> errors, JsonNode schema, JsonNode root, String where, Map<String, Integer> lines) {
        List<LocalizedText> all = errors.stream()
                .map(error -> expectation(error, schema).plus(", ").plus(place(error, root, lines)))
                .distinct()
                .toList();
        int others = all.size() - MOST_ERRORS;
        LocalizedText first = LocalizedText.same(where + ": ")
                .plus(LocalizedText.join("\n", all.subList(0, Math.min(MOST_ERRORS, all.size()))));
        return others <= 0 ? first : WORDS.text("yaml.others", first, others);
    }

    private static LocalizedText expectation(Error error, JsonNode schema) {
        JsonNode rule = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> WORDS.text("yaml.required", error.getProperty());
            case "additionalProperties" -> unknownKey(error, schema);
            case "enum" -> WORDS.text("yaml.enum", rule, found);
            case "type" -> WORDS.text("yaml.type", rule, found);
            default -> WORDS.text("yaml.rule", error.getKeyword(), rule, found);
        };
    }

    private static LocalizedText unknownKey(Error error, JsonNode schema) {
        String location = error.getSchemaLocation().toString();
        String owner = location.substring(location.indexOf('#') + 1, location.lastIndexOf('/'));
        List<String> known = names(schema.at(owner + "/properties"));
        LocalizedText refusal = WORDS.text("yaml.unknown_key", known, error.getProperty());
        return NearMiss.closest(error.getProperty(), known)
                .map(word -> WORDS.text("yaml.did_you_mean", refusal, word))
                .orElse(refusal);
    }

    /** Names a place by its keys; an element of a list also by its id or key, where it has one. */
    private static LocalizedText place(Error error, JsonNode root, Map<String, Integer> lines) {
        NodePath path = error.getInstanceLocation();
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getElement(i));
        }
        Integer ofKey = lines.get(pointer + "/" + error.getProperty()); // of an unknown key its own line
        Integer line = ofKey == null ? lines.get(pointer.toString()) : ofKey;
        String name = name(path, root);
        LocalizedText place = name.isEmpty() ? WORDS.text("yaml.at_top") : WORDS.text("yaml.at", name);
        return line == null ? place : WORDS.text("yaml.on_line", place, line);
    }

    private static String name(NodePath path, JsonNode root) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (element instanceof Integer) {
                place.append('[').append(element).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(element);
            }
        }
        if (path.getNameCount() >= 2 && path.getElement(1) instanceof Integer i) {
            String list = String.valueOf(path.getElement(0));
            JsonNode element = root.path(list).path(i);
            JsonNode id = element.has("id") ? element.path("id") : element.path("key");
            String one = list.endsWith("s") ? list.substring(0, list.length() - 1) : list;
            place.append(id.isTextual() ? " (" + one + " " + id.asText() + ")" : "");
        }
        return place.toString();
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
