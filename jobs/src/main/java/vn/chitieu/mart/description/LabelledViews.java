package vn.chitieu.mart.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.mart.dictionary.Codes;
import vn.chitieu.mart.dictionary.Dictionary;
import vn.chitieu.mart.dictionary.RenamedColumn;
import vn.chitieu.text.Blanks;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The views that join codes with their names: the same statements for DuckDB and for PostgreSQL. */
final class LabelledViews {

    private static final Words WORDS = Words.of("mart");
    private static final String DIMENSION = "dim_";
    private static final String LABELLED = "_labelled";
    private static final String OLD_NAMES = "_old_names";

    /**
     * A view.
     *
     * @param select what it shows; {@code {in}} stands before each table
     */
    record View(String name, LocalizedText meaning, String select) {

        /** Returns the statement that makes the view from tables of a schema, whose prefix may be empty. */
        String create(String prefix) {
            return "CREATE OR REPLACE VIEW " + prefix + name + " AS\n"
                    + Blanks.fill(select, blank -> Optional.of(prefix));
        }
    }

    private static final SortedMap<String, String> JOINED =
            new TreeMap<>(Map.of("attainment_labelled", """
            SELECT a.programme_id, a.target_id, a.area_code, r.area_name_vi, r.area_name_en, a.year, t.position,
                   t.group_name_vi, t.group_name_en, t.target_name_vi, t.target_name_en,
                   a.comparator_code, c.code_name_vi AS comparator_name_vi, c.code_name_en AS comparator_name_en,
                   u.unit_name_vi, u.unit_name_en, t.lead_unit_vi, t.lead_unit_en,
                   a.target_value, a.actual_period, a.actual_to_date, a.point, a.p2_5, a.p10, a.p90, a.p97_5, a.p_attain,
                   a.verdict_code, v.code_name_vi AS verdict_name_vi, v.code_name_en AS verdict_name_en,
                   v.position AS verdict_position, a.reason_vi, a.reason_en, a.evaluated_on
            FROM {in}target_attainment a
            JOIN {in}dim_target t ON t.programme_id = a.programme_id AND t.target_id = a.target_id
            JOIN {in}dim_area r ON r.area_code = a.area_code
            JOIN {in}dim_unit u ON u.unit_code = a.unit_code
            LEFT JOIN {in}dim_code v ON v.codelist_code = 'verdict' AND v.code = a.verdict_code
            LEFT JOIN {in}dim_code c ON c.codelist_code = 'comparator' AND c.code = a.comparator_code
            WHERE a.is_headline
            ORDER BY a.programme_id, t.position""", "grdp_labelled", """
            SELECT g.*, r.area_name_vi, r.area_name_en, c.activity_name_vi, c.activity_name_en,
                   b.code_name_vi AS price_basis_name_vi, b.code_name_en AS price_basis_name_en,
                   p.year, p.period_start, p.period_end
            FROM {in}grdp_by_sector g
            JOIN {in}dim_area r ON r.area_code = g.area_code
            JOIN {in}dim_activity c ON c.activity_code = g.activity_code
            JOIN {in}dim_period p ON p.period = g.period
            LEFT JOIN {in}dim_code b ON b.codelist_code = 'price_basis' AND b.code = g.price_basis"""));

    /** The dimensions whose names a view joins, each by its whole key. */
    private static final List<TableSpec> DIMENSIONS = List.of(
            MartTables.DIM_AREA,
            MartTables.DIM_INDICATOR,
            MartTables.DIM_ACTIVITY,
            MartTables.DIM_UNIT,
            MartTables.DIM_TARGET);

    private static final Set<String> WITHOUT = Set.of(MartTables.DATA_DICTIONARY.name(), MartTables.RUN.name());

    private LabelledViews() {}

    /**
     * Returns what a column of a view holds: as in the tables, or as in {@code dim_code} under the name of its list, or
     * as the column that it was renamed to.
     */
    static LocalizedText meaning(String column, Dictionary dictionary) {
        if (dictionary.columnNames().contains(column)) {
            return dictionary.column(column);
        }
        for (String ending : List.of("_name_vi", "_name_en", "_meaning_vi", "_meaning_en")) {
            if (column.endsWith(ending)) {
                return dictionary.column("code" + ending);
            }
        }
        return RenamedColumn.all().stream()
                .filter(renamed -> renamed.oldName().equals(column))
                .findFirst()
                .map(renamed -> dictionary.column(renamed.name()))
                .orElseGet(() -> dictionary.column(column.endsWith("_position") ? "position" : "code"));
    }

    /**
     * Returns the views of some tables: a dimension of each code list, each fact with the names of its codes, and those
     * tables under their old names of columns whose columns were renamed in this version.
     *
     * @param tables of a run, by the contract that it was published by
     */
    static List<View> of(Collection<TableSpec> tables) {
        List<View> views = new ArrayList<>();
        for (String list : Codes.shipped().lists()) {
            views.add(new View(
                    DIMENSION + list,
                    WORDS.text("view.dimension", list),
                    "SELECT code AS " + list + "_code, position, code_name_vi AS " + list + "_name_vi, code_name_en AS "
                            + list + "_name_en, code_meaning_vi AS " + list + "_meaning_vi, code_meaning_en AS " + list
                            + "_meaning_en" + (list.equals("rule") ? ", severity_code" : "") + "\n"
                            + "FROM {in}dim_code WHERE codelist_code = '" + list + "'"));
        }
        JOINED.forEach((name, select) -> views.add(new View(name, WORDS.text("view." + name), select)));
        for (TableSpec table : tables) {
            if (!table.name().startsWith(DIMENSION) && !WITHOUT.contains(table.name())) {
                views.add(
                        new View(table.name() + LABELLED, WORDS.text("view.labelled", table.name()), labelled(table)));
            }
        }
        for (TableSpec table : tables) {
            List<RenamedColumn> renamed = RenamedColumn.all().stream()
                    .filter(column ->
                            column.table().equals(table.name()) && names(table).contains(column.name()))
                    .toList();
            if (!renamed.isEmpty()) {
                views.add(new View(
                        table.name() + OLD_NAMES, WORDS.text("view.old_names", table.name()), old(table, renamed)));
            }
        }
        return views;
    }

    private static Set<String> names(TableSpec table) {
        Set<String> names = new HashSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    private static String labelled(TableSpec table) {
        Set<String> names = names(table);
        StringBuilder columns = new StringBuilder("SELECT f.*");
        StringBuilder joins = new StringBuilder("\nFROM {in}" + table.name() + " f");
        int number = 0;
        for (TableSpec dimension : DIMENSIONS) {
            if (names.containsAll(dimension.key())) {
                String alias = "d" + ++number;
                joins.append("\nLEFT JOIN {in}")
                        .append(dimension.name())
                        .append(' ')
                        .append(alias)
                        .append(" ON ");
                joins.append(String.join(
                        " AND ",
                        dimension.key().stream()
                                .map(key -> alias + "." + key + " = f." + key)
                                .toList()));
                for (Column column : dimension.columns()) {
                    boolean isName =
                            column.name().endsWith("_vi") || column.name().endsWith("_en");
                    if (isName && names.add(column.name())) {
                        columns.append(", ").append(alias).append('.').append(column.name());
                    }
                }
                if (dimension.equals(MartTables.DIM_TARGET)) {
                    columns.append(", ").append(alias).append(".position AS target_position");
                }
            }
        }
        Codes codes = Codes.shipped();
        for (Column column : table.columns()) {
            Optional<String> list = codes.listOf(table.name(), column.name());
            if (list.isPresent()) {
                String alias = "d" + ++number;
                String stem = column.name().replaceFirst("_code$", "");
                joins.append("\nLEFT JOIN {in}dim_code ").append(alias).append(" ON ");
                joins.append(alias)
                        .append(".codelist_code = '")
                        .append(list.get())
                        .append("' AND ");
                joins.append(alias).append(".code = f.").append(column.name());
                for (String part : List.of("code_name_vi", "code_name_en", "position")) {
                    String label = stem + part.replaceFirst("^code", "").replaceFirst("^position", "_position");
                    if (names.add(label)) {
                        columns.append(", ")
                                .append(alias)
                                .append('.')
                                .append(part)
                                .append(" AS ")
                                .append(label);
                    }
                }
            }
        }
        return columns.append(joins).toString();
    }

    /** An amount in another unit than the old name says has no place under that name. */
    private static String old(TableSpec table, List<RenamedColumn> renamed) {
        StringBuilder columns = new StringBuilder("SELECT f.*");
        for (RenamedColumn column : renamed) {
            String value = column.unitCode().isEmpty()
                    ? "f." + column.name()
                    : "CASE WHEN f.unit_code = '" + column.unitCode() + "' THEN f." + column.name() + " END";
            columns.append(",\n       ").append(value).append(" AS ").append(column.oldName());
        }
        return columns.append("\nFROM {in}").append(table.name()).append(" f").toString();
    }
}
