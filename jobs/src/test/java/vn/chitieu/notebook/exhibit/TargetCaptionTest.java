package vn.chitieu.notebook.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.SampleMarts;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.text.Language;

/** A target on the fall of the poverty rate, in points, which is reached along a path of the rate, in percent. */
class TargetCaptionTest {

    private final SampleMarts marts = new SampleMarts();

    TargetCaptionTest() {
        Map<String, Object> target = new HashMap<>(
                Map.of("programme_id", SampleMarts.PROGRAMME, "target_id", "3", "area_code", "VN-MAU", "year", 2025));
        target.put("target_name_vi", "Giảm tỷ lệ hộ nghèo");
        target.put("target_name_en", "Reduction of the poverty rate");
        marts.add(MartTables.DIM_TARGET, target);
        marts.add(
                MartTables.DIM_INDICATOR,
                Map.of(
                        "indicator_code", "poverty_rate",
                        "indicator_name_vi", "Tỷ lệ hộ nghèo",
                        "indicator_name_en", "Poverty rate"));
        marts.add(
                MartTables.TARGET_ATTAINMENT,
                Map.ofEntries(
                        Map.entry("programme_id", SampleMarts.PROGRAMME),
                        Map.entry("target_id", "3"),
                        Map.entry("target_version", 0),
                        Map.entry("is_headline", true),
                        Map.entry("area_code", "VN-MAU"),
                        Map.entry("year", 2025),
                        Map.entry("indicator_code", "poverty_rate"),
                        Map.entry("activity_code", "_T"),
                        Map.entry("measure_code", "change_from_last_year"),
                        Map.entry("unit_code", "pct_points"),
                        Map.entry("verdict_code", "unlikely")));
    }

    @Test
    void aTableOfTheRateIsNotNamedAfterItsReduction() {
        assertThat(caption("pct", Language.EN)).isEqualTo("Poverty rate, %");
        assertThat(caption("pct", Language.VI)).isEqualTo("Tỷ lệ hộ nghèo, %");
    }

    @Test
    void aTableInTheUnitOfTheTargetHasItsName() {
        assertThat(caption("pct_points", Language.EN)).isEqualTo("Reduction of the poverty rate, Percentage points");
    }

    private String caption(String unitCode, Language language) {
        ProgrammeAttainment programme = ProgrammeAttainment.of(marts.reader(), SampleMarts.PROGRAMME);
        ProgrammeView view = new ProgrammeView(marts.reader(), programme, new TargetTexts(language, programme.units()));
        return TargetCaption.of(programme.targets().get(0), unitCode, view);
    }
}
