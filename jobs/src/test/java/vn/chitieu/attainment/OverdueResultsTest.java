package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.attainment.Programmes.revenue;
import static vn.chitieu.attainment.Programmes.target;
import static vn.chitieu.observation.PriceBasis.CURRENT;
import static vn.chitieu.observation.PriceBasis.NONE;
import static vn.chitieu.programme.TargetComparator.ABOVE;
import static vn.chitieu.programme.TargetComparator.AT_LEAST;
import static vn.chitieu.programme.TargetComparator.AT_MOST;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.programme.Measure;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.SeriesRefusal;
import vn.chitieu.text.LocalizedText;

/** A year that is over is judged by its result or not at all; figures are due 30 days after their period. */
class OverdueResultsTest {

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private static SeriesProjection until(String period) {
        return Series.of("VN-XX", "revenue", "_T", CURRENT, "billion_vnd")
                .toDate(period, 480)
                .between(900, 1000)
                .projected();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2025-12-31", "2026-01-30"})
    void aYearWhoseResultIsNotDueYetIsStillProjected(LocalDate asOf) {
        TargetAttainment row = judgeOn(asOf, revenue(AT_LEAST, 950, null), until("2025-S1"));

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(row.pace().rest()).isNull(); // no period is left
        assertThat(row.pace().steps()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025-S1, '1 of its 2 periods are there, missing half-year 2/2025', 'mới có 1/2 kỳ, thiếu nửa năm 2/2025'",
        "2025-Q3, '3 of its 4 periods are there, missing quarter 4/2025', 'mới có 3/4 kỳ, thiếu quý 4/2025'",
        "2025-10, '10 of its 12 periods are there, missing months 11/2025, 12/2025',"
                + " 'mới có 10/12 kỳ, thiếu các tháng 11/2025, 12/2025'"
    })
    void aYearWhoseResultIsOverdueIsClosedWithWhatIsKnown(String last, String en, String vi) {
        for (LocalDate asOf : new LocalDate[] {LocalDate.of(2026, 1, 31), LATER}) {
            TargetAttainment row = judgeOn(asOf, revenue(AT_LEAST, 950, null), until(last));

            assertThat(row.judgement())
                    .isEqualTo(Judgement.notEvaluable(new Reason(
                            "result_overdue",
                            new LocalizedText(
                                    "Năm đã hết, kết quả quá hạn từ 30/1/2026: " + vi,
                                    "Year over, result overdue since 30 January 2026: " + en))));
            assertThat(row.known().toDate()).isEqualTo(480);
            assertThat(row.known().period()).isEqualTo(Period.parse(last));
            assertThat(row.forecast()).isEqualTo(TargetForecast.NONE);
            assertThat(row.pace()).isEqualTo(RequiredPace.NONE);
        }
    }

    @Test
    void whatWasDecidedByTheKnownPartStaysDecided() {
        assertThat(judgeOn(LATER, revenue(AT_LEAST, 470, null), until("2025-S1"))
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.EXCEEDED);
        assertThat(judgeOn(LATER, revenue(AT_MOST, 470, null), until("2025-S1"))
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void aCompleteYearIsJudgedWhenever() {
        assertThat(judgeOn(LATER, revenue(AT_LEAST, 940, null), until("2025-12"))
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.EXCEEDED); // the point, 950
    }

    @Test
    void aDecemberThatNeverCameIsProjectedAndSaid() {
        TargetAttainment row = judgeOn(LATER, revenue(AT_LEAST, 950, null), until("2025-11"));

        assertThat(row.judgement().verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(Objects.requireNonNull(row.judgement().reasonText()).en())
                .isEqualTo("Year over, result overdue since 30 January 2026:"
                        + " 11 of its 12 periods are there, month 12/2025 projected");
    }

    @Test
    void figuresThatCouldNotBeProjectedAreOverdueToo() {
        SeriesRefusal half = new SeriesRefusal(
                new SeriesId("VN-XX", "revenue", "_T", CURRENT),
                2025,
                "too_short",
                LocalizedText.same("-"),
                "billion_vnd",
                480.0,
                Period.parse("2025-S1"));
        SeriesProjection index = Series.of("VN-XX", "pci_score", "_T", NONE, "score")
                .stock()
                .lastYear(67.4)
                .between(60, 75)
                .projected();
        TargetAttainment row = judgeOn(LATER, revenue(AT_LEAST, 950, null), half);
        TargetAttainment score = judgeOn(
                LATER,
                target("4a", Measure.HIGHER_THAN_LAST_YEAR, "pci_score", "_T", "score", ABOVE, null, null),
                index);

        assertThat(row.judgement().reasonCode()).isEqualTo("result_overdue");
        assertThat(row.known().toDate()).isEqualTo(480);
        assertThat(row.pace()).isEqualTo(RequiredPace.NONE);
        assertThat(Objects.requireNonNull(score.judgement().reasonText()).en())
                .isEqualTo("Year over, result overdue since 30 January 2026: no figure of the year is there");
    }

    @Test
    void theDayIsThatOfTheReleaseCalendar() {
        Codelists codelists = Codelists.read(Programmes.DATASETS);

        assertThat(codelists.releaseDays().first("VN", Period.parse("2025-12"))).hasValue(LocalDate.of(2026, 1, 30));
        assertThat(codelists.releaseDays().first("VN-HG", Period.ofYear(2025))).hasValue(LocalDate.of(2026, 1, 30));
        assertThat(codelists.releaseDays().first("XX", Period.ofYear(2025))).isEmpty();
    }
}
