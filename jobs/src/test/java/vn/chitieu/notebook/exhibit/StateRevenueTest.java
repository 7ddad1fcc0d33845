package vn.chitieu.notebook.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.text.Language;

/** Revenue of a nation is published as the state's, not as that of a local budget. */
class StateRevenueTest {

    private final SampleMarts marts = new SampleMarts();

    StateRevenueTest() {
        marts.add(
                MartTables.DIM_TARGET,
                Map.of("programme_id", SampleMarts.PROGRAMME, "target_id", "1", "area_code", "VN-MAU", "year", 2025));
        marts.add(
                MartTables.DIM_INDICATOR,
                Map.of(
                        "indicator_code", "budget_revenue_state",
                        "indicator_name_en", "State budget revenue",
                        "aggregation", "sum"));
    }

    @Test
    void whatIsKnownOfTheYearStandsWhereNoWholeYearIs() {
        figure("budget_revenue_state", "2025-04", 944_000, "2025-05-30");
        figure("budget_revenue_state", "2025-05", 1_140_000, "2025-06-30");
        figure("budget_revenue_state", "2025-06", 1_300_000, "2025-07-16");
        figure("budget_revenue_state_plan_attainment", "2025-05", 58, "2025-06-30");

        assertThat(sentence())
                .as("what was published after the day of the tables is not known")
                .isEqualTo("No budget revenue of a whole year is known of Mẫu province; Jan–May 2025: 1,140,000 billion"
                        + " VND, 58.0% of plan.");
    }

    /** 1,980 of 1,800 is 10 % more. */
    @Test
    void theYearsStandBesideEachOtherAndTheYearToDateAfterThem() {
        figure("budget_revenue_state", "2023", 1_800, "2024-01-05");
        figure("budget_revenue_state", "2024", 1_980, "2025-01-05");
        figure("budget_revenue_state", "2025-05", 1_200, "2025-06-30");

        assertThat(sentence())
                .isEqualTo(
                        "State budget revenue of 2024: 1,980 billion VND, up 10.0% on 2023; Jan–May 2025: 1,200 billion"
                                + " VND.");
    }

    @Test
    void nothingPublishedIsNothingShown() {
        assertThat(StateRevenue.of(view())).isEmpty();
    }

    private String sentence() {
        return StateRevenue.of(view()).orElseThrow().sentence();
    }

    private ProgrammeView view() {
        ProgrammeAttainment programme = ProgrammeAttainment.of(marts.reader(), SampleMarts.PROGRAMME);
        return new ProgrammeView(marts.reader(), programme, new TargetTexts(Language.EN, programme.units()));
    }

    private void figure(String indicator, String period, double value, String published) {
        boolean isYear = period.length() == 4;
        marts.add(
                MartTables.OBSERVATION,
                Map.ofEntries(
                        Map.entry("area_code", "VN-MAU"),
                        Map.entry("activity_code", "_T"),
                        Map.entry("indicator_code", indicator),
                        Map.entry("period", period),
                        Map.entry("frequency", isYear ? "A" : "M"),
                        Map.entry("accumulation", isYear ? "P" : "C"),
                        Map.entry("price_basis", "current"),
                        Map.entry("unit_code", indicator.endsWith("attainment") ? "pct" : "billion_vnd"),
                        Map.entry("obs_value", value),
                        Map.entry("published_date", LocalDate.parse(published)),
                        Map.entry("is_latest", true)));
    }
}
