package vn.chitieu.mart.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The files for dbt and Superset have the fields that these tools document, and no other: neither tool can be had where
 * the checks run.
 */
class ModelFilesTest {

    private static final Path DEPLOY = Path.of(System.getProperty("chitieu.home"), "deploy");

    private static final Path DBT = DEPLOY.resolve("dbt/models/schema.yml");

    private static Schema schema(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(ModelFilesTest.class.getResourceAsStream(name))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }
    }

    /** Returns what a schema says of a file, of which aliases are resolved first. */
    private static List<String> complaints(String schema, String yaml) throws IOException {
        String json = new ObjectMapper().writeValueAsString(new Yaml().load(yaml));
        return schema(schema).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theDbtProjectHasTheFieldsThatDbtDocuments() throws IOException {
        assertThat(complaints("dbt_files.schema.json", Files.readString(DBT))).isEmpty();
    }

    @Test
    void aFieldThatDbtDoesNotKnowIsRefusedByItsName() throws IOException {
        String project = Files.readString(DBT);

        assertThat(complaints("dbt_files.schema.json", project.replace("label: Exports", "lable: Exports")))
                .anySatisfy(text -> assertThat(text).contains("'lable'"))
                .anySatisfy(text -> assertThat(text).contains("'label'"));
        assertThat(complaints("dbt_files.schema.json", project.replace("agg: average", "agg: mean")))
                .singleElement()
                .asString()
                .contains("/semantic_models/0/measures/0/agg");
        assertThat(complaints(
                        "dbt_files.schema.json",
                        project.replaceFirst("data_tests: \\[not_null\\]", "data_tests: [notnull]")))
                .isNotEmpty();
    }

    @Test
    void everyFileForSupersetHasTheFieldsThatItsImportReads() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("superset"))) {
            List<Path> read = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("metadata.yaml"))
                    .toList();
            assertThat(read).hasSizeGreaterThan(5);
            for (Path file : read) {
                assertThat(complaints("superset_import.schema.json", Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aDatasetWithAnotherFieldOrWithoutItsDatabaseIsRefused() throws IOException {
        String dataset = Files.readString(DEPLOY.resolve("superset/datasets/chitieu/attainment_labelled.yaml"));

        assertThat(complaints("superset_import.schema.json", dataset + "owner: nobody\n"))
                .isNotEmpty();
        assertThat(complaints("superset_import.schema.json", dataset.replaceAll("(?m)^database_uuid.*\n", "")))
                .isNotEmpty();
        assertThat(complaints("superset_import.schema.json", dataset.replaceFirst("expression: ", "formula: ")))
                .isNotEmpty();
    }
}
