package vn.chitieu.notebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;

/** The programme of the invented province, whole and in parts. */
public final class SampleProgramme {

    private SampleProgramme() {}

    /** Returns a programme with every kind of target. */
    public static MartReader provincial() {
        SampleMarts marts = new SampleMarts();
        SampleTargets.growth(marts);
        SampleTargets.revenue(marts);
        SampleTargets.imports(marts);
        SampleTargets.poverty(marts);
        SampleTargets.settled(marts);
        SampleAccounts.addTo(marts);
        return marts.reader();
    }

    /** Returns a programme of three targets: one projected, one reached, one that nobody can judge. */
    public static MartReader small() {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        marts.target(7, "4", 4, "Số bác sĩ trên 10.000 dân", "Doctors per 10 000 inhabitants", Map.of());
        marts.attainment(
                "4",
                Map.of(
                        "unit_code", "per_10k",
                        "target_value", 10.0,
                        "actual_to_date", 10.4,
                        "actual_period", "2025-06",
                        "verdict_code", "exceeded",
                        "measure_code", "stock_year_end"));
        marts.target(8, "5", 5, "Tinh giản biên chế theo đúng lộ trình", "Payroll reduction on schedule", Map.of());
        marts.attainment("5", SampleTargets.qualitative());
        return marts.reader();
    }

    /**
     * Returns the small programme, its dissolved province carried on by its last share of the area it became part of.
     */
    public static MartReader carriedOn() {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        marts.add(
                MartTables.AREA_HISTORY,
                Map.of(
                        "area_code", "VN-MAU",
                        "indicator_code", "revenue",
                        "activity_code", "_T",
                        "period", "2025",
                        "unit_code", "billion_vnd",
                        "obs_value", 8100.0,
                        "standard_error", 100.0,
                        "method_code", "last_known_share"));
        return marts.reader();
    }

    /**
     * Returns a programme whose revenue fell from 42 to 31 % since March while imports stayed, with one form that is
     * missing and one figure that contradicts another.
     */
    public static MartReader watched() {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        SampleTargets.imports(marts);
        moved(marts, "2a", 0.42, 0.31);
        moved(marts, "2b", 0.79, 0.791);
        marts.expected("HG-STC", "2025-05", 12);
        marts.add(MartTables.FINDING, Map.of("finding_id", "f1", "severity_code", "error"));
        marts.add(MartTables.FINDING, Map.of("finding_id", "f2", "severity_code", "warning"));
        return marts.reader();
    }

    private static void moved(SampleMarts marts, String target, double before, double after) {
        marts.add(
                MartTables.CHANGE_EXPLANATION,
                Map.of(
                        "subject_id",
                        SampleMarts.PROGRAMME + "." + target,
                        "programme_id",
                        SampleMarts.PROGRAMME,
                        "target_id",
                        target,
                        "quantity_code",
                        "p_attain",
                        "cause_code",
                        "new_data",
                        "value_before",
                        before,
                        "value_after",
                        after,
                        "effect",
                        after - before,
                        "previous_as_of_date",
                        LocalDate.of(2025, 3, 31)));
    }

    /**
     * Returns the small programme of a province that also publishes indicators without a target and waits for a form;
     * another province waits for one too.
     */
    public static MartReader reported() {
        SampleMarts marts = new SampleMarts();
        SampleTargets.revenue(marts);
        marts.target(7, "4", 4, "Số bác sĩ trên 10.000 dân", "Doctors per 10 000 inhabitants", Map.of());
        marts.attainment(
                "4",
                Map.of(
                        "indicator_code", "doctors_per_10k",
                        "unit_code", "per_10k",
                        "target_value", 10.0,
                        "previous_year_value", 9.8,
                        "actual_to_date", 10.4,
                        "actual_period", "2025",
                        "point", 10.4,
                        "verdict_code", "exceeded",
                        "measure_code", "stock_year_end"));
        marts.indicator("iip_growth", "growth", "Chỉ số sản xuất công nghiệp", "Industrial production");
        marts.observation("iip_growth", "2024-06", "pct", 7.5, "");
        marts.observation("iip_growth", "2025-06", "pct", 9.25, "");
        marts.indicator("tourist_arrivals", "flow", "Lượt khách du lịch", "Tourist arrivals");
        marts.observation("tourist_arrivals", "2024-06", "persons", 100, "form:HG-STC");
        marts.observation("tourist_arrivals", "2025-06", "persons", 120, "form:HG-STC");
        marts.observation("tourist_arrivals", "2025-07", "persons", 150, "form:HG-STC");
        exports(marts, "2024-06", "400");
        exports(marts, "2025-06", "500");
        marts.add(
                MartTables.PROJECTION,
                Map.of(
                        "area_code",
                        "VN-MAU",
                        "indicator_code",
                        "exports",
                        "unit_code",
                        "million_usd",
                        "year",
                        2025,
                        "last_period",
                        "2025-Q2",
                        "point",
                        1030.0,
                        "p10",
                        980.0,
                        "p90",
                        1080.0));
        marts.expected("HG-STC", "2025-05", 10);
        marts.expected("HG-STC", "2025-06", 12);
        marts.expected("ST-STC", "2025-05", 10);
        return marts.reader();
    }

    private static void exports(SampleMarts marts, String period, String value) {
        marts.add(
                MartTables.TRADE_BALANCE,
                Map.of(
                        "area_code", "VN-MAU",
                        "coverage", "goods",
                        "period", period,
                        "accumulation", "C",
                        "unit_code", "million_usd",
                        "exports", new BigDecimal(value)));
    }
}
