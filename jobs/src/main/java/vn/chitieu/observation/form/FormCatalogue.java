package vn.chitieu.observation.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitieu.catalog.CheckedYaml;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.plausibility.References;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/**
 * The forms of {@code <datasets>/form}, one YAML file each, held against {@code form.schema.json} and the code lists.
 */
public final class FormCatalogue {

    private static final Words WORDS = Words.of("observation");

    private static final String SCHEMA = "form.schema.json";

    /** A catalogue without forms. */
    public static final FormCatalogue NONE = new FormCatalogue(Map.of(), References.NONE);

    private final Map<String, Form> forms;
    private final References references;

    private FormCatalogue(Map<String, Form> forms, References references) {
        this.forms = Collections.unmodifiableMap(new TreeMap<>(forms));
        this.references = references;
    }

    /** Returns the same forms, whose figures are held against plans and identities too. */
    public FormCatalogue heldAgainst(References others) {
        return new FormCatalogue(forms, others);
    }

    /** Returns what filled forms are held against besides known figures. */
    public References references() {
        return references;
    }

    /**
     * Returns the catalogue of a folder of data sets, empty if it has no folder {@code form}.
     *
     * @throws DataException if a form breaks the schema, names a code that no list has, or a unit that its indicator
     *     has not; the message names file and row
     */
    public static FormCatalogue read(Path datasets, Codelists codelists) {
        Path folder = datasets.resolve("form");
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        Map<String, Form> forms = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Form form = readFile(file, codelists);
                forms.put(form.code(), form);
            }
        } catch (IOException e) {
            throw new DataException(WORDS.text("form.folder", folder), e);
        }
        return new FormCatalogue(forms, References.NONE);
    }

    /**
     * Returns the form of one file.
     *
     * @throws DataException as {@link #read}, if it cannot be read, and if the file is not named by its form code
     */
    public static Form readFile(Path file, Codelists codelists) {
        String where = "form/" + file.getFileName();
        Form form = parse(CheckedYaml.content(file), where, codelists);
        if (!String.valueOf(file.getFileName()).equals(form.code() + ".yaml")) {
            throw new DataException(WORDS.text("form.file_name", where, form.code()));
        }
        return form;
    }

    /**
     * Returns the form of a YAML text.
     *
     * @param where the name of the text in messages
     * @throws DataException as {@link #read}
     */
    public static Form parse(String yaml, String where, Codelists codelists) {
        JsonNode root = CheckedYaml.read(yaml, where, FormCatalogue.class, SCHEMA);
        try {
            return form(root, codelists);
        } catch (IllegalArgumentException e) {
            throw new DataException(WORDS.text("form.contradiction", where, e.getMessage()), e);
        }
    }

    /** Returns the forms by code. */
    public Map<String, Form> forms() {
        return forms;
    }

    /** Returns the form with a code. */
    public Optional<Form> form(String code) {
        return Optional.ofNullable(forms.get(code));
    }

    private static Form form(JsonNode root, Codelists codelists) {
        List<FormColumn> columns = new ArrayList<>();
        for (JsonNode column : root.path("columns")) {
            columns.add(new FormColumn(
                    column.path("id").asText(),
                    FormColumn.Role.ofCode(column.path("role").asText()),
                    texts(column.path("header")),
                    optional(column, "accumulation").map(Accumulation::ofCode),
                    optional(column, "price_basis").map(PriceBasis::ofCode)));
        }
        List<FormRow> rows = new ArrayList<>();
        for (JsonNode row : root.path("rows")) {
            rows.add(row(row, codelists));
        }
        JsonNode anchors = root.path("anchors");
        String area = root.path("area_code").asText();
        codelists.areaOf(area);
        return new Form(
                root.path("form_code").asText(),
                localized(root.path("name")),
                localized(root.path("department")),
                root.path("programme_id").asText(),
                area,
                Frequency.valueOf(root.path("frequency").asText()),
                root.path("due").path("day").asInt(),
                root.path("completeness_pct").asInt(),
                new HashSet<>(texts(root.path("missing_marks"))),
                new Form.Head(
                        root.path("sheet").asText(),
                        anchors.path("form").asText(),
                        anchors.path("sender").asText(),
                        anchors.path("period").asText(),
                        anchors.path("status").asText(),
                        anchors.path("unit").asText(),
                        root.path("unit_line").asText(),
                        anchors.path("day").asText()),
                columns,
                rows);
    }

    private static FormRow row(JsonNode row, Codelists codelists) {
        String key = row.path("key").asText();
        Indicator indicator = codelists.indicator(row.path("indicator_code").asText());
        String activity = known(
                "CL_ACTIVITY",
                row.path("activity_code").asText(),
                codelists.activities().keySet());
        String unit = known(
                "CL_UNIT",
                row.path("unit_code").asText(),
                codelists.units().byCode().keySet());
        if (!unit.equals(indicator.unitCode())) {
            throw new IllegalArgumentException("Expecting row " + key + " in the unit of " + indicator.code() + ", "
                    + indicator.unitCode() + ", but was " + unit);
        }
        return new FormRow(
                key,
                localized(row.path("label")),
                indicator.code(),
                activity,
                Objects.requireNonNull(codelists.units().byCode().get(unit)),
                PriceBasis.ofCode(row.path("price_basis").asText()),
                row.path("state").asBoolean(false),
                Set.copyOf(texts(row.path("closed"))),
                texts(row.path("parts")),
                row.path("parts_are_all").asBoolean(false),
                new BigDecimal(row.path("tolerance").asText("0")),
                optional(row, "target_id"));
    }

    private static String known(String list, String code, Collection<String> codes) {
        if (!codes.contains(code)) {
            throw new IllegalArgumentException("Expecting a code of " + list + ", nearest "
                    + String.join(", ", NearMiss.of(code, codes)) + ", but was '" + code + "'");
        }
        return code;
    }

    private static LocalizedText localized(JsonNode node) {
        return new LocalizedText(node.path("vi").asText(), node.path("en").asText());
    }

    private static Optional<String> optional(JsonNode owner, String key) {
        return Optional.ofNullable(owner.get(key)).map(JsonNode::asText);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
