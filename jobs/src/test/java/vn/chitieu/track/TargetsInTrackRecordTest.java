package vn.chitieu.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.chitieu.attainment.Programmes.AFTER_YEAR_END;
import static vn.chitieu.attainment.Programmes.AS_OF;
import static vn.chitieu.attainment.Programmes.judge;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.attainment.Programmes.ranged;
import static vn.chitieu.attainment.Programmes.revenue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.attainment.Series;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;

/** A revenue of which the program says in July that the year will end between 900 and 1000, each as likely. */
class TargetsInTrackRecordTest {

    private static Series revenues() {
        return Series.of("VN-XX", "revenue", "_T", PriceBasis.CURRENT, "billion_vnd")
                .lastYear(800)
                .history(
                        new PastYear(2021, 300.0, 600),
                        new PastYear(2022, 330.0, 660),
                        new PastYear(2023, 360.0, 750),
                        new PastYear(2024, 400.0, 800));
    }

    private static SeriesProjection inJuly() {
        return revenues()
                .quarters(2, new double[] {230, 250, 220, 250}, new double[] {190, 210, 190, 210})
                .between(900, 1000)
                .projected();
    }

    private static SeriesProjection atTheEnd(double value) {
        return revenues().toDate("2025-12", value).between(value, value).projected();
    }

    private static TrackRecord stated(Target target) {
        return new TrackRecord(List.of())
                .with(Statements.ofTargets(List.of(judge(target, inJuly())), AS_OF, series -> true), AS_OF);
    }

    private static TrackEntry own(TrackRecord record) {
        return record.entries().stream()
                .filter(entry -> entry.statement().source().equals(Sources.OWN))
                .findFirst()
                .orElseThrow();
    }

    private static TrackEntry cameOut(Target target, double value) {
        return own(stated(target)
                .resolved(List.of(), List.of(judgeOn(AFTER_YEAR_END, target, atTheEnd(value))), AFTER_YEAR_END));
    }

    private static boolean isReached(Target target, double value) {
        return Objects.requireNonNull(
                Objects.requireNonNull(cameOut(target, value).outturn()).isReached());
    }

    /** What is scored is what the verdict asks: all of a range, else its commitment. */
    @ParameterizedTest
    @CsvSource({
        "BETWEEN,  940, 960, 939, false",
        "BETWEEN,  940, 960, 950, true",
        "BETWEEN,  940, 960, 961, false",
        "AT_LEAST, 940, 960, 939, false",
        "AT_LEAST, 940, 960, 961, true",
        "AT_MOST,  960, 940, 950, true",
        "AT_MOST,  960, 940, 961, false"
    })
    void aTargetCameTrueByTheRuleOfItsVerdict(
            TargetComparator comparator, double target, double to, double value, boolean expected) {
        assertThat(isReached(ranged(comparator, target, to), value)).isEqualTo(expected);
    }

    @Test
    void aboutIsScoredWithWhatItForgives() {
        assertThat(isReached(revenue(TargetComparator.ABOUT, 950, 10.0), 941)).isTrue();
        assertThat(isReached(revenue(TargetComparator.ABOUT, 950, 10.0), 939)).isFalse();
    }

    /** 600, 660, 750 and 800 came one after the other: the usual change is 200 / 3; the year ended 10 above 950. */
    @Test
    void errorsAreMeasuredInTheUsualChangeOfTheSeries() {
        TrackEntry entry = cameOut(revenue(TargetComparator.AT_LEAST, 940, null), 960);

        assertThat(entry.error()).isEqualTo(10);
        assertThat(entry.scaledError()).isCloseTo(10 / (200 / 3.0), within(1e-12));
    }

    @Test
    void vintagesAreThoseOfTheSeriesThatIsRead() {
        List<SeriesId> asked = new ArrayList<>();
        List<Statement> statements = Statements.ofTargets(
                List.of(judge(revenue(TargetComparator.AT_LEAST, 940, null), inJuly())), AS_OF, asked::add);

        assertThat(asked).containsOnly(new SeriesId("VN-XX", "revenue", "_T", PriceBasis.CURRENT));
        assertThat(statements)
                .extracting(statement -> statement.occasion().vintageKind())
                .containsOnly(VintageKind.REAL_TIME);
    }

    /** A later run that knows the same value leaves the day; one that knows another says from when. */
    @Test
    void anOutturnKeepsTheDayOnWhichItBecameKnown() {
        Target target = revenue(TargetComparator.AT_LEAST, 940, null);
        LocalDate later = AFTER_YEAR_END.plusMonths(1);
        TrackRecord known = stated(target)
                .resolved(List.of(), List.of(judgeOn(AFTER_YEAR_END, target, atTheEnd(960))), AFTER_YEAR_END);

        TrackRecord same = known.resolved(List.of(), List.of(judgeOn(later, target, atTheEnd(960))), later);
        TrackRecord revised = known.resolved(List.of(), List.of(judgeOn(later, target, atTheEnd(939))), later);
        TrackRecord silent = known.resolved(List.of(), List.of(), later);

        assertThat(own(same).outturn()).isEqualTo(new Outturn(960, AFTER_YEAR_END, true));
        assertThat(own(revised).outturn()).isEqualTo(new Outturn(939, later, false));
        assertThat(silent.entries()).isEqualTo(known.entries());
    }

    @Test
    void aSeriesComesOutByItsHistoryInItsOwnUnitOnly() {
        SeriesProjection july = inJuly();
        TrackRecord stated =
                new TrackRecord(List.of()).with(Statements.ofSeries(List.of(july), AS_OF, series -> true), AS_OF);
        SeriesProjection inMillions = Series.of("VN-XX", "revenue", "_T", PriceBasis.CURRENT, "million_vnd")
                .history(new PastYear(2025, null, 960_000))
                .between(1, 2)
                .projected();

        assertThat(own(stated.resolved(List.of(inMillions), List.of(), AFTER_YEAR_END))
                        .isResolved())
                .isFalse();
        assertThat(Objects.requireNonNull(own(stated.resolved(List.of(atTheEnd(960)), List.of(), AFTER_YEAR_END))
                                .outturn())
                        .value())
                .isEqualTo(960);
    }
}
