package vn.chitieu.track;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.attainment.Programmes.AFTER_YEAR_END;
import static vn.chitieu.attainment.Programmes.AS_OF;
import static vn.chitieu.attainment.Programmes.judge;
import static vn.chitieu.attainment.Programmes.judgeOn;
import static vn.chitieu.attainment.Programmes.revenue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.Series;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.Target;
import vn.chitieu.programme.TargetComparator;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.PastProjection.VintageKind;

/** The programme of VN-XX wants a revenue of 940; VN-YY has the same series and no programme. */
class RunRecordTest {

    private static final Target TARGET = revenue(TargetComparator.AT_LEAST, 940, null);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 15);

    private static Series revenues(String area) {
        return Series.of(area, "revenue", "_T", PriceBasis.CURRENT, "billion_vnd")
                .lastYear(800)
                .history(new PastYear(2023, 360.0, 750), new PastYear(2024, 400.0, 800));
    }

    private static SeriesProjection inJuly(String area) {
        return revenues(area)
                .quarters(2, new double[] {230, 250, 220, 250}, new double[] {190, 210, 190, 210})
                .between(900, 1000)
                .projected();
    }

    private static SeriesProjection atTheEnd(String area, double value) {
        return revenues(area).toDate("2025-12", value).between(value, value).projected();
    }

    /** What was stated in June of both series and of the target. */
    private static TrackRecord before() {
        List<Statement> stated =
                new ArrayList<>(Statements.ofSeries(List.of(inJuly("VN-XX"), inJuly("VN-YY")), JUNE, series -> true));
        stated.addAll(Statements.ofTargets(List.of(judge(TARGET, inJuly("VN-XX"))), JUNE, series -> true));
        return new TrackRecord(List.of()).with(stated, JUNE);
    }

    /** A record by the area of its series. */
    private record ByArea(TrackRecord record) implements RunRecord.Stated {

        @Override
        public NavigableSet<String> areas() {
            NavigableSet<String> areas = new TreeSet<>();
            record.entries().forEach(entry -> areas.add(area(entry)));
            return areas;
        }

        @Override
        public TrackRecord of(String areaCode) {
            return new TrackRecord(record.entries().stream()
                    .filter(entry -> area(entry).equals(areaCode))
                    .toList());
        }
    }

    private static String area(TrackEntry entry) {
        return entry.statement().subject().series().areaCode();
    }

    private static RunRecord record(TrackRecord before, LocalDate asOf, TargetAttainment... attainments) {
        return new RunRecord(asOf, ReportingYears.calendar(), new ByArea(before), List.of(attainments), List.of());
    }

    private static List<TrackEntry> together(RunRecord record, SeriesProjection xx, SeriesProjection yy) {
        List<TrackEntry> all = new ArrayList<>();
        all.addAll(record.of("VN-XX", List.of(xx), List.of()).entries());
        all.addAll(record.of("VN-YY", List.of(yy), List.of()).entries());
        return new TrackRecord(all).entries();
    }

    /**
     * In July nothing is over; half a month after the year VN-XX came to 960 and VN-YY to 930, both above the 853 that
     * the growth from 750 to 800 would have gone on to.
     */
    @Test
    void theRecordsOfTheAreasAreTheRecordOfAll() {
        TargetAttainment july = judge(TARGET, inJuly("VN-XX"));
        List<SeriesProjection> series = List.of(inJuly("VN-XX"), inJuly("VN-YY"));
        List<Statement> stated = new ArrayList<>(Statements.ofSeries(series, AS_OF, id -> false));
        stated.addAll(Statements.ofTargets(List.of(july), AS_OF, id -> false));
        TrackRecord whole = before().with(stated, AS_OF).resolved(series, List.of(july), AS_OF);
        List<TrackEntry> inJuly = together(record(before(), AS_OF, july), series.get(0), series.get(1));

        assertThat(inJuly)
                .isEqualTo(whole.entries())
                .hasSizeGreaterThan(before().entries().size());

        List<SeriesProjection> over = List.of(atTheEnd("VN-XX", 960), atTheEnd("VN-YY", 930));
        TargetAttainment end = judgeOn(AFTER_YEAR_END, TARGET, over.get(0));
        List<TrackEntry> cameOut = together(record(whole, AFTER_YEAR_END, end), over.get(0), over.get(1));

        assertThat(cameOut)
                .isEqualTo(whole.with(List.of(), AFTER_YEAR_END)
                        .resolved(over, List.of(end), AFTER_YEAR_END)
                        .entries())
                .allSatisfy(entry -> assertThat(entry.isResolved()).isTrue());
        assertThat(cameOut.stream().filter(entry -> area(entry).equals("VN-YY")))
                .allSatisfy(entry -> assertThat(entry.outturn()).isEqualTo(new Outturn(930, AFTER_YEAR_END, true)));
    }

    @Test
    void areasAreThoseOfWhichSomethingWasStatedOrWhoseTargetsAreJudged() {
        assertThat(record(before(), AS_OF).areas()).containsExactly("VN-XX", "VN-YY");
        assertThat(record(new TrackRecord(List.of()), AS_OF, judge(TARGET, inJuly("VN-XX")))
                        .areas())
                .containsExactly("VN-XX");
        assertThat(record(before(), AS_OF).of("VN-ZZ", List.of(), List.of()).entries())
                .isEmpty();
    }

    /** The programme is of VN-XX today; when it was stated it was of VN-YY, and there the statement stands. */
    @Test
    void aTargetComesOutWhicheverAreaItsProgrammeIsOfToday() {
        List<TrackEntry> moved = new ArrayList<>();
        for (TrackEntry entry : before().entries()) {
            Statement statement = entry.statement();
            Subject subject = statement.subject();
            if (subject.isTarget()) {
                Subject elsewhere = new Subject(
                        inJuly("VN-YY").id(),
                        subject.year(),
                        subject.unitCode(),
                        subject.programmeId(),
                        subject.targetId());
                moved.add(new TrackEntry(
                        new Statement(
                                elsewhere,
                                statement.occasion(),
                                statement.source(),
                                statement.value(),
                                statement.quantiles(),
                                statement.stake(),
                                statement.scale(),
                                statement.methodCode(),
                                statement.historyYears()),
                        null));
            }
        }
        TargetAttainment end = judgeOn(AFTER_YEAR_END, TARGET, atTheEnd("VN-XX", 960));

        assertThat(record(new TrackRecord(moved), AFTER_YEAR_END, end)
                        .of("VN-YY", List.of(), List.of())
                        .entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.outturn()).isEqualTo(new Outturn(960, AFTER_YEAR_END, true)));
    }

    /**
     * Last year's figure stood in a source of the day; a series without figures takes after all of its area, and a
     * figure of two years ago does not count.
     */
    @Test
    void aStatementIsRealTimeWhereItsFiguresStoodInSourcesOfTheDay() {
        Observation ofTheDay = figure("revenue", "2024", AS_OF);
        Observation later = figure("revenue", "2024", AS_OF.plusDays(1));
        Observation oldLater = figure("exports", "2023", AS_OF.plusDays(1));
        Observation otherLater = figure("exports", "2024", AS_OF.plusDays(1));
        Observation otherOfTheDay = figure("exports", "2024", AS_OF);

        assertThat(kinds(List.of(ofTheDay, oldLater))).containsOnly(VintageKind.REAL_TIME);
        assertThat(kinds(List.of(ofTheDay, otherLater))).containsOnly(VintageKind.REAL_TIME);
        assertThat(kinds(List.of(later, otherOfTheDay))).containsOnly(VintageKind.PSEUDO);
        assertThat(kinds(List.of(otherOfTheDay))).containsOnly(VintageKind.REAL_TIME);
        assertThat(kinds(List.of(otherOfTheDay, figure("imports", "2024", AS_OF.plusDays(1)))))
                .containsOnly(VintageKind.PSEUDO);
        assertThat(kinds(List.of())).containsOnly(VintageKind.PSEUDO);
    }

    private static List<VintageKind> kinds(Collection<Observation> figures) {
        return record(new TrackRecord(List.of()), AS_OF)
                .of("VN-YY", List.of(inJuly("VN-YY")), figures)
                .entries()
                .stream()
                .map(entry -> entry.statement().occasion().vintageKind())
                .toList();
    }

    private static Observation figure(String indicator, String period, LocalDate source) {
        return new Observation(
                new ObservationKey(
                        "VN-YY", indicator, "_T", Period.parse(period), Accumulation.PERIOD, PriceBasis.CURRENT),
                new BigDecimal(800),
                "billion_vnd",
                ObservationStatus.PROVISIONAL,
                JUNE,
                PublishedKind.RELEASE,
                source,
                "https://example.org/page",
                1,
                "office/2025-06-16",
                "figures.csv",
                2);
    }
}
