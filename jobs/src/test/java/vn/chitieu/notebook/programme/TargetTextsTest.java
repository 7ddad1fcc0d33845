package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.text.Language;

class TargetTextsTest {

    private final SampleMarts marts = new SampleMarts();
    private final Map<String, Object> row = new HashMap<>(Map.of(
            "programme_id",
            SampleMarts.PROGRAMME,
            "target_id",
            "1",
            "is_headline",
            true,
            "area_code",
            "VN-MAU",
            "year",
            2025,
            "unit_code",
            "pct",
            "comparator_code",
            "at_least",
            "verdict_code",
            "likely"));

    @Test
    void aTargetWithoutDecimalsDoesNotRoundTheFiguresBesideIt() {
        assertThat(TargetTexts.decimals(row("pct", 0))).isZero();
        assertThat(TargetTexts.decimals(row("pct", 0), List.of(-0.3, 1.0))).isEqualTo(1);
        assertThat(TargetTexts.decimals(row("score", 70), List.of(57.8155, 63.9134)))
                .as("as many as a score deserves")
                .isEqualTo(2);
        assertThat(TargetTexts.decimals(row("persons", 70), List.of(57.5)))
                .as("counts have none")
                .isZero();
    }

    /** 4.5 – 5 as a ceiling forbids more than that; as a band it also forbids less. */
    @Test
    void aPrintedRangeSaysWhichEndBinds() {
        row.putAll(Map.of("target_value", 5.0, "target_value_to", 4.5));

        assertThat(goals("at_most")).containsExactly("≤ 4.5 – 5.0", "at most 4.5 to 5.0%", "không quá 4,5 đến 5,0%");
        assertThat(goals("at_least")).containsExactly("≥ 4.5 – 5.0", "at least 4.5 to 5.0%", "ít nhất 4,5 đến 5,0%");
        assertThat(goals("between")).containsExactly("4.5 – 5.0", "between 4.5 and 5.0%", "trong khoảng 4,5 đến 5,0%");
    }

    @Test
    void aCeilingOfThePlanIsToldLikeAnyOther() {
        row.put("target_value", 5.0);

        assertThat(goals("plan_ceiling")).containsExactly("≤ 5", "at most 5%", "không quá 5%");
    }

    @Test
    void aYearThatIsKnownIsAnOutcomeAndNoProjection() {
        row.putAll(Map.of("target_value", 6.0, "point", 7.09, "p10", 7.09, "p90", 7.09, "actual_to_date", 7.09));
        row.putAll(Map.of("actual_period", "2025", "verdict_code", "exceeded"));
        Target known = target();

        assertThat(texts(Language.EN).sentence(known))
                .isEqualTo("GDP growth: 7.09% for the year 2025, against a plan of 6.00%; exceeded.");
        assertThat(texts(Language.VI).sentence(known))
                .isEqualTo("Tăng trưởng GDP năm 2025: 7,09%, so với kế hoạch 6,00%; đã vượt.");
        assertThat(texts(Language.EN).pointCell(known.headline())).isEqualTo("–");
        assertThat(texts(Language.EN).interval(known.headline(), "p10", "p90")).isEmpty();
    }

    /** 7.0912 was printed as 7.09: the outcome. 6.9 was said before it was known: an estimate. */
    @Test
    void theOutcomeItselfIsNoEstimateOfTheYear() {
        row.putAll(Map.of("point", 7.0912, "actual_to_date", 7.0912, "actual_period", "2025"));
        estimate("official", 7.09);
        assertThat(Estimates.of(marts.reader(), target())).isEmpty();

        estimate("unit", 6.9);
        assertThat(Estimates.of(marts.reader(), target())).hasSize(1);

        row.put("actual_period", "2025-S1");
        assertThat(Estimates.of(marts.reader(), target()))
                .as("a year that is not over has both")
                .hasSize(2);
    }

    private void estimate(String kind, double value) {
        marts.add(
                MartTables.ESTIMATE_REVIEW,
                Map.of(
                        "programme_id",
                        SampleMarts.PROGRAMME,
                        "target_id",
                        "1",
                        "estimate_code",
                        kind,
                        "estimate",
                        value));
    }

    /** Returns the cell of a plan, and how sentences name it in both languages. */
    private List<String> goals(String comparator) {
        row.put("comparator_code", comparator);
        MartRow target = target().headline();
        return List.of(
                texts(Language.EN).goalCell(target),
                texts(Language.EN).goal(target),
                texts(Language.VI).goal(target));
    }

    private TargetTexts texts(Language language) {
        return new TargetTexts(language, ProgrammeAttainment.units(marts.reader()));
    }

    private MartRow row(String unitCode, double goal) {
        row.putAll(Map.of("unit_code", unitCode, "target_value", goal));
        return target().headline();
    }

    /** Returns the target of the row as it stands. */
    private Target target() {
        SampleMarts all = new SampleMarts();
        all.add(
                MartTables.DIM_TARGET,
                Map.of(
                        "programme_id", SampleMarts.PROGRAMME,
                        "target_id", "1",
                        "target_name_en", "GDP growth",
                        "target_name_vi", "Tăng trưởng GDP",
                        "year", 2025));
        all.add(MartTables.TARGET_ATTAINMENT, row);
        return ProgrammeAttainment.of(all.reader(), SampleMarts.PROGRAMME)
                .targets()
                .get(0);
    }
}
