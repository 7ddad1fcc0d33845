package vn.chitieu.mart.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.chitieu.catalog.run.PublishedTable;
import vn.chitieu.catalog.run.RunId;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableFile;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.ForeignKey;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The files beside the tables that describe them to other tools. */
public final class TableDescriptions {

    /** The file name of {@link #dataPackage}. */
    public static final String DATA_PACKAGE = "datapackage.json";

    /** The file name of {@link #views}. */
    public static final String VIEWS = "views.sql";

    private static final Words WORDS = Words.of("mart");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TableDescriptions() {}

    /**
     * Returns the description of a run's tables as a Frictionless data package (version 1 of the specification): each
     * file with its sha256, columns with their meaning in English and the Vietnamese one as title, primary and foreign
     * keys.
     */
    public static String dataPackage(RunId runId, LocalDate asOf, List<PublishedTable> tables) {
        Dictionary dictionary = Dictionary.shipped();
        ObjectNode root = JSON.createObjectNode();
        root.put("profile", "data-package");
        root.put("name", "chitieu");
        root.put("id", runId.text());
        root.put("title", both(WORDS.text("data_package")));
        root.put("asOf", asOf.toString());
        ArrayNode resources = root.putArray("resources");
        for (PublishedTable table : tables) {
            Dictionary.TableText text = dictionary.table(table.name());
            ObjectNode resource = resources.addObject();
            resource.put("name", table.name());
            boolean isSingle = table.files().size() == 1;
            if (isSingle) {
                resource.put("path", table.files().get(0).file());
            } else {
                ArrayNode paths = resource.putArray("path");
                table.files().forEach(file -> paths.add(file.file()));
            }
            resource.put("format", "parquet");
            resource.put("mediatype", "application/vnd.apache.parquet");
            resource.put("title", text.meaning().vi());
            resource.put("description", text.meaning().en());
            resource.put("bytes", table.bytes());
            if (isSingle) {
                resource.put("hash", hash(table.files().get(0)));
            }
            resource.put("rows", table.rows());
            if (!isSingle) {
                ArrayNode files = resource.putArray("files");
                for (TableFile file : table.files()) {
                    files.addObject()
                            .put("path", file.file())
                            .put("bytes", file.bytes())
                            .put("hash", hash(file))
                            .put("rows", file.rows());
                }
            }
            resource.set("schema", schema(table.spec(), dictionary));
        }
        try {
            return JSON.writeValueAsString(root).replace(System.lineSeparator(), "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(TableFile file) {
        return "sha256:" + file.sha256();
    }

    private static ObjectNode schema(TableSpec spec, Dictionary dictionary) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        for (Column column : spec.columns()) {
            LocalizedText meaning = dictionary.column(column.name());
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put("type", type(column.type()));
            field.put("title", meaning.vi());
            field.put("description", meaning.en());
            dictionary.formula(column.name()).ifPresent(formula -> {
                field.put("unit", formula.unit());
                field.put("formula", formula.text().en());
            });
            if (!column.nullable()) {
                field.putObject("constraints").put("required", true);
            }
        }
        spec.key().forEach(schema.putArray("primaryKey")::add);
        List<ForeignKey> foreignKeys = ForeignKey.of(spec);
        if (!foreignKeys.isEmpty()) {
            ArrayNode array = schema.putArray("foreignKeys");
            for (ForeignKey key : foreignKeys) {
                ObjectNode node = array.addObject();
                key.columns().forEach(node.putArray("fields")::add);
                ObjectNode reference = node.putObject("reference");
                reference.put("resource", key.dimension());
                key.columns().forEach(reference.putArray("fields")::add);
            }
        }
        return schema;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case DATE -> "date";
            case INTEGER, BIGINT -> "integer";
            case DECIMAL, DOUBLE -> "number";
            case BOOLEAN -> "boolean";
        };
    }

    /**
     * Returns DuckDB statements that make a view of each table and those of {@link LabelledViews}, to be run in the
     * folder of the files.
     */
    public static String views(List<PublishedTable> tables) {
        Dictionary dictionary = Dictionary.shipped();
        StringBuilder sql = new StringBuilder();
        sql.append("-- DuckDB: cd into this folder, then: duckdb -init views.sql\n");
        for (PublishedTable table : tables) {
            sql.append("\n-- ")
                    .append(both(dictionary.table(table.name()).meaning()))
                    .append("\nCREATE OR REPLACE VIEW ")
                    .append(table.name())
                    .append(" AS SELECT * FROM read_parquet(")
                    .append(listed(table.files()))
                    .append(");\n");
        }
        for (LabelledViews.View view :
                LabelledViews.of(tables.stream().map(PublishedTable::spec).toList())) {
            sql.append("\n-- ")
                    .append(both(view.meaning()))
                    .append('\n')
                    .append(view.create(""))
                    .append(";\n");
        }
        return sql.toString();
    }

    private static String listed(List<TableFile> files) {
        String names = files.stream().map(file -> "'" + file.file() + "'").collect(Collectors.joining(",\n    "));
        return files.size() == 1 ? names : "[\n    " + names + "]";
    }

    /** Returns both languages in one line, for tools that keep one comment. */
    static String both(LocalizedText text) {
        return text.vi() + " | " + text.en();
    }
}
