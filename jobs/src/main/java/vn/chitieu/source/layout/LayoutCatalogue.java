package vn.chitieu.source.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.Vocabulary;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The layouts of {@code <datasets>/layout}, one YAML file each, held against {@code layout.schema.json}. */
public final class LayoutCatalogue {

    private static final Words WORDS = Words.of("source");

    private static final String SCHEMA = "layout.schema.json";

    /** A catalogue without layouts. */
    public static final LayoutCatalogue NONE = new LayoutCatalogue(Map.of());

    private final Map<String, WorkbookLayout> layouts;

    private LayoutCatalogue(Map<String, WorkbookLayout> layouts) {
        this.layouts = Collections.unmodifiableMap(new TreeMap<>(layouts));
    }

    /**
     * Returns the catalogue of a folder of data sets, empty if it has no folder {@code layout}.
     *
     * @throws DataException if a layout breaks the schema or contradicts itself; the message names the file
     */
    public static LayoutCatalogue read(Path datasets) {
        Path folder = datasets.resolve("layout");
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        Map<String, WorkbookLayout> layouts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                WorkbookLayout layout = readFile(file);
                layouts.put(layout.code(), layout);
            }
        } catch (IOException e) {
            throw new DataException(WORDS.text("layout.folder", folder), e);
        }
        return new LayoutCatalogue(layouts);
    }

    /**
     * Returns the layout of one file.
     *
     * @throws DataException as {@link #read}, and if the file is not named by its code
     */
    public static WorkbookLayout readFile(Path file) {
        String where = "layout/" + file.getFileName();
        JsonNode root = CheckedYaml.read(CheckedYaml.content(file), where, LayoutCatalogue.class, SCHEMA);
        WorkbookLayout layout;
        try {
            layout = layout(root);
        } catch (IllegalArgumentException e) {
            throw new DataException(WORDS.text("layout.contradiction", where, e.getMessage()), e);
        }
        if (!String.valueOf(file.getFileName()).equals(layout.code() + ".yaml")) {
            throw new DataException(WORDS.text("layout.file_name", where, layout.code()));
        }
        return layout;
    }

    /** Returns the layouts by code. */
    public Map<String, WorkbookLayout> layouts() {
        return layouts;
    }

    /** Returns the layout with a code. */
    public Optional<WorkbookLayout> find(String code) {
        return Optional.ofNullable(layouts.get(code));
    }

    private static WorkbookLayout layout(JsonNode root) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (JsonNode block : root.path("blocks")) {
            blocks.add(block(block, blocks));
        }
        Set<String> missing = new LinkedHashSet<>();
        root.path("missing_marks").forEach(mark -> missing.add(mark.asText()));
        boolean isOwn = root.path("vocabulary").asText().equals("own");
        boolean isPoint = root.path("decimal").asText(",").equals(".");
        return new WorkbookLayout(
                root.path("layout_code").asText(),
                new LocalizedText(
                        root.path("name").path("vi").asText(),
                        root.path("name").path("en").asText()),
                Template.of(root.path("sheet").asText()),
                isPoint ? new NumberMarks('.', Optional.of(',')) : NumberMarks.VIETNAMESE,
                missing,
                isOwn ? Vocabulary.OWN : Vocabulary.SOURCE,
                texts(root.path("figures")),
                blocks);
    }

    /** Returns a block; one without columns or rows has those of the block above. */
    private static LayoutBlock block(JsonNode block, List<LayoutBlock> above) {
        if (above.isEmpty() && !(block.has("columns") && block.has("rows"))) {
            throw new IllegalArgumentException("Expecting columns and rows of the first block but was without");
        }
        List<LayoutColumn> columns = new ArrayList<>();
        for (JsonNode column : block.path("columns")) {
            columns.add(new LayoutColumn(
                    LayoutColumn.Role.ofCode(column.path("role").asText()),
                    templates(column.path("header")),
                    column.path("repeats").asBoolean(false),
                    column.path("may_be_hidden").asBoolean(false),
                    texts(column.path("figures"))));
        }
        List<LayoutRow> rows = new ArrayList<>();
        block.path("rows").forEach(row -> add(row, 0, rows));
        return new LayoutBlock(
                templates(block.path("headings")),
                block.path("header_rows").asInt(1),
                block.has("columns") ? columns : above.get(above.size() - 1).columns(),
                block.has("rows") ? rows : above.get(above.size() - 1).rows(),
                block.path("indented").asBoolean(true),
                templates(block.path("notes")),
                texts(block.path("figures")));
    }

    private static void add(JsonNode row, int level, List<LayoutRow> rows) {
        rows.add(new LayoutRow(
                Template.of(row.path("label").asText()),
                level,
                Optional.ofNullable(row.get("unit_text")).map(JsonNode::asText),
                row.path("ignored").asBoolean(false),
                texts(row.path("figures"))));
        row.path("rows").forEach(nested -> add(nested, level + 1, rows));
    }

    private static List<Template> templates(JsonNode list) {
        List<Template> templates = new ArrayList<>();
        list.forEach(text -> templates.add(Template.of(text.asText())));
        return templates;
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
