package vn.chitieu.mart.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.text.Blanks;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** The views that join codes with their names: the same statements for DuckDB and for PostgreSQL. */
public final class LabelledViews {

    private static final Words WORDS = Words.of("mart");
    private static final String DIMENSION = "dim_";

    /**
     * A view.
     *
     * @param select what it shows; {@code {in}} stands before each table
     */
    public record View(String name, LocalizedText meaning, String select) {

        /** Returns the statement that makes the view from tables of a schema, whose prefix may be empty. */
        public String create(String prefix) {
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
                   p.year, p.frequency, p.period_start, p.period_end
            FROM {in}grdp_by_sector g
            JOIN {in}dim_area r ON r.area_code = g.area_code
            JOIN {in}dim_activity c ON c.activity_code = g.activity_code
            JOIN {in}dim_period p ON p.period = g.period
            LEFT JOIN {in}dim_code b ON b.codelist_code = 'price_basis' AND b.code = g.price_basis"""));

    private LabelledViews() {}

    /**
     * Returns what a column of a view holds: as in the tables, or as in {@code dim_code} under the name of its list.
     */
    public static LocalizedText meaning(String column, Dictionary dictionary) {
        if (dictionary.columnNames().contains(column)) {
            return dictionary.column(column);
        }
        for (String ending : List.of("_name_vi", "_name_en", "_meaning_vi", "_meaning_en")) {
            if (column.endsWith(ending)) {
                return dictionary.column("code" + ending);
            }
        }
        return dictionary.column(column.endsWith("_position") ? "position" : "code");
    }

    /** Returns the views, a dimension of each code list first. */
    public static List<View> all() {
        List<View> views = new ArrayList<>();
        for (String list : Codes.shipped().lists()) {
            views.add(new View(
                    DIMENSION + list,
                    WORDS.text("view.dimension", list),
                    "SELECT code AS " + list + "_code, position, code_name_vi AS " + list + "_name_vi, code_name_en AS "
                            + list + "_name_en, code_meaning_vi AS " + list + "_meaning_vi, code_meaning_en AS " + list
                            + "_meaning_en\n"
                            + "FROM {in}dim_code WHERE codelist_code = '" + list + "'"));
        }
        JOINED.forEach((name, select) -> views.add(new View(name, WORDS.text("view." + name), select)));
        return views;
    }
}
