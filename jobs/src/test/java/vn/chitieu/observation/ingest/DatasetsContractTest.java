package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.delivery.DeliveredFile;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryFolder;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.TidyCsv;

/** The shipped data sets and what their {@code datapackage.json} says about them. */
class DatasetsContractTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    static Stream<Path> packages() {
        return Stream.concat(
                Stream.of(DATASETS.resolve("codelist")),
                DeliveryFolder.list(DATASETS).stream().map(Delivery::folder));
    }

    static Stream<Delivery> deliveries() {
        return DeliveryFolder.list(DATASETS).stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theDescriptionNamesEveryFileOfItsFolderAndNoOther(Path folder) throws IOException {
        Set<String> described = new TreeSet<>(Set.of("datapackage.json"));
        description(folder).path("resources").forEach(resource -> described.add(text(resource, "path")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(described);
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void everyDeliveredFileHasTheDescribedLengthHashAndRows(Delivery delivery) {
        for (DeliveredFile file : delivery.files()) {
            List<String> header = header(delivery.read(file));
            assertThat(TidyCsv.read(delivery.id(), file.path(), delivery.read(file), header)
                            .delivered())
                    .isEqualTo(Math.toIntExact(file.rows().orElseThrow()));
        }
        JsonNode description = description(delivery.folder());
        assertThat(delivery.id()).startsWith(text(description, "name") + "/");
        assertThat(delivery.date()).isEqualTo(LocalDate.parse(text(description, "created")));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyFileHasTheDescribedFields(Path folder) {
        for (JsonNode resource : description(folder).path("resources")) {
            assertThat(header(content(folder.resolve(text(resource, "path")))))
                    .as(text(resource, "path"))
                    .isEqualTo(fieldNames(resource));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void keysAreUniqueAndForeignKeysHold(Path folder) {
        Map<String, List<SourceRow>> rows = new HashMap<>();
        for (JsonNode resource : description(folder).path("resources")) {
            byte[] content = content(folder.resolve(text(resource, "path")));
            rows.put(
                    text(resource, "name"),
                    TidyCsv.readCodelist(text(resource, "path"), content, fieldNames(resource)));
        }
        for (JsonNode resource : description(folder).path("resources")) {
            String name = text(resource, "name");
            JsonNode schema = resource.path("schema");
            List<JsonNode> keys = new ArrayList<>();
            schema.path("uniqueKeys").forEach(keys::add);
            if (schema.has("primaryKey")) {
                keys.add(schema.path("primaryKey"));
            }
            for (JsonNode key : keys) {
                assertThat(values(rows, name, texts(key))).as(name + " " + key).doesNotHaveDuplicates();
            }
            for (JsonNode foreign : schema.path("foreignKeys")) {
                JsonNode reference = foreign.path("reference");
                String other = text(reference, "resource").isEmpty() ? name : text(reference, "resource");
                Set<List<String>> known = new HashSet<>(values(rows, other, texts(reference.path("fields"))));
                List<String> fields = texts(foreign.path("fields"));
                assertThat(values(rows, name, fields).stream()
                                .filter(value -> !value.contains("") && !value.contains("*")))
                        .as(name + " " + fields)
                        .isSubsetOf(known);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void fieldsHoldNothingButTheDescribedValues(Path folder) {
        for (JsonNode resource : description(folder).path("resources")) {
            byte[] content = content(folder.resolve(text(resource, "path")));
            List<SourceRow> rows = TidyCsv.readCodelist(text(resource, "path"), content, fieldNames(resource));
            for (JsonNode field : resource.path("schema").path("fields")) {
                JsonNode constraints = field.path("constraints");
                List<String> allowed = texts(constraints.path("enum"));
                String pattern = constraints.path("pattern").asText(".*");
                assertThat(rows.stream().map(row -> row.field(text(field, "name"))))
                        .as(text(resource, "path") + " " + text(field, "name"))
                        .allSatisfy(value -> {
                            assertThat(constraints.path("required").asBoolean() && value.isEmpty())
                                    .isFalse();
                            assertThat(allowed.isEmpty() || value.isEmpty() || allowed.contains(value))
                                    .isTrue();
                            assertThat(value.isEmpty() || value.matches(pattern))
                                    .isTrue();
                        });
            }
        }
    }

    @Test
    void everyCodeOfOurEnumsIsInItsListAndTheReverse() {
        Codelists codelists = Codelists.read(DATASETS);
        assertThat(codelists.statuses().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(ObservationStatus.values())
                        .map(ObservationStatus::code)
                        .toList());
        assertThat(codelists.frequencies().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Frequency.values()).map(Frequency::name).toList());
        assertThat(codelists.accumulations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Accumulation.values()).map(Accumulation::code).toList());
        assertThat(codelists.priceBases().keySet())
                .allSatisfy(code -> assertThat(PriceBasis.ofCode(code).code()).isEqualTo(code));
    }

    private static List<List<String>> values(Map<String, List<SourceRow>> rows, String name, List<String> fields) {
        return rows.getOrDefault(name, List.of()).stream()
                .map(row -> fields.stream().map(row::field).toList())
                .toList();
    }

    private static List<String> header(byte[] content) {
        String text = new String(content, UTF_8);
        return List.of(text.lines().findFirst().orElse("").replace("\uFEFF", "").split(","));
    }

    private static List<String> fieldNames(JsonNode resource) {
        List<String> names = new ArrayList<>();
        resource.path("schema").path("fields").forEach(field -> names.add(text(field, "name")));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asText();
    }

    private static JsonNode description(Path folder) {
        try {
            return new ObjectMapper().readTree(content(folder.resolve("datapackage.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
