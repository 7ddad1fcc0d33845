package vn.chitieu.notebook;

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
}
