package vn.chitieu.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A YAML text that a JSON Schema (draft 2020-12) was held against: unknown and missing keys are refused. */
public final class CheckedYaml {

    private static final int MOST_ERRORS = 10;

    private CheckedYaml() {}

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
            throw new DataException(message(errors, schema.getSchemaNode(), root, where));
        }
        return root;
    }

    private static JsonNode tree(String yaml, String where) {
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder().build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try {
            JsonNode root = mapper.readTree(yaml);
            if (root == null || !root.isObject()) {
                throw new DataException("Expecting keys but found none in " + where
                        + ": start from an existing file of the same folder");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new DataException(
                    "Expecting YAML but %s in %s, line %s"
                            .formatted(
                                    e.getOriginalMessage().replaceAll("\\s+", " "),
                                    where,
                                    e.getLocation() == null
                                            ? "?"
                                            : e.getLocation().getLineNr()),
                    e);
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

    private static String message(List<Error> errors, JsonNode schema, JsonNode root, String where) {
        List<String> lines = new ArrayList<>();
        for (Error error : errors) {
            String line = "%s, at %s".formatted(expectation(error, schema), place(error.getInstanceLocation(), root));
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        String more = lines.size() > MOST_ERRORS ? "\n… and " + (lines.size() - MOST_ERRORS) + " more" : "";
        return where + ": " + String.join("\n", lines.subList(0, Math.min(MOST_ERRORS, lines.size()))) + more;
    }

    private static String expectation(Error error, JsonNode schema) {
        String keyword = error.getKeyword();
        JsonNode rule = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        return switch (keyword) {
            case "required", "dependentRequired" -> "Expecting key '" + error.getProperty() + "' but it was missing";
            case "additionalProperties" -> unknownKey(error, schema);
            case "enum" -> "Expecting one of %s but was %s".formatted(rule, found);
            case "type" -> "Expecting a value of type %s but was %s".formatted(rule, found);
            default -> "Expecting %s %s but was %s".formatted(keyword, rule, found);
        };
    }

    private static String unknownKey(Error error, JsonNode schema) {
        String location = error.getSchemaLocation().toString();
        String owner = location.substring(location.indexOf('#') + 1, location.lastIndexOf('/'));
        List<String> known = names(schema.at(owner + "/properties"));
        String suggestion = NearestWord.to(error.getProperty(), known)
                .map(word -> ": did you mean '" + word + "'?")
                .orElse("");
        return "Expecting one of the keys %s but was '%s'%s".formatted(known, error.getProperty(), suggestion);
    }

    /** Names a place by its keys; an element of a list also by its id or key, where it has one. */
    private static String place(NodePath path, JsonNode root) {
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
        return place.isEmpty() ? "the top of the file" : place.toString();
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
