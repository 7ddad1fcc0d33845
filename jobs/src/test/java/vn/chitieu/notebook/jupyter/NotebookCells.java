package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The cells of a notebook, run as a kernel would run them. */
public final class NotebookCells {

    private NotebookCells() {}

    /**
     * Runs the cells of a notebook in order and compares what they give with what is stored.
     *
     * @param marts folder of the published tables
     * @return how many outputs were compared
     */
    public static int run(String name, JsonNode notebook, Path marts) {
        System.setProperty("chitieu.marts", marts.toString());
        int compared = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            for (JsonNode cell : notebook.get("cells")) {
                String source = text(cell.get("source"));
                if (!cell.get("cell_type").asText().equals("code") || source.startsWith("%")) {
                    continue;
                }
                Optional<String> given = last(shell, name + " " + cell.get("id").asText(), source);
                String stored = text(
                        cell.at("/outputs").path(cell.at("/outputs").size() - 1).at("/data/text~1plain"));
                if (!stored.isEmpty()) {
                    assertThat(given).as(name + " " + cell.get("id").asText()).contains("\"" + stored + "\"");
                    compared++;
                }
            }
        } finally {
            System.clearProperty("chitieu.marts");
        }
        return compared;
    }

    /** Returns what the last snippet of a cell gives. */
    private static Optional<String> last(JShell shell, String cell, String source) {
        Optional<String> value = Optional.empty();
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo snippet = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(snippet.source())) {
                assertThat(event.exception()).as(cell).isNull();
                if (event.status() == Snippet.Status.OVERWRITTEN) { // a variable of an earlier target gives way
                    continue;
                }
                assertThat(event.status()).as(cell + ": " + snippet.source()).isEqualTo(Snippet.Status.VALID);
                value = Optional.ofNullable(event.value()).map(String::translateEscapes);
            }
            rest = snippet.remaining();
        }
        return value;
    }

    static String text(JsonNode lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
