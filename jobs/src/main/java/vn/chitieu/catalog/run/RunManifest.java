package vn.chitieu.catalog.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.Converter;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableFile;

/**
 * What a published run consists of: written last, so that a run with a manifest is complete. Only here stand clock
 * times.
 *
 * @param manifestVersion of the layout, see {@link #versionFor}; in 1 no predecessor stood
 * @param identity its parts stand beside the run's name; the predecessor is empty for a first run
 * @param tables in the order they were written
 * @param files all others, such as a data package description
 * @param inputs every delivered file the run has read
 * @param counts named counts of the run, such as rows in quarantine
 */
public record RunManifest(
        int manifestVersion,
        RunId runId,
        @JsonUnwrapped RunIdentity identity,
        List<PublishedTable> tables,
        List<PublishedFile> files,
        List<RunInput> inputs,
        SortedMap<String, Long> counts,
        Instant startedAt,
        Instant finishedAt) {

    /** The layout in which each table lies in one file, told of beside its name. */
    private static final int OF_SINGLE_FILES = 2;

    /** The layout in which some table lists several files. */
    private static final int OF_SEVERAL_FILES = 3;

    private static final String PREDECESSOR = "predecessor";

    private static final String TABLES = "tables";

    private static final String NAME = "name";

    private static final String FILES = "files";

    private static final String SHA256 = "sha256";

    private static final List<String> OF_FILE = List.of("file", "rows", SHA256, "bytes");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Optional.class, new StdDelegatingSerializer(textOf())))
            .build();

    public RunManifest {
        if (manifestVersion < 1 || manifestVersion > OF_SEVERAL_FILES) {
            throw new IllegalArgumentException(
                    "Expecting a manifest of version 1 to " + OF_SEVERAL_FILES + " but was " + manifestVersion);
        }
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        inputs = List.copyOf(inputs);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        RunId expected = identity.runId();
        if (!runId.equals(expected)) {
            throw new IllegalArgumentException("Expecting run id " + expected + " but was " + runId);
        }
    }

    /** Returns the layout that lists some tables: the one that every version of the product reads, where it can. */
    static int versionFor(Collection<PublishedTable> tables) {
        return tables.stream().allMatch(table -> table.files().size() == 1) ? OF_SINGLE_FILES : OF_SEVERAL_FILES;
    }

    /** Returns the last day whose publications the run knows. */
    public LocalDate asOfDate() {
        return identity.asOf();
    }

    /** Returns the files of the run, those of its tables first. */
    public List<PublishedFile> allFiles() {
        return Stream.concat(tables.stream().flatMap(table -> table.asFiles().stream()), files.stream())
                .toList();
    }

    /** Returns the manifest as JSON in UTF-8, one field a line. */
    byte[] toJson() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try {
            ObjectNode tree = JSON.valueToTree(this);
            tree.withArray(TABLES).forEach(table -> foldSingleFile((ObjectNode) table));
            return (JSON.writer(printer).writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expecting to write the manifest of run " + runId + " as JSON", e);
        }
    }

    /**
     * Returns the manifest that some JSON holds.
     *
     * @throws IOException if it is no manifest
     */
    static RunManifest fromJson(byte[] json) throws IOException {
        ObjectNode tree = JSON.readValue(json, ObjectNode.class);
        if (tree.path("manifest_version").asInt() == 1) {
            tree.put(PREDECESSOR, "");
        }
        for (JsonNode table : tree.path(TABLES)) {
            if (table instanceof ObjectNode listed && !listed.has(FILES)) {
                unfoldSingleFile(listed);
            }
        }
        JsonFields fields = new JsonFields(tree);
        String predecessor = fields.text(PREDECESSOR);
        return new RunManifest(
                Math.toIntExact(fields.number("manifest_version")),
                new RunId(fields.text("run_id")),
                new RunIdentity(
                        LocalDate.parse(fields.text("as_of_date")),
                        fields.text("input_sha256"),
                        fields.text("settings_sha256"),
                        fields.text("classes_sha256"),
                        predecessor.isEmpty() ? Optional.empty() : Optional.of(new RunId(predecessor))),
                fields.each(TABLES, RunManifest::table),
                fields.each(FILES, RunManifest::file),
                fields.each("inputs", RunManifest::input),
                fields.numbers("counts"),
                Instant.parse(fields.text("started_at")),
                Instant.parse(fields.text("finished_at")));
    }

    private static PublishedTable table(JsonFields table) throws JsonMappingException {
        table.only(NAME, FILES, "columns", "key");
        return new PublishedTable(
                table.text(NAME),
                table.each(FILES, file -> {
                    file.only("file", "rows", SHA256, "bytes");
                    return new TableFile(
                            file.text("file"), file.number("rows"), file.text(SHA256), file.number("bytes"));
                }),
                table.each("columns", column -> {
                    column.only(NAME, "type", "nullable");
                    return new Column(
                            column.text(NAME), ColumnType.valueOf(column.text("type")), column.truth("nullable"));
                }),
                table.texts("key"));
    }

    private static PublishedFile file(JsonFields file) throws JsonMappingException {
        file.only("file", SHA256, "bytes");
        return new PublishedFile(file.text("file"), file.text(SHA256), file.number("bytes"));
    }

    private static RunInput input(JsonFields input) throws JsonMappingException {
        input.only("delivery_id", "file", SHA256, "rows");
        return new RunInput(input.text("delivery_id"), input.text("file"), input.text(SHA256), input.number("rows"));
    }

    /** Puts what is told of the only file of a table beside the name of the table. */
    private static void foldSingleFile(ObjectNode table) {
        if (table.path(FILES).size() == 1) {
            ObjectNode rest = table.deepCopy();
            table.removeAll();
            table.set(NAME, rest.remove(NAME));
            table.setAll((ObjectNode) rest.remove(FILES).get(0));
            table.setAll(rest);
        }
    }

    private static void unfoldSingleFile(ObjectNode table) {
        ObjectNode file = table.deepCopy().retain(OF_FILE);
        table.remove(OF_FILE);
        table.putArray(FILES).add(file);
    }

    private static Converter<Optional<RunId>, String> textOf() {
        return new StdConverter<>() {
            @Override
            public String convert(Optional<RunId> run) {
                return run.map(RunId::text).orElse("");
            }
        };
    }
}
