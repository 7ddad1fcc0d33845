package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;

class TargetErrorsTest {

    private final SampleMarts marts = new SampleMarts();

    @Test
    void anErrorInTheFigureOfATargetIsThatOfTheTarget() {
        target("9a", "budget_revenue_local_area", "_T", "flow_year");
        target("9b", "budget_revenue_domestic", "_T", "flow_year");
        finding("f1", "error", "contradiction", "budget_revenue_local_area", "_T", "2025-06");

        assertThat(TargetErrors.of(marts.reader(), "p-2025")).containsOnlyKeys("9a");
        assertThat(TargetErrors.ids(marts.reader())).containsExactly("f1");
    }

    @Test
    void aWarningAnAuditAnOldYearAndAnotherSectorAreNone() {
        target("5b", "value_added", "S1", "growth_volume");
        finding("f1", "warning", "contradiction", "value_added", "S1", "2025-S1");
        finding("f2", "error", "audit", "value_added", "S1", "2025");
        finding("f3", "error", "contradiction", "value_added", "S1", "2023");
        finding("f4", "error", "contradiction", "value_added", "S2", "2025-S1");

        assertThat(TargetErrors.of(marts.reader(), "p-2025")).isEmpty();
    }

    /** Growth of 2025 rests on 2024, a share on the gross product, what a head has on the population. */
    @Test
    void aTargetRestsOnTheYearBeforeAndOnWhatItIsAPartOf() {
        target("5b", "value_added", "S1", "growth_volume");
        target("7b", "value_added", "S2", "share_of_grdp");
        target("6", "grdp", "_T", "per_capita");
        finding("f1", "error", "contradiction", "value_added_growth", "S1", "2024");
        finding("f2", "error", "validation", "grdp", "_T", "2025-Q1");
        finding("f3", "error", "contradiction", "population", "_T", "2024");

        assertThat(TargetErrors.of(marts.reader(), "p-2025")).containsOnlyKeys("5b", "7b", "6");
        assertThat(TargetErrors.of(marts.reader(), "p-2025").get("6")).hasSize(2);
    }

    private void target(String id, String indicator, String activity, String measure) {
        marts.add(
                MartTables.TARGET_ATTAINMENT,
                Map.of(
                        "programme_id",
                        "p-2025",
                        "target_id",
                        id,
                        "is_headline",
                        true,
                        "area_code",
                        "VN-MAU",
                        "year",
                        2025,
                        "indicator_code",
                        indicator,
                        "activity_code",
                        activity,
                        "measure_code",
                        measure));
    }

    private void finding(String id, String severity, String kind, String indicator, String activity, String period) {
        marts.add(
                MartTables.FINDING,
                Map.of(
                        "finding_id", id,
                        "severity_code", severity,
                        "kind_code", kind,
                        "area_code", "VN-MAU",
                        "indicator_code", indicator,
                        "period", period,
                        "subject", String.join(".", "VN-MAU", indicator, activity, period, "C.current@2025-06-30")));
    }
}
