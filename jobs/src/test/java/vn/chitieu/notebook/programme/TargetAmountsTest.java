package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.text.Language;

class TargetAmountsTest {

    private final Map<String, Object> row = new HashMap<>(Map.ofEntries(
            Map.entry("programme_id", SampleMarts.PROGRAMME),
            Map.entry("target_id", "1"),
            Map.entry("is_headline", true),
            Map.entry("area_code", "VN-MAU"),
            Map.entry("year", 2025),
            Map.entry("unit_code", "pct"),
            Map.entry("measure_code", "change_from_last_year"),
            Map.entry("comparator_code", "at_most"),
            Map.entry("target_value", -0.74),
            Map.entry("point", -0.41),
            Map.entry("verdict_code", "uncertain")));

    @Test
    void aChangeIsARiseOrAFallAndNoNumberWithAMinus() {
        assertThat(amounts(Language.VI).measured(-0.41)).isEqualTo("giảm 0,41%");
        assertThat(amounts(Language.VI).bare(0.33)).isEqualTo("tăng 0,33");
        assertThat(amounts(Language.EN).measured(-0.41)).isEqualTo("a fall of 0.41%");
        assertThat(amounts(Language.VI).goal()).isEqualTo("giảm ít nhất 0,74%");
        assertThat(amounts(Language.EN).goal()).isEqualTo("a fall of at least 0.74%");
    }

    /** At most -1.0 to -0.8 is a fall of 0.8 to 1.0. */
    @Test
    void aRangeOfFallsIsToldFromTheSmallerToTheLarger() {
        row.putAll(Map.of("target_value", -0.8, "target_value_to", -1.0));

        assertThat(amounts(Language.VI).goal()).isEqualTo("giảm 0,80 đến 1,00%");
        assertThat(amounts(Language.EN).goal()).isEqualTo("a fall of 0.80 to 1.00%");
    }

    @Test
    void whatIsNoChangeKeepsItsSign() {
        row.put("measure_code", "growth_year");

        assertThat(amounts(Language.VI).measured(-0.41)).isEqualTo("-0,41%");
        assertThat(amounts(Language.EN).goal()).isEqualTo("at most -0.74%");
    }

    private TargetAmounts amounts(Language language) {
        SampleMarts marts = new SampleMarts();
        marts.add(MartTables.DIM_TARGET, Map.of("programme_id", SampleMarts.PROGRAMME, "target_id", "1", "year", 2025));
        marts.add(MartTables.TARGET_ATTAINMENT, row);
        return new TargetAmounts(
                new TargetTexts(language, ProgrammeAttainment.units(marts.reader())),
                ProgrammeAttainment.of(marts.reader(), SampleMarts.PROGRAMME)
                        .targets()
                        .get(0)
                        .headline());
    }
}
