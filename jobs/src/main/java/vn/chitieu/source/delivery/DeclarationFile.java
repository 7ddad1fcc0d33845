package vn.chitieu.source.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.table.ColumnSource;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.SdmxStructure;
import vn.chitieu.source.table.SdmxTerms;
import vn.chitieu.source.table.ValueForm;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.Words;

/**
 * Reads the declaration of one resource of a {@code datapackage.json}.
 *
 * <p>From Frictionless: {@code format}, {@code encoding}, {@code dialect} (delimiter, quoteChar, header),
 * {@code schema.fields} (name, decimalChar, groupChar) and {@code schema.missingValues}. Ours, under {@code chitieu}:
 * {@code columns} (by column of figures: {@code field}, {@code text}, {@code codes}), {@code vocabulary} (source or
 * own), {@code delete_all}, {@code structure} and {@code components} (of SDMX: the structure that the rows must have,
 * and by component that no column reads the codes that it may have, or {@code *}), {@code grammar} (plain, or sdmx for
 * a file with the numbers and periods of SDMX) and {@code layout} (of a workbook, in the place of dialect, schema and
 * vocabulary).
 */
final class DeclarationFile {

    private static final Words WORDS = Words.of("source");

    private static final Set<String> OWN_KEYS =
            Set.of("columns", "vocabulary", "delete_all", "structure", "components", "grammar", "layout");
    private static final Set<String> COLUMN_KEYS = Set.of("field", "text", "codes");

    private final String where;
    private final JsonNode resource;

    private DeclarationFile(String where, JsonNode resource) {
        this.where = where;
        this.resource = resource;
    }

    /**
     * Returns the declaration of a resource.
     *
     * @param where the description, in messages
     * @throws DataException if a declaration has no meaning here; the message names the property
     */
    static Declaration read(String where, JsonNode resource) {
        return new DeclarationFile(where, resource).declaration();
    }

    private Declaration declaration() {
        JsonNode dialect = resource.path("dialect");
        JsonNode schema = resource.path("schema");
        JsonNode own = resource.path("chitieu");
        own.fieldNames().forEachRemaining(key -> known("chitieu." + key, key, OWN_KEYS));
        Map<String, ColumnSource> declared = columns(own.path("columns"));
        FileFormat format = format();
        boolean isSdmx = format.isSdmx();
        boolean isOwnStructure = isSdmx && declared.isEmpty();
        Map<String, ColumnSource> columns =
                isOwnStructure ? SdmxStructure.ownColumns() : isSdmx ? SdmxStructure.withUsual(declared) : declared;
        Set<String> missing = missingValues(schema);
        if (isSdmx) {
            missing.addAll(ValueForm.SDMX.missingValues());
        }
        boolean header = dialect.path("header").asBoolean(true);
        List<String> fieldNames = fieldNames(schema);
        if (!header && fieldNames.isEmpty()) {
            throw refused("header", "schema.fields", WORDS.text("declaration.none"));
        }
        char quote = character(dialect, "quoteChar").orElse('"');
        Optional<Character> delimiter = character(dialect, "delimiter");
        if (Character.isISOControl(quote)
                || delimiter.filter(c -> !Declaration.canDelimit(c, quote)).isPresent()) {
            throw refused("dialect", "dialect", dialect.toString());
        }
        return new Declaration(
                format,
                optional(resource, "encoding").map(this::charset),
                delimiter,
                quote,
                header,
                fieldNames,
                new ValueForm(marks(schema, columns), missing, isSdmx ? ValueForm.Grammar.SDMX : grammar(own)),
                columns,
                isOwnStructure ? Vocabulary.OWN : vocabulary(own),
                new SdmxTerms(optional(own, "structure"), components(own.path("components"))),
                own.path("delete_all").asBoolean(false));
    }

    private FileFormat format() {
        String code = optional(resource, "format").orElse("csv").toLowerCase(Locale.ROOT);
        return FileFormat.find(code).orElseThrow(() -> {
            String codes =
                    Arrays.stream(FileFormat.values()).map(FileFormat::code).collect(Collectors.joining(", "));
            return refused("one_of", "format", "'" + code + "'", codes);
        });
    }

    private Map<String, ColumnSource> columns(JsonNode node) {
        Map<String, ColumnSource> columns = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode column = entry.getValue();
            column.fieldNames()
                    .forEachRemaining(key -> known("chitieu.columns." + entry.getKey() + "." + key, key, COLUMN_KEYS));
            Map<String, String> codes = new LinkedHashMap<>();
            column.path("codes")
                    .properties()
                    .forEach(code -> codes.put(code.getKey(), code.getValue().asText()));
            Optional<String> field = optional(column, "field");
            Optional<String> text = optional(column, "text");
            if (field.isEmpty() && text.isEmpty()) {
                throw refused("field_or_text", "chitieu.columns." + entry.getKey(), column.toString());
            }
            columns.put(entry.getKey(), new ColumnSource(field, text, codes));
        });
        return columns;
    }

    private Map<String, Set<String>> components(JsonNode node) {
        Map<String, Set<String>> components = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Set<String> codes = new LinkedHashSet<>();
            JsonNode value = entry.getValue();
            (value.isArray() ? value : List.of(value)).forEach(code -> {
                if (!code.isTextual()) {
                    throw refused("codes", "chitieu.components." + entry.getKey(), value.toString());
                }
                codes.add(code.textValue());
            });
            components.put(entry.getKey(), codes);
        });
        return components;
    }

    private ValueForm.Grammar grammar(JsonNode own) {
        String code = optional(own, "grammar").orElse(ValueForm.Grammar.PLAIN.code());
        return Arrays.stream(ValueForm.Grammar.values())
                .filter(grammar -> grammar.code().equals(code))
                .findFirst()
                .orElseThrow(() -> refused("grammar", "chitieu.grammar", "'" + code + "'"));
    }

    private static List<String> fieldNames(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("fields").forEach(field -> names.add(field.path("name").asText()));
        return names;
    }

    /** Returns the marks of the field that holds the value. */
    private NumberMarks marks(JsonNode schema, Map<String, ColumnSource> columns) {
        ColumnSource value = columns.getOrDefault("value", ColumnSource.ofField("value"));
        for (JsonNode field : schema.path("fields")) {
            if (field.path("name").asText().equals(value.field().orElse(""))) {
                if (!field.path("bareNumber").asBoolean(true)) {
                    throw refused("bare_number", "schema.fields.bareNumber", "false");
                }
                return marks(character(field, "decimalChar").orElse('.'), character(field, "groupChar"));
            }
        }
        return NumberMarks.PLAIN;
    }

    private NumberMarks marks(char decimal, Optional<Character> group) {
        if (!NumberMarks.areMarks(decimal, group)) {
            throw refused(
                    "marks",
                    "schema.fields",
                    "'" + decimal + "', '" + group.map(String::valueOf).orElse("") + "'");
        }
        return new NumberMarks(decimal, group);
    }

    /** Returns the marks that were declared; the empty text only counts where it is declared. */
    private static Set<String> missingValues(JsonNode schema) {
        Set<String> marks = new LinkedHashSet<>();
        schema.path("missingValues")
                .forEach(mark -> marks.add(mark.isObject() ? mark.path("value").asText() : mark.asText()));
        return marks;
    }

    private Vocabulary vocabulary(JsonNode own) {
        String code = optional(own, "vocabulary").orElse("source");
        return switch (code) {
            case "source" -> Vocabulary.SOURCE;
            case "own" -> Vocabulary.OWN;
            default -> throw refused("vocabulary", "chitieu.vocabulary", "'" + code + "'");
        };
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw refused("encoding", "encoding", "'" + name + "'");
        }
    }

    private Optional<Character> character(JsonNode node, String property) {
        Optional<String> text = optional(node, property);
        if (text.filter(t -> t.length() != 1).isPresent()) {
            throw refused("character", property, "'" + text.get() + "'");
        }
        return text.map(t -> t.charAt(0));
    }

    private Optional<String> optional(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw refused("text", property, value.toString());
        }
        return Optional.of(value.textValue());
    }

    private void known(String property, String key, Set<String> known) {
        if (!known.contains(key)) {
            List<String> sorted = known.stream().sorted().toList();
            throw refused("one_of", property, "'" + key + "'", sorted);
        }
    }

    private DataException refused(String expected, String property, Object found, Object... words) {
        return new DataException(WORDS.text(
                "declaration",
                where,
                WORDS.text("declaration." + expected, words),
                property,
                resource.path("path").asText(),
                found));
    }
}
