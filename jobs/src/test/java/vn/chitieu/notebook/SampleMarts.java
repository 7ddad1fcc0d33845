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

/** Published tables made by hand: an invented province "Mẫu" whose programme closed on 30 June 2025. */
@NullUnmarked // fields are filled by JUnit; javac 17 loses @Nullable inside generics of class files
public final class SampleMarts {

    public static final String PROGRAMME = "mau-2025";
    public static final LocalDate CLOSED_ON = LocalDate.of(2025, 6, 30);
    public static final LocalDate AS_OF = LocalDate.of(2025, 7, 15);

    /** Revenue of six known months and six projected; the year ends at 8,120. */
    private static final double[] MONTHS = {810, 640, 700, 690, 720, 793, 610, 640, 650, 640, 600, 627};

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
                        "area_code",
                        "VN-MAU",
                        "area_name_vi",
                        "Tỉnh Mẫu",
                        "area_name_en",
                        "Mẫu province",
                        "area_level",
                        "province"));
        add(
                MartTables.DIM_INDICATOR,
                Map.of(
                        "indicator_code",
                        "budget_revenue_domestic",
                        "indicator_name_vi",
                        "Thu nội địa",
                        "indicator_name_en",
                        "Domestic revenue"));
    }

    /** Returns a programme with every kind of target. */
    public static MartReader provincial() {
        SampleMarts marts = new SampleMarts();
        marts.growth();
        marts.revenue();
        marts.target(2, "2b", 2, "Kim ngạch nhập khẩu", "Imports", Map.of());
        marts.attainment(
                "2b",
                Map.ofEntries(
                        Map.entry("indicator_code", "imports"),
                        Map.entry("measure_code", "flow_year"),
                        Map.entry("unit_code", "million_usd"),
                        Map.entry("comparator_code", "point"),
                        Map.entry("target_value", 390.0),
                        Map.entry("tolerance", 39.0),
                        Map.entry("previous_year_value", 402.5),
                        Map.entry("actual_to_date", 188.25),
                        Map.entry("actual_period", "2025-06"),
                        Map.entry("to_date_attainment_pct", 48.27),
                        Map.entry("to_date_change_pct", -1.2),
                        Map.entry("point", 401.5),
                        Map.entry("p2_5", 341.0),
                        Map.entry("p10", 361.2),
                        Map.entry("p50", 400.0),
                        Map.entry("p90", 441.9),
                        Map.entry("p97_5", 466.3),
                        Map.entry("projected_attainment_pct", 102.95),
                        Map.entry("p_attain", 0.785),
                        Map.entry("verdict_code", "uncertain"),
                        Map.entry("method_code", "growth_to_date"),
                        Map.entry("method_used", "growth_to_date"),
                        Map.entry("method_vi", "suy tăng trưởng phần còn lại của năm"),
                        Map.entry("method_en", "growth of the rest of the year"),
                        Map.entry("fallback_reason", "one_complete_year"),
                        Map.entry("fallback_reason_vi", "chỉ có một năm trước đầy đủ số liệu"),
                        Map.entry("fallback_reason_en", "only one complete earlier year")));
        marts.poverty();
        marts.settled();
        marts.accounts();
        return marts.reader();
    }

    /** Returns a programme of three targets: one projected, one reached, one that nobody can judge. */
    public static MartReader small() {
        SampleMarts marts = new SampleMarts();
        marts.revenue();
        marts.target(7, "4", 4, "Số bác sĩ trên 10.000 dân", "Doctors per 10 000 inhabitants", Map.of());
        marts.attainment(
                "4",
                Map.of(
                        "unit_code",
                        "per_10k",
                        "target_value",
                        10.0,
                        "actual_to_date",
                        10.4,
                        "actual_period",
                        "2025-06",
                        "verdict_code",
                        "achieved",
                        "measure_code",
                        "stock_year_end"));
        marts.target(8, "5", 5, "Tinh giản biên chế theo đúng lộ trình", "Payroll reduction on schedule", Map.of());
        marts.attainment("5", qualitative());
        return marts.reader();
    }

    /**
     * Returns the small programme, its dissolved province carried on by its last share of the area it became part of.
     */
    public static MartReader carriedOn() {
        SampleMarts marts = new SampleMarts();
        marts.revenue();
        marts.add(
                MartTables.AREA_HISTORY,
                Map.of(
                        "area_code",
                        "VN-MAU",
                        "indicator_code",
                        "revenue",
                        "activity_code",
                        "_T",
                        "period",
                        "2025",
                        "unit_code",
                        "billion_vnd",
                        "obs_value",
                        8100.0,
                        "standard_error",
                        100.0,
                        "method_code",
                        "last_known_share"));
        return marts.reader();
    }

    /** Returns the small programme with a text in every place that takes one. */
    public static MartReader labelled(String label) {
        SampleMarts marts = new SampleMarts();
        marts.target(
                1,
                "1",
                1,
                label,
                label,
                Map.of(
                        "lead_unit_vi",
                        label,
                        "lead_unit_en",
                        label,
                        "group_name_vi",
                        label,
                        "group_name_en",
                        label,
                        "programme_name_vi",
                        label,
                        "programme_name_en",
                        label));
        marts.attainment("1", withText(revenueRow(), label));
        marts.attainment(
                "1",
                Map.of(
                        "target_version",
                        1,
                        "is_headline",
                        false,
                        "issuer",
                        label,
                        "relation_code",
                        label,
                        "unit_code",
                        label,
                        "measure_code",
                        "flow_year",
                        "target_value",
                        9000.0,
                        "verdict_code",
                        "unlikely"));
        marts.target(2, label, 1, label, label, Map.of());
        marts.attainment(label, withText(qualitative(), label));
        marts.projection("revenue", "current", "billion_vnd", 7650, MONTHS, 6, 0.3);
        marts.unit(label, label, label, label, 1);
        marts.add(
                MartTables.FINDING,
                Map.of(
                        "finding_id",
                        label,
                        "severity_code",
                        label,
                        "kind_code",
                        label,
                        "message_vi",
                        label,
                        "message_en",
                        label));
        marts.add(
                MartTables.ESTIMATE_REVIEW,
                Map.of(
                        "programme_id",
                        PROGRAMME,
                        "target_id",
                        "1",
                        "estimate_code",
                        "unit",
                        "unit_code",
                        label,
                        "sender",
                        label,
                        "causes",
                        label,
                        "solutions",
                        label));
        marts.add(
                MartTables.CHANGE_EXPLANATION,
                Map.of(
                        "subject_id",
                        label,
                        "quantity_code",
                        "p_attain",
                        "cause_code",
                        "new_data",
                        "programme_id",
                        PROGRAMME,
                        "target_id",
                        "1",
                        "area_code",
                        "VN-MAU"));
        marts.add(MartTables.GRDP_BY_SECTOR, accountRow("S1", "2024", "constant_2010", "growth_pct", 3.0));
        marts.add(
                MartTables.BUDGET_REVENUE,
                Map.of("area_code", "VN-MAU", "revenue_code", label, "period", "2025-06", "accumulation", "C"));
        marts.add(
                MartTables.TRADE_BALANCE,
                Map.of("area_code", "VN-MAU", "coverage", label, "period", "2025-06", "accumulation", "C"));
        return marts.reader();
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
        Map<String, Object> values = new HashMap<>(Map.of(
                "programme_id",
                PROGRAMME,
                "programme_name_vi",
                "Chương trình công tác năm 2025 của Tỉnh ủy Mẫu",
                "programme_name_en",
                "Programme of work for 2025 of the Mẫu Provincial Party Committee",
                "target_id",
                id,
                "position",
                position,
                "target_name_vi",
                vi,
                "target_name_en",
                en,
                "lead_unit_vi",
                "Sở Tài chính",
                "lead_unit_en",
                "Department of Finance",
                "year",
                2025));
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
        Map<String, Object> values = new HashMap<>(Map.of(
                "programme_id",
                PROGRAMME,
                "target_id",
                id,
                "target_version",
                0,
                "is_headline",
                true,
                "area_code",
                "VN-MAU",
                "year",
                2025,
                "activity_code",
                "_T",
                "comparator_code",
                "at_least",
                "issuer",
                "Tỉnh ủy Mẫu",
                "issued_on",
                LocalDate.of(2024, 12, 31)));
        values.putAll(Map.of("relation_code", "adopted", "evaluated_on", CLOSED_ON, "closed_on", CLOSED_ON));
        values.putAll(more);
        add(MartTables.TARGET_ATTAINMENT, values);
    }

    private void growth() {
        target(1, "1", 1, "Tốc độ tăng trưởng GRDP", "GRDP growth", Map.of("lead_unit_vi", "Chi cục Thống kê"));
        attainment("1", growthRow(0, true, "Tỉnh ủy Mẫu", "adopted", 8.8, 0.83, "likely"));
        attainment("1", growthRow(1, false, "Tỉnh Mẫu", "working_target", 10.14, 0.004, "unlikely"));
        double[] quarters = {8423, 9911, 10702, 12400};
        projection("grdp", "constant_2010", "billion_vnd", 37950, quarters, 2, 0.008);
    }

    private static Map<String, Object> growthRow(
            int version,
            boolean isHeadline,
            String issuer,
            String relation,
            double goal,
            double probability,
            String verdict) {
        return Map.ofEntries(
                Map.entry("target_version", version),
                Map.entry("is_headline", isHeadline),
                Map.entry("issuer", issuer),
                Map.entry("relation_code", relation),
                Map.entry("indicator_code", "grdp"),
                Map.entry("measure_code", "growth_volume"),
                Map.entry("unit_code", "pct"),
                Map.entry("target_value", goal),
                Map.entry("previous_year_value", 8.76),
                Map.entry("actual_to_date", 9.63),
                Map.entry("actual_period", "2025-Q2"),
                Map.entry("point", 9.2),
                Map.entry("p2_5", 8.2),
                Map.entry("p10", 8.61),
                Map.entry("p50", 9.2),
                Map.entry("p90", 9.8),
                Map.entry("p97_5", 10.2),
                Map.entry("p_attain", probability),
                Map.entry("verdict_code", verdict),
                Map.entry("required_growth_pct", 8.1),
                Map.entry("required_growth_percentile", 40.0),
                Map.entry("method_code", "combination"),
                Map.entry("history_years", 12));
    }

    private void revenue() {
        target(2, "2a", 2, "Thu nội địa", "Domestic revenue", Map.of());
        attainment("2a", revenueRow());
        projection("revenue", "current", "billion_vnd", 7650, MONTHS, 6, 0.05);
        add(
                MartTables.ESTIMATE_REVIEW,
                Map.ofEntries(
                        Map.entry("programme_id", PROGRAMME),
                        Map.entry("target_id", "2a"),
                        Map.entry("estimate_code", "unit"),
                        Map.entry("unit_code", "billion_vnd"),
                        Map.entry("estimate", 8400.0),
                        Map.entry("sender", "Sở Tài chính"),
                        Map.entry("point", 8120.0),
                        Map.entry("p_at_least", 0.12),
                        Map.entry("implied_growth_pct", 15.2),
                        Map.entry("implied_growth_percentile", 88.0),
                        Map.entry("past_bias", -2.5),
                        Map.entry("past_bias_years", 4),
                        Map.entry("causes", "Thu tiền sử dụng đất chậm"),
                        Map.entry("solutions", "Đấu giá trong quý IV")));
        for (int month = 7; month <= 12; month++) {
            add(
                    MartTables.REQUIRED_PACE,
                    Map.of(
                            "programme_id",
                            PROGRAMME,
                            "target_id",
                            "2a",
                            "target_version",
                            0,
                            "period",
                            "2025-" + (month < 10 ? "0" : "") + month,
                            "unit_code",
                            "billion_vnd",
                            "required_value",
                            660.0 + month,
                            "required_cumulated",
                            4353.0 + (month - 6) * 657.8,
                            "projected_value",
                            MONTHS[month - 1],
                            "last_year_value",
                            MONTHS[month - 1] * 0.95));
        }
    }

    private static Map<String, Object> revenueRow() {
        return Map.ofEntries(
                Map.entry("indicator_code", "revenue"),
                Map.entry("measure_code", "flow_year"),
                Map.entry("unit_code", "billion_vnd"),
                Map.entry("target_value", 8300.0),
                Map.entry("previous_year_value", 7650.0),
                Map.entry("actual_to_date", 4353.0),
                Map.entry("actual_period", "2025-06"),
                Map.entry("to_date_change_pct", 12.34),
                Map.entry("to_date_attainment_pct", 52.45),
                Map.entry("point", 8120.0),
                Map.entry("p2_5", 7700.0),
                Map.entry("p10", 7840.0),
                Map.entry("p50", 8118.0),
                Map.entry("p90", 8410.0),
                Map.entry("p97_5", 8560.0),
                Map.entry("projected_attainment_pct", 97.83),
                Map.entry("p_attain", 0.312),
                Map.entry("verdict_code", "uncertain"),
                Map.entry("required_rest", 3947.0),
                Map.entry("required_growth_pct", 12.3),
                Map.entry("required_growth_percentile", 75.0),
                Map.entry("method_code", "combination"),
                Map.entry("history_years", 9));
    }

    private void poverty() {
        target(4, "3", 3, "Giảm tỷ lệ hộ nghèo", "Reduction of the poverty rate", Map.of());
        attainment(
                "3",
                Map.ofEntries(
                        Map.entry("indicator_code", "poverty_rate"),
                        Map.entry("measure_code", "change_from_last_year"),
                        Map.entry("unit_code", "pct_points"),
                        Map.entry("comparator_code", "at_most"),
                        Map.entry("target_value", -0.74),
                        Map.entry("previous_year_value", -0.9),
                        Map.entry("point", -0.41),
                        Map.entry("p2_5", -1.02),
                        Map.entry("p10", -0.71),
                        Map.entry("p50", -0.4),
                        Map.entry("p90", -0.12),
                        Map.entry("p97_5", 0.001),
                        Map.entry("p_attain", 0.093),
                        Map.entry("verdict_code", "unlikely"),
                        Map.entry("method_code", "annual_drift"),
                        Map.entry("method_used", "annual_drift"),
                        Map.entry("method_vi", "xu hướng của các năm trước"),
                        Map.entry("method_en", "drift of the years before"),
                        Map.entry("flag", "no_data_this_year")));
    }

    private void settled() {
        target(5, "4a", 4, "Số bác sĩ trên 10.000 dân", "Doctors per 10 000 inhabitants", Map.of());
        attainment(
                "4a",
                Map.of(
                        "measure_code",
                        "stock_year_end",
                        "unit_code",
                        "per_10k",
                        "target_value",
                        10.0,
                        "previous_year_value",
                        9.8,
                        "actual_to_date",
                        10.4,
                        "actual_period",
                        "2025-06",
                        "to_date_attainment_pct",
                        104.0,
                        "verdict_code",
                        "achieved"));
        target(6, "4b", 4, "Lao động được tạo việc làm mới", "Workers given new jobs", Map.of());
        attainment(
                "4b",
                Map.of(
                        "measure_code",
                        "flow_year",
                        "unit_code",
                        "persons",
                        "target_value",
                        15000.0,
                        "verdict_code",
                        "not_evaluable",
                        "reason_code",
                        "no_data_this_year",
                        "reason_vi",
                        "chưa có số liệu năm 2025",
                        "reason_en",
                        "no figure of 2025 yet"));
        target(7, "5", 5, "Tinh giản biên chế theo đúng lộ trình", "Payroll reduction on schedule", Map.of());
        attainment("5", qualitative());
        target(8, "6", 6, "Tuyển chọn và gọi công dân nhập ngũ", "Military call-up against the quota", Map.of());
        attainment(
                "6",
                Map.of(
                        "measure_code",
                        "ratio_year",
                        "unit_code",
                        "pct",
                        "target_value",
                        100.0,
                        "actual_to_date",
                        100.0,
                        "actual_period",
                        "2025-03",
                        "to_date_attainment_pct",
                        100.0,
                        "verdict_code",
                        "achieved"));
        target(
                9,
                "19",
                0,
                "Chi ngân sách cho giáo dục và đào tạo",
                "Education and training in budget expenditure",
                Map.of());
        attainment(
                "19",
                Map.of(
                        "measure_code",
                        "ratio_year",
                        "unit_code",
                        "pct",
                        "target_value",
                        20.0,
                        "verdict_code",
                        "not_evaluable",
                        "reason_vi",
                        "không có chuỗi số liệu nào được công bố",
                        "reason_en",
                        "no series is published"));
    }

    private void accounts() {
        String[] activities = {"S1", "S2", "S3", "D21X31", "_T"};
        double[][] figures = {
            {3.38, 0.74, 21.2, 3.02, 0.66},
            {12.9, 4.59, 38.9, 14.1, 5.11},
            {7.2, 2.5, 33.1, 8.01, 2.77},
            {1.0, 0.08, 6.8, 1.2, 0.09},
            {7.91, 7.91, 100, 8.63, 8.63}
        };
        for (int i = 0; i < activities.length; i++) {
            add(
                    MartTables.GRDP_BY_SECTOR,
                    accountRow(activities[i], "2024", "constant_2010", "growth_pct", figures[i][0], figures[i][1]));
            add(MartTables.GRDP_BY_SECTOR, accountRow(activities[i], "2024", "current", "share_pct", figures[i][2]));
            add(
                    MartTables.GRDP_BY_SECTOR,
                    accountRow(activities[i], "2025-S1", "constant_2010", "growth_pct", figures[i][3], figures[i][4]));
        }
        add(
                MartTables.BUDGET_REVENUE,
                Map.of(
                        "area_code", "VN-MAU",
                        "revenue_code", "domestic",
                        "period", "2025-06",
                        "accumulation", "C",
                        "value_billion_vnd", new BigDecimal("4353.0000"),
                        "value_origin", "published",
                        "growth_pct", 12.34,
                        "growth_origin", "derived"));
        add(
                MartTables.TRADE_BALANCE,
                Map.of(
                        "area_code", "VN-MAU",
                        "coverage", "goods",
                        "period", "2025-06",
                        "accumulation", "C",
                        "exports_million_usd", new BigDecimal("502.5"),
                        "imports_million_usd", new BigDecimal("188.25"),
                        "balance_million_usd", new BigDecimal("314.25"),
                        "balance_origin", "derived"));
        add(
                MartTables.FINDING,
                Map.of(
                        "finding_id", "f1",
                        "kind_code", "contradiction",
                        "severity_code", "warning",
                        "area_code", "VN-MAU",
                        "indicator_code", "budget_revenue_domestic",
                        "period", "2025-06",
                        "message_vi", "2.755 + 290 = 3.045, công bố 3.054",
                        "message_en", "2,755 + 290 = 3,045, published 3,054"));
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
                Map.of(
                        "area_code",
                        "VN-MAU",
                        "indicator_code",
                        indicator,
                        "activity_code",
                        "_T",
                        "price_basis",
                        basis,
                        "year",
                        2025,
                        "unit_code",
                        unit,
                        "aggregation",
                        "sum",
                        "point",
                        year,
                        "previous_year_value",
                        lastYear,
                        "method_used",
                        "combination"));
        double cumulated = 0;
        double projected = 0;
        for (int i = 0; i < values.length; i++) {
            boolean isKnown = i < known;
            cumulated += values[i];
            projected += isKnown ? 0 : values[i];
            Map<String, Object> row = new HashMap<>(Map.of(
                    "area_code",
                    "VN-MAU",
                    "indicator_code",
                    indicator,
                    "activity_code",
                    "_T",
                    "price_basis",
                    basis,
                    "year",
                    2025,
                    "period",
                    values.length == 4 ? "2025-Q" + (i + 1) : "2025-" + (i < 9 ? "0" : "") + (i + 1),
                    "unit_code",
                    unit,
                    "is_known",
                    isKnown,
                    "value",
                    values[i],
                    "cumulated",
                    cumulated));
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

    private void unit(String code, String vi, String en, String dimension, double factor) {
        add(
                MartTables.DIM_UNIT,
                Map.of(
                        "unit_code",
                        code,
                        "unit_name_vi",
                        vi,
                        "unit_name_en",
                        en,
                        "dimension",
                        dimension,
                        "factor_to_base",
                        factor));
    }

    private void activity(String code, String vi, String en) {
        add(MartTables.DIM_ACTIVITY, Map.of("activity_code", code, "activity_name_vi", vi, "activity_name_en", en));
    }

    private static Map<String, Object> accountRow(
            String activity, String period, String basis, String column, double... figures) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "area_code",
                "VN-MAU",
                "activity_code",
                activity,
                "period",
                period,
                "accumulation",
                "C",
                "price_basis",
                basis,
                column,
                figures[0]));
        row.put(column.replace("_pct", "_origin"), activity.equals("D21X31") ? "derived" : "published");
        if (figures.length > 1) {
            row.put("contribution_points", figures[1]);
            row.put("contribution_origin", "derived");
        }
        return row;
    }

    private static Map<String, Object> qualitative() {
        return Map.of(
                "measure_code",
                "qualitative",
                "unit_code",
                "none",
                "comparator_code",
                "assessed",
                "verdict_code",
                "not_evaluable",
                "reason_code",
                "not_assessed",
                "reason_vi",
                "đơn vị chủ trì chưa gửi đánh giá",
                "reason_en",
                "the lead unit has not sent its assessment");
    }

    private static Map<String, Object> withText(Map<String, Object> row, String label) {
        Map<String, Object> changed = new HashMap<>(row);
        for (String column : List.of(
                "issuer",
                "reason_vi",
                "reason_en",
                "method_vi",
                "method_en",
                "method_code",
                "fallback_reason_vi",
                "fallback_reason_en")) {
            changed.put(column, label);
        }
        return changed;
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
