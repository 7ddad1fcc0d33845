package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.attainment.Programmes.AFTER_YEAR_END;
import static vn.chitieu.attainment.Programmes.AS_OF;
import static vn.chitieu.attainment.Programmes.gaps;
import static vn.chitieu.attainment.Programmes.outcomes;
import static vn.chitieu.attainment.Programmes.target;
import static vn.chitieu.attainment.Programmes.units;
import static vn.chitieu.attainment.Programmes.vietNam;
import static vn.chitieu.observation.PriceBasis.CURRENT;
import static vn.chitieu.programme.TargetComparator.AT_LEAST;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Measure;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesProjection.SeriesId;

class RollUpTest {

    @Test
    void aGroupIsMetWhenEachOfItsPartsIs() throws IOException {
        RollUp both = hauGiang(passed("budget_revenue_local_area", 8400), passed("budget_revenue_domestic", 7600));
        RollUp one = hauGiang(passed("budget_revenue_local_area", 8400));

        assertThat(verdict(both, 9)).isEqualTo(Verdict.ACHIEVED);
        assertThat(both.headline().vi()).isEqualTo("1/18 chỉ tiêu đạt và vượt, 0 chưa đạt, 17 chưa đủ cơ sở đánh giá");
        assertThat(both.headline().en())
                .isEqualTo(
                        "1 of 18 targets achieved or exceeded, 0 not achieved so far, 17 without enough to judge on");
        assertThat(verdict(one, 9)).isEqualTo(Verdict.NOT_EVALUABLE);
    }

    @Test
    void theOutlookSaysWhatToExpectOfTheRest() throws IOException {
        SeriesProjection investment = Series.of("VN-HG", "investment_total_social", "_T", CURRENT, "billion_vnd")
                .toDate("2025-06", 12_000)
                .between(26_500, 28_500)
                .projected();
        RollUp rollUp = hauGiang(investment, passed("budget_revenue_domestic", 7700));

        assertThat(rollUp.headline().vi())
                .isEqualTo("0/18 chỉ tiêu đạt và vượt, 1 chưa đạt, 17 chưa đủ cơ sở đánh giá");
        assertThat(rollUp.outlook().vi())
                .isEqualTo("Triển vọng cả năm của 1 chỉ tiêu chưa đạt: 1 nhiều khả năng đạt, 0 chưa chắc chắn,"
                        + " 0 khó đạt, 0 không đạt");
        assertThat(rollUp.parts().vi())
                .isEqualTo("Tính theo 46 dòng chỉ tiêu: 1 đạt và vượt, 1 nhiều khả năng đạt, 0 chưa chắc chắn,"
                        + " 0 khó đạt, 0 không đạt, 44 chưa đủ cơ sở đánh giá");
    }

    @Test
    void oneMissedPartDecidesAGroup() {
        Programme programme = Programmes.of(
                target("1a", Measure.FLOW_YEAR, "a", "_T", "billion_vnd", AT_LEAST, 100.0, null),
                target("1b", Measure.FLOW_YEAR, "b", "_T", "billion_vnd", AT_LEAST, 100.0, null),
                target("1c", Measure.FLOW_YEAR, "c", "_T", "billion_vnd", AT_LEAST, 100.0, null));
        Map<SeriesId, SeriesOutcome> outcomes = outcomes(yearOf("a", 101), yearOf("b", 99));
        RollUp rollUp = RollUp.of(
                programme,
                AFTER_YEAR_END,
                Attainment.judge(programme, AFTER_YEAR_END, outcomes, DeclaredGaps.of(List.of()), units()));

        assertThat(verdict(rollUp, 1)).isEqualTo(Verdict.MISSED);
        assertThat(verdict(rollUp, 2)).isEqualTo(Verdict.NOT_EVALUABLE); // a group without targets
        assertThat(rollUp.headline().vi()).isEqualTo("0/2 chỉ tiêu đạt và vượt, 1 chưa đạt, 1 chưa đủ cơ sở đánh giá");
    }

    @Test
    void aClosedProgrammeIsHeadedAsItsLastEvaluation() throws IOException {
        assertThat(hauGiang().heading().orElseThrow().vi())
                .isEqualTo("Đánh giá lần cuối trước sắp xếp đơn vị hành chính (30/6/2025)");
        assertThat(RollUp.of(vietNam(), AS_OF, List.of()).heading()).isEmpty();
    }

    @Test
    void aProgrammeNotYetAdoptedSaysSo() throws IOException {
        LocalDate before = LocalDate.parse("2024-11-01");
        List<TargetAttainment> rows = Attainment.judge(vietNam(), before, Map.of(), gaps(), units());

        assertThat(rows).isEmpty();
        assertThat(RollUp.of(vietNam(), before, rows).heading().orElseThrow().en())
                .isEqualTo("The programme was not adopted on 2024-11-01; it was adopted on 2024-11-12");
    }

    @Test
    void theOrderOfRowsChangesNothing() throws IOException {
        Programme programme = Programmes.hauGiang();
        List<TargetAttainment> rows = new ArrayList<>(Attainment.judge(
                programme, AS_OF, outcomes(passed("budget_revenue_local_area", 8200)), gaps(), units()));
        RollUp forwards = RollUp.of(programme, AS_OF, rows);
        Collections.reverse(rows);

        assertThat(RollUp.of(programme, AS_OF, rows)).isEqualTo(forwards);
    }

    @Test
    void everyVerdictHasItsOwnSymbolAndWords() {
        Set<String> symbols = new TreeSet<>();
        List<String> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            symbols.add(verdict.symbol());
            words.add(verdict.words(false, Locale.forLanguageTag("vi")));
            assertThat(Verdict.ofCode(verdict.code())).isEqualTo(verdict);
        }
        assertThat(symbols).hasSize(Verdict.values().length);
        assertThat(words)
                .containsExactly(
                        "đã đạt",
                        "nhiều khả năng đạt",
                        "chưa chắc chắn",
                        "khó đạt",
                        "không đạt",
                        "chưa đủ cơ sở đánh giá");
        assertThat(Verdict.ACHIEVED.words(true, Locale.forLanguageTag("vi"))).isEqualTo("đã vượt");
    }

    @Test
    void numbersPrintAsEachLanguageDoes() {
        assertThat(Words.number(1234.5).vi()).isEqualTo("1.234,5");
        assertThat(Words.number(1234.5).en()).isEqualTo("1,234.5");
    }

    private static Verdict verdict(RollUp rollUp, int groupNo) {
        return rollUp.groupVerdicts().stream()
                .filter(g -> g.groupNo() == groupNo)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static RollUp hauGiang(SeriesProjection... series) throws IOException {
        Programme programme = Programmes.hauGiang();
        return RollUp.of(programme, AS_OF, Attainment.judge(programme, AS_OF, outcomes(series), gaps(), units()));
    }

    private static SeriesProjection passed(String indicator, double toDate) {
        return Series.of("VN-HG", indicator, "_T", CURRENT, "billion_vnd")
                .toDate("2025-06", toDate)
                .ending(2 * toDate)
                .projected();
    }

    private static SeriesProjection yearOf(String indicator, double value) {
        return Series.of("VN-XX", indicator, "_T", CURRENT, "billion_vnd")
                .toDate("2025-12", value)
                .ending(value)
                .projected();
    }
}
