package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exported notebooks, run top to bottom by Jupyter's own nbconvert on the kernel that the packaged program installs:
 * all of one programme in both languages, and of each other programme one, because each takes some ten seconds.
 */
@NullUnmarked // fields are filled by JUnit; javac 17 loses @Nullable inside generics of class files
@Tag("full")
class NotebooksInJupyterTest {

    private static final Path HOME = Path.of(System.getProperty("chitieu.home"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Path export;

    private record Ended(int code, String output) {}

    @BeforeAll
    static void publishOnceAndInstallTheKernel() throws Exception {
        Path warehouse = folder.resolve("warehouse");
        Ended night = run(Map.of(), launcher(), "nightly", "--warehouse", warehouse.toString());
        assertThat(night).as(night.output()).returns(0, Ended::code);
        Ended kernel = run(
                Map.of("JUPYTER_DATA_DIR", folder.resolve("jupyter").toString()), launcher(), "kernel", "--lang", "en");
        assertThat(kernel).as(kernel.output()).returns(0, Ended::code);
        assertThat(kernel.output())
                .contains(folder.resolve("jupyter/kernels/chitieu/kernel.json").toString());
        export = warehouse.resolve("export");
    }

    @Test
    void runningANotebookGivesWhatIsStoredInIt() throws Exception {
        List<Path> notebooks = new ArrayList<>();
        for (String language : List.of("en", "vi")) {
            notebooks.addAll(notebooks("hau-giang-2025/" + language));
        }
        assertThat(notebooks).hasSize(2 * 6);
        notebooks.add(export.resolve("viet-nam-2025/vi/2-grdp.ipynb"));
        notebooks.add(export.resolve("viet-nam-2024/en/3-revenue-trade.ipynb"));
        notebooks.add(export.resolve("philippines-2025/vi/5-accuracy.ipynb"));
        notebooks.add(export.resolve("philippines-2024/en/6-revisions.ipynb"));

        Map<String, Integer> compared = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(2); // a kernel mostly waits for its converter
        try {
            Map<Path, Future<Ended>> runs = new LinkedHashMap<>();
            for (Path notebook : notebooks) {
                runs.put(notebook, threads.submit(() -> nbconvert(Map.of(), notebook, executed(notebook))));
            }
            for (Map.Entry<Path, Future<Ended>> run : runs.entrySet()) {
                Path notebook = run.getKey();
                Ended ended = run.getValue().get();
                assertThat(ended)
                        .as(notebook + " by python3-nbconvert, which .ci/install-tools installs: " + ended.output())
                        .returns(0, Ended::code);
                List<String> stored = cells(notebook);
                assertThat(cells(executed(notebook))).as(notebook.toString()).isEqualTo(stored);
                compared.merge(export.relativize(notebook).getName(0).toString(), stored.size(), Integer::sum);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(compared).hasSize(5).allSatisfy((programme, outputs) -> assertThat(outputs)
                .as(programme)
                .isGreaterThanOrEqualTo(3));
        assertThat(compared.get("hau-giang-2025"))
                .as("the cells of each chapter, twice")
                .isGreaterThan(150);
    }

    @Test
    void aNotebookWithoutItsTablesSaysInItsLanguageWhatToDo() throws Exception {
        Path alone = folder.resolve("alone/1-overview.ipynb");
        Files.createDirectories(alone.getParent());
        Files.copy(export.resolve("hau-giang-2025/vi/1-overview.ipynb"), alone);
        Path executed = folder.resolve("executed-alone.ipynb");

        Ended without = nbconvert(Map.of(), alone, executed);
        Ended named =
                nbconvert(Map.of("CHITIEU_MARTS", export.resolveSibling("mart").toString()), alone, executed);

        assertThat(without.code()).isNotZero();
        assertThat(without.output()).contains("công bố bằng bin/chitieu nightly", "CHITIEU_MARTS");
        assertThat(named).as(named.output()).returns(0, Ended::code);
        assertThat(cells(executed)).isEqualTo(cells(alone));
    }

    private static Path executed(Path notebook) {
        return folder.resolve("executed").resolve(export.relativize(notebook));
    }

    private static List<Path> notebooks(String place) throws IOException {
        try (Stream<Path> files = Files.list(export.resolve(place))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns what each cell of code gave: of each output its kind, and its content by type. */
    private static List<String> cells(Path notebook) throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : JSON.readTree(notebook.toFile()).get("cells")) {
            if (!cell.get("cell_type").asText().equals("code")) {
                continue;
            }
            StringBuilder given = new StringBuilder(cell.get("id").asText());
            for (JsonNode output : cell.get("outputs")) {
                Map<String, String> content = new TreeMap<>();
                output.path("data").properties().forEach(entry -> content.put(entry.getKey(), text(entry.getValue())));
                given.append('\n')
                        .append(output.get("output_type").asText())
                        .append(output.path("execution_count").asText())
                        .append(content);
            }
            cells.add(given.toString());
        }
        return cells;
    }

    private static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder(lines.isTextual() ? lines.asText() : "");
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static Ended nbconvert(Map<String, String> environment, Path notebook, Path executed) throws Exception {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("JUPYTER_DATA_DIR", folder.resolve("jupyter").toString());
        return run(
                all,
                "/usr/bin/python3",
                "-m",
                "nbconvert",
                "--to=notebook",
                "--execute",
                "--output-dir=" + executed.getParent(),
                "--output=" + executed.getFileName(),
                notebook.toString());
    }

    private static String launcher() {
        return HOME.resolve("bin/chitieu").toString();
    }

    private static Ended run(Map<String, String> environment, String... command) throws Exception {
        Path log = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
    }
}
