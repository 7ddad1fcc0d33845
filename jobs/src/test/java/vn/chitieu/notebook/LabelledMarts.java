package vn.chitieu.notebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;

/** The sample programme with one text wherever a table holds text. */
public final class LabelledMarts {

    private LabelledMarts() {}

    /** Returns the small programme with a text in every place that takes one. */
    public static MartReader of(String label) {
        SampleMarts marts = new SampleMarts();
        marts.target(
                1,
                "1",
                1,
                label,
                label,
                Map.of(
                        "lead_unit_vi", label,
                        "lead_unit_en", label,
                        "group_name_vi", label,
                        "group_name_en", label,
                        "programme_name_vi", label,
                        "programme_name_en", label));
        marts.attainment("1", withText(SampleTargets.revenueRow(), label));
        marts.attainment(
                "1",
                Map.ofEntries(
                        Map.entry("target_version", 1),
                        Map.entry("is_headline", false),
                        Map.entry("issuer_vi", label),
                        Map.entry("issuer_en", label),
                        Map.entry("relation_code", label),
                        Map.entry("unit_code", label),
                        Map.entry("measure_code", "flow_year"),
                        Map.entry("target_value", 9000.0),
                        Map.entry("verdict_code", "unlikely")));
        marts.target(2, label, 1, label, label, Map.of());
        marts.attainment(label, withText(SampleTargets.qualitative(), label));
        marts.projection("revenue", "current", "billion_vnd", 7650, SampleTargets.MONTHS, 6, 0.3);
        marts.unit(label, label, label, label, 1);
        marts.add(
                MartTables.FINDING,
                Map.of(
                        "finding_id", label,
                        "severity_code", label,
                        "kind_code", label,
                        "message_vi", label,
                        "message_en", label));
        marts.add(
                MartTables.ESTIMATE_REVIEW,
                Map.of(
                        "programme_id", SampleMarts.PROGRAMME,
                        "target_id", "1",
                        "estimate_code", "unit",
                        "unit_code", label,
                        "sender", label,
                        "causes", label,
                        "solutions", label));
        marts.add(
                MartTables.CHANGE_EXPLANATION,
                Map.of(
                        "subject_id", label,
                        "quantity_code", "p_attain",
                        "cause_code", "new_data",
                        "programme_id", SampleMarts.PROGRAMME,
                        "target_id", "1",
                        "area_code", "VN-MAU"));
        marts.add(MartTables.GRDP_BY_SECTOR, SampleAccounts.row("S1", "2024", "constant_2010", "growth_pct", 3.0));
        marts.add(
                MartTables.BUDGET_REVENUE,
                Map.of("area_code", "VN-MAU", "revenue_code", label, "period", "2025-06", "accumulation", "C"));
        marts.add(
                MartTables.TRADE_BALANCE,
                Map.of("area_code", "VN-MAU", "coverage", label, "period", "2025-06", "accumulation", "C"));
        marts.indicator("iip_growth", label, label, label);
        marts.observation("iip_growth", "2025-06", label, 9.2, "form:" + label);
        marts.expected(label, "2025-06", 12);
        for (int run = 1; run <= 2; run++) {
            history(marts, label, run);
        }
        return marts.reader();
    }

    /** What the runs of the last days of April and May said, in the words of another version. */
    private static void history(SampleMarts marts, String label, int run) {
        LocalDate day = LocalDate.of(2025, 4 + run, 1).minusDays(1);
        for (String target : List.of("1", label)) {
            marts.add(
                    MartTables.TARGET_HISTORY,
                    Map.ofEntries(
                            Map.entry("programme_id", SampleMarts.PROGRAMME),
                            Map.entry("target_id", target),
                            Map.entry("as_of_date", day),
                            Map.entry("evaluated_on", day),
                            Map.entry("run_no", run),
                            Map.entry("run_id", label),
                            Map.entry("is_last_of_day", true),
                            Map.entry("product_version", label),
                            Map.entry("unit_code", label),
                            Map.entry("target_value", 8300.0),
                            Map.entry("actual_period", label),
                            Map.entry("actual_to_date", 3200.0),
                            Map.entry("point", 8100.0),
                            Map.entry("p10", 7900.0),
                            Map.entry("p90", 8300.0),
                            Map.entry("p_attain", 0.2 * run),
                            Map.entry("verdict_code", "uncertain"),
                            Map.entry("reason_code", label),
                            Map.entry("method_code", label)));
        }
    }

    private static Map<String, Object> withText(Map<String, Object> row, String label) {
        Map<String, Object> changed = new HashMap<>(row);
        for (String column : List.of(
                "issuer_vi",
                "issuer_en",
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
}
