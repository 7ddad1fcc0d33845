package vn.chitieu.notebook.jupyter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A Jupyter notebook (nbformat 4.5) of Java cells with their outputs; the same cells give the same bytes. */
final class NotebookFile {

    private static final Pattern CELL_ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final ArrayNode cells = JsonNodeFactory.instance.arrayNode();
    private final Set<String> ids = new HashSet<>();
    private int executions;

    /**
     * What a code cell has given: everything by the type of its content.
     *
     * @param displays what it displayed while it ran, in that order
     * @param result the value of its last expression; empty if that has none
     */
    record Output(List<Map<String, String>> displays, Map<String, String> result) {

        Output {
            displays = List.copyOf(displays);
        }
    }

    /** Adds a cell of Markdown. */
    NotebookFile markdown(String id, String source) {
        ObjectNode cell = cell("markdown", id);
        cell.putObject("metadata");
        lines(cell.putArray("source"), source);
        return this;
    }

    /** Adds a cell of code that gave nothing. */
    NotebookFile code(String id, String source) {
        code(id, source, Optional.empty());
        return this;
    }

    /** Adds a cell of code with what it gave. */
    NotebookFile code(String id, String source, Output output) {
        code(id, source, Optional.of(output));
        return this;
    }

    private void code(String id, String source, Optional<Output> output) {
        ObjectNode cell = cell("code", id);
        cell.put("execution_count", ++executions);
        cell.putObject("metadata");
        ArrayNode outputs = cell.putArray("outputs");
        output.ifPresent(given -> {
            given.displays().forEach(content -> {
                ObjectNode shown = outputs.addObject();
                data(shown, content);
                shown.put("output_type", "display_data");
            });
            if (!given.result().isEmpty()) {
                ObjectNode shown = outputs.addObject();
                data(shown, given.result());
                shown.put("execution_count", executions);
                shown.put("output_type", "execute_result");
            }
        });
        lines(cell.putArray("source"), source);
    }

    private static void data(ObjectNode output, Map<String, String> content) {
        ObjectNode data = output.putObject("data");
        new TreeMap<>(content).forEach((type, text) -> lines(data.putArray(type), text));
        output.putObject("metadata");
    }

    private ObjectNode cell(String type, String id) {
        if (!CELL_ID.matcher(id).matches() || !ids.add(id)) {
            throw new IllegalArgumentException("Expecting a new name of a cell, of small letters, digits and hyphens,"
                    + " at most 64, but was '" + id + "'");
        }
        ObjectNode cell = cells.addObject();
        cell.put("cell_type", type);
        cell.put("id", id);
        return cell;
    }

    private static void lines(ArrayNode source, String text) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from) + 1;
            source.add(text.substring(from, end == 0 ? text.length() : end));
            from = end == 0 ? text.length() : end;
        }
    }

    /** Returns the notebook as JSON with a line feed at its end. */
    @Override
    public String toString() {
        ObjectNode notebook = JsonNodeFactory.instance.objectNode();
        notebook.set("cells", cells);
        ObjectNode metadata = notebook.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", KernelSpecification.DISPLAY_NAME)
                .put("language", "java")
                .put("name", KernelSpecification.NAME);
        metadata.putObject("language_info")
                .put("file_extension", ".java")
                .put("mimetype", "text/x-java-source")
                .put("name", "Java");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(notebook) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expecting a tree of JSON to be written", e);
        }
    }
}
