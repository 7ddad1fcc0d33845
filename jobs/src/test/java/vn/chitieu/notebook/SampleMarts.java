package vn.chitieu.notebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.observation.ReportingPeriod;

/** Published tables made by hand, row by row: an invented province "Mẫu" whose programme closed on 30 June 2025. */
@NullUnmarked // javac 17 loses @Nullable inside generics of class files
public final class SampleMarts {

    public static final String PROGRAMME = "mau-2025";
    public static final LocalDate CLOSED_ON = LocalDate.of(2025, 6, 30);
    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 15);

    private final Map<String, List<@Nullable Object[]>> rows = new HashMap<>();

    public SampleMarts() {
        MartTables.all().forEach(spec -> rows.put(spec.name(), new ArrayList<>()));
        add(MartTables.RUN, Map.of("input_sha256", "3f7a9c".repeat(10) + "0123", "settings_sha256", "b".repeat(64)));
        unit("billion_vnd", "Tỷ đồng", "Billion VND", "vnd", 1e9);
        unit("million_usd", "Triệu USD", "Million USD", "usd", 1e6);
        unit("pct", "%", "Percent", "pct", 1);
        unit("pct_points", "Điểm phần trăm", "Percentage points", "pct_points", 1);
        unit("persons", "Người", "Persons", "persons", 1);
        unit("per_10k", "Trên 10.000 dân", "Per 10 000 inhabitants", "per_10k", 1);
        unit("none", "Không có đơn vị", "No unit", "none", 1);
        activity("_T", "Toàn nền kinh tế", "Total");
        activity("S1", "Khu vực I: nông, lâm nghiệp và thủy sản", "Sector I: agriculture, forestry and fishing");
        activity("S2", "Khu vực II: công nghiệp và xây dựng", "Sector II: industry and construction");
        activity("S3", "Khu vực III: dịch vụ", "Sector III: services");
        activity("D21X31", "Thuế sản phẩm trừ trợ cấp sản phẩm", "Taxes less subsidies on products");
        add(
                MartTables.DIM_AREA,
                Map.of(
                        "area_code", "VN-MAU",
                        "area_name_vi", "Tỉnh Mẫu",
                        "area_name_en", "Mẫu province",
                        "area_level", "province",
                        "language_code", "vi"));
        add(
                MartTables.DIM_INDICATOR,
                Map.of(
                        "indicator_code", "budget_revenue_domestic",
                        "indicator_name_vi", "Thu nội địa",
                        "indicator_name_en", "Domestic revenue"));
    }

    public MartReader reader() {
        Map<String, Table> tables = new HashMap<>();
        MartTables.all().forEach(spec -> tables.put(spec.name(), new Table(spec, rows.get(spec.name()))));
        return MartReader.of(tables);
    }

    /** Adds a row; required columns that are not given take a plain value of their type. */
    public void add(TableSpec spec, Map<String, ?> values) {
        values.keySet().forEach(spec::indexOf);
        @Nullable Object[] row = new Object[spec.columns().size()];
        for (int i = 0; i < row.length; i++) {
            Column column = spec.columns().get(i);
            Object value = values.get(column.name());
            row[i] = value != null ? value : column.nullable() ? null : plain(column);
        }
        rows.get(spec.name()).add(row);
    }

    void target(int position, String id, int group, String vi, String en, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.ofEntries(
                Map.entry("programme_id", PROGRAMME),
                Map.entry("programme_name_vi", "Chương trình công tác năm 2025 của Tỉnh ủy Mẫu"),
                Map.entry("programme_name_en", "Programme of work for 2025 of the Mẫu Provincial Party Committee"),
                Map.entry("target_id", id),
                Map.entry("position", position),
                Map.entry("target_name_vi", vi),
                Map.entry("target_name_en", en),
                Map.entry("lead_unit_vi", "Sở Tài chính"),
                Map.entry("lead_unit_en", "Department of Finance"),
                Map.entry("year", 2025)));
        values.putAll(Map.of("area_code", "VN-MAU", "closed_on", CLOSED_ON));
        if (group > 0) {
            values.put("group_no", group);
            values.putAll(groupName(group));
        }
        more.forEach((name, value) -> {
            if (MartTables.DIM_TARGET.columns().stream().anyMatch(c -> c.name().equals(name))) {
                values.put(name, value);
            }
        });
        add(MartTables.DIM_TARGET, values);
    }

    void attainment(String id, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.ofEntries(
                Map.entry("programme_id", PROGRAMME),
                Map.entry("target_id", id),
                Map.entry("target_version", 0),
                Map.entry("is_headline", true),
                Map.entry("area_code", "VN-MAU"),
                Map.entry("year", 2025),
                Map.entry("activity_code", "_T"),
                Map.entry("comparator_code", "at_least"),
                Map.entry("issuer_vi", "Tỉnh ủy Mẫu"),
                Map.entry("issuer_en", "Sample Party Committee"),
                Map.entry("issued_on", LocalDate.of(2024, 12, 31))));
        values.putAll(Map.of("relation_code", "adopted", "evaluated_on", CLOSED_ON, "closed_on", CLOSED_ON));
        values.putAll(more);
        add(MartTables.TARGET_ATTAINMENT, values);
    }

    /** Adds a projected series whose intervals widen with the share of the year that is not known. */
    void projection(
            String indicator,
            String basis,
            String unit,
            double lastYear,
            double[] values,
            int known,
            double relativeError) {
        double year = 0;
        for (double value : values) {
            year += value;
        }
        add(
                MartTables.PROJECTION,
                Map.ofEntries(
                        Map.entry("area_code", "VN-MAU"),
                        Map.entry("indicator_code", indicator),
                        Map.entry("activity_code", "_T"),
                        Map.entry("price_basis", basis),
                        Map.entry("year", 2025),
                        Map.entry("unit_code", unit),
                        Map.entry("aggregation", "sum"),
                        Map.entry("point", year),
                        Map.entry("previous_year_value", lastYear),
                        Map.entry("method_used", "combination")));
        double cumulated = 0;
        double projected = 0;
        for (int i = 0; i < values.length; i++) {
            boolean isKnown = i < known;
            cumulated += values[i];
            projected += isKnown ? 0 : values[i];
            Map<String, Object> row = new HashMap<>(Map.ofEntries(
                    Map.entry("area_code", "VN-MAU"),
                    Map.entry("indicator_code", indicator),
                    Map.entry("activity_code", "_T"),
                    Map.entry("price_basis", basis),
                    Map.entry("year", 2025),
                    Map.entry(
                            "period", values.length == 4 ? "2025-Q" + (i + 1) : "2025-" + (i < 9 ? "0" : "") + (i + 1)),
                    Map.entry("unit_code", unit),
                    Map.entry("is_known", isKnown),
                    Map.entry("value", values[i]),
                    Map.entry("cumulated", cumulated)));
            row.put("last_year_value", values[i] * lastYear / year);
            if (!isKnown) {
                double error = relativeError * (projected + cumulated / 4);
                row.put("cumulated_p2_5", cumulated - 1.96 * error);
                row.put("cumulated_p10", cumulated - 1.28 * error);
                row.put("cumulated_p90", cumulated + 1.28 * error);
                row.put("cumulated_p97_5", cumulated + 1.96 * error);
            }
            add(MartTables.PROJECTION_PATH, row);
        }
    }

    void indicator(String code, String kind, String vi, String en) {
        add(
                MartTables.DIM_INDICATOR,
                Map.of(
                        "indicator_code", code,
                        "indicator_name_vi", vi,
                        "indicator_name_en", en,
                        "kind_code", kind));
    }

    /** Adds a figure of the year up to the end of a period, published on its last day, that of July a month later. */
    void observation(String indicator, String period, String unit, double value, String sourceUrl) {
        add(
                MartTables.OBSERVATION,
                Map.of(
                        "area_code", "VN-MAU",
                        "indicator_code", indicator,
                        "activity_code", "_T",
                        "period", period,
                        "accumulation", "C",
                        "unit_code", unit,
                        "obs_value", value,
                        "source_url", sourceUrl,
                        "published_date",
                                ReportingPeriod.parse(period).end().plusDays(period.endsWith("07") ? 30 : 0)));
    }

    /** Adds a delivery that is overdue since a day of June 2025. */
    void expected(String name, String period, int day) {
        add(
                MartTables.EXPECTED_DELIVERY,
                Map.of(
                        "delivery_name",
                        name,
                        "period",
                        period,
                        "due_date",
                        LocalDate.of(2025, 6, day),
                        "expected_status_code",
                        "missing"));
    }

    void unit(String code, String vi, String en, String dimension, double factor) {
        add(
                MartTables.DIM_UNIT,
                Map.of(
                        "unit_code", code,
                        "unit_name_vi", vi,
                        "unit_name_en", en,
                        "dimension", dimension,
                        "factor_to_base", factor));
    }

    private void activity(String code, String vi, String en) {
        add(MartTables.DIM_ACTIVITY, Map.of("activity_code", code, "activity_name_vi", vi, "activity_name_en", en));
    }

    private static Map<String, String> groupName(int group) {
        String[][] names = {
            {"Tăng trưởng kinh tế", "Economic growth"},
            {"Thu ngân sách và ngoại thương", "Revenue and foreign trade"},
            {"Giảm nghèo", "Poverty reduction"},
            {"Y tế và việc làm", "Health and jobs"},
            {"Biên chế", "Payroll"},
            {"Quốc phòng", "Defence"}
        };
        return Map.of("group_name_vi", names[group - 1][0], "group_name_en", names[group - 1][1]);
    }

    private static Object plain(Column column) {
        return switch (column.type()) {
            case TEXT -> "";
            case DATE -> AS_OF;
            case INTEGER -> 0;
            case BIGINT -> 0L;
            case DECIMAL -> BigDecimal.ZERO;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
        };
    }
}
