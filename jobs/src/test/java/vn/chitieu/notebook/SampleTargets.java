package vn.chitieu.notebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.text.LocalizedText;

/** The targets of the sample programme, each with what is known and projected of it. */
public final class SampleTargets {

    /** Revenue of six known months and six projected; the year ends at 8,120. */
    static final double[] MONTHS = {810, 640, 700, 690, 720, 793, 610, 640, 650, 640, 600, 627};

    private SampleTargets() {}

    static void growth(SampleMarts marts) {
        marts.target(1, "1", 1, "Tốc độ tăng trưởng GRDP", "GRDP growth", Map.of("lead_unit_vi", "Chi cục Thống kê"));
        marts.attainment(
                "1",
                growthRow(
                        0,
                        true,
                        new LocalizedText("Tỉnh ủy Mẫu", "Sample Party Committee"),
                        "adopted",
                        8.8,
                        0.83,
                        "likely"));
        marts.attainment(
                "1",
                growthRow(
                        1,
                        false,
                        new LocalizedText("Tỉnh Mẫu", "Sample Province"),
                        "working_target",
                        10.14,
                        0.004,
                        "unlikely"));
        double[] quarters = {8423, 9911, 10702, 12400};
        marts.projection("grdp", "constant_2010", "billion_vnd", 37950, quarters, 2, 0.008);
    }

    private static Map<String, Object> growthRow(
            int version,
            boolean isHeadline,
            LocalizedText issuer,
            String relation,
            double goal,
            double probability,
            String verdict) {
        return Map.ofEntries(
                Map.entry("target_version", version),
                Map.entry("is_headline", isHeadline),
                Map.entry("issuer_vi", issuer.vi()),
                Map.entry("issuer_en", issuer.en()),
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

    public static void revenue(SampleMarts marts) {
        marts.target(2, "2a", 2, "Thu nội địa", "Domestic revenue", Map.of());
        marts.attainment("2a", revenueRow());
        marts.projection("revenue", "current", "billion_vnd", 7650, MONTHS, 6, 0.05);
        marts.add(
                MartTables.ESTIMATE_REVIEW,
                Map.ofEntries(
                        Map.entry("programme_id", SampleMarts.PROGRAMME),
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
            marts.add(
                    MartTables.REQUIRED_PACE,
                    Map.ofEntries(
                            Map.entry("programme_id", SampleMarts.PROGRAMME),
                            Map.entry("target_id", "2a"),
                            Map.entry("target_version", 0),
                            Map.entry("period", "2025-" + (month < 10 ? "0" : "") + month),
                            Map.entry("unit_code", "billion_vnd"),
                            Map.entry("required_value", 660.0 + month),
                            Map.entry("required_cumulated", 4353.0 + (month - 6) * 657.8),
                            Map.entry("projected_value", MONTHS[month - 1]),
                            Map.entry("last_year_value", MONTHS[month - 1] * 0.95)));
        }
    }

    static Map<String, Object> revenueRow() {
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

    static void imports(SampleMarts marts) {
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
    }

    static void poverty(SampleMarts marts) {
        marts.target(4, "3", 3, "Giảm tỷ lệ hộ nghèo", "Reduction of the poverty rate", Map.of());
        marts.attainment(
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

    /** A target of a printed range whose lower end is to be reached. */
    public static void floor(SampleMarts marts, double from, double to) {
        marts.target(1, "1", 1, "Tốc độ tăng trưởng GRDP", "GRDP growth", Map.of());
        marts.attainment(
                "1",
                Map.of(
                        "measure_code", "growth_volume",
                        "unit_code", "pct",
                        "target_value", from,
                        "target_value_to", to,
                        "verdict_code", "not_evaluable"));
    }

    static void settled(SampleMarts marts) {
        marts.target(5, "4a", 4, "Số bác sĩ trên 10.000 dân", "Doctors per 10 000 inhabitants", Map.of());
        marts.attainment(
                "4a",
                Map.ofEntries(
                        Map.entry("measure_code", "stock_year_end"),
                        Map.entry("unit_code", "per_10k"),
                        Map.entry("target_value", 10.0),
                        Map.entry("previous_year_value", 9.8),
                        Map.entry("actual_to_date", 10.4),
                        Map.entry("actual_period", "2025-06"),
                        Map.entry("to_date_attainment_pct", 104.0),
                        Map.entry("verdict_code", "exceeded")));
        marts.target(6, "4b", 4, "Lao động được tạo việc làm mới", "Workers given new jobs", Map.of());
        marts.attainment(
                "4b",
                Map.of(
                        "measure_code", "flow_year",
                        "unit_code", "persons",
                        "target_value", 15000.0,
                        "verdict_code", "not_evaluable",
                        "reason_code", "no_data_this_year",
                        "reason_vi", "chưa có số liệu năm 2025",
                        "reason_en", "no figure of 2025 yet"));
        marts.target(7, "5", 5, "Tinh giản biên chế theo đúng lộ trình", "Payroll reduction on schedule", Map.of());
        marts.attainment("5", qualitative());
        marts.target(8, "6", 6, "Tuyển chọn và gọi công dân nhập ngũ", "Military call-up against the quota", Map.of());
        marts.attainment(
                "6",
                Map.of(
                        "measure_code", "ratio_year",
                        "unit_code", "pct",
                        "target_value", 100.0,
                        "actual_to_date", 100.0,
                        "actual_period", "2025-03",
                        "to_date_attainment_pct", 100.0,
                        "verdict_code", "achieved"));
        marts.target(
                9,
                "19",
                0,
                "Chi ngân sách cho giáo dục và đào tạo",
                "Education and training in budget expenditure",
                Map.of());
        marts.attainment(
                "19",
                Map.of(
                        "measure_code", "ratio_year",
                        "unit_code", "pct",
                        "target_value", 20.0,
                        "verdict_code", "not_evaluable",
                        "reason_vi", "không có chuỗi số liệu nào được công bố",
                        "reason_en", "no series is published"));
    }

    static Map<String, Object> qualitative() {
        return Map.of(
                "measure_code", "qualitative",
                "unit_code", "none",
                "comparator_code", "assessed",
                "verdict_code", "not_evaluable",
                "reason_code", "not_assessed",
                "reason_vi", "đơn vị chủ trì chưa gửi đánh giá",
                "reason_en", "the lead unit has not sent its assessment");
    }

    /** What an earlier run said of the first target of the sample programme. */
    static void night(SampleMarts marts, String day, int runNo, double probability, String evaluatedOn, String unit) {
        Map<String, Object> row = new HashMap<>();
        row.put("programme_id", SampleMarts.PROGRAMME);
        row.put(
                "target_id",
                ProgrammeAttainment.of(marts.reader(), SampleMarts.PROGRAMME)
                        .targets()
                        .get(0)
                        .id());
        row.put("as_of_date", LocalDate.parse(day));
        row.put("evaluated_on", LocalDate.parse(evaluatedOn));
        row.put("run_no", runNo);
        row.put("unit_code", unit);
        row.put("target_value", 8300.0);
        row.put("actual_to_date", 3200.0);
        row.put("actual_period", "2025-05");
        row.put("point", 8100.0);
        row.put("p10", 7900.0);
        row.put("p90", 8300.0);
        row.put("p_attain", probability);
        row.put("verdict_code", "uncertain");
        marts.add(MartTables.TARGET_HISTORY, row);
    }
}
