package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.attainment.JudgingRules;
import vn.chitieu.attainment.ProgrammeVerdicts;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.attainment.Verdict;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.SdmxObservations;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.AreaProjections;
import vn.chitieu.projection.ProjectionTask;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.area.AreaProjector;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.projection.sparse.GrowthReference;
import vn.chitieu.source.delivery.TestDelivery;

/**
 * Published monthly revenue as that of three other areas: as it was, of an area whose year begins in July and is named
 * by its end and of one whose year begins in April and is named by its beginning; and six months later, of an area with
 * calendar years, where January is what July was.
 */
@NullUnmarked // fields are filled by JUnit
class ReportingYearOfAnAreaTest {

    private static final Path SHIPPED = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final String REVENUE = "philippines,budget_revenue_state,total,M,";
    private static final YearMonth FIRST = YearMonth.of(2021, 7);

    @TempDir
    private static Path folder;

    private static Codelists codelists;
    private static List<Observation> figures;

    @BeforeAll
    static void deliver() throws IOException {
        copyOfCodelists(folder, """
                XJ,Bảy,July,country,,1950-01-01,,july_land,php,,en,--07-01,end
                XA,Bốn,April,country,,1950-01-01,,april_land,php,,en,--04-01,beginning
                XC,Lịch,Calendar,country,,1950-01-01,,calendar_land,php,,en,,
                """);
        codelists = Codelists.read(folder);
        StringBuilder rows =
                new StringBuilder("area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,"
                        + "published,source_url\n");
        revenue().forEach((month, value) -> {
            rows.append(row("july_land", month, 0, value));
            rows.append(row("april_land", month, 0, value));
            rows.append(row("calendar_land", month, 6, value));
        });
        figures = ingest(rows.toString()).observations();
    }

    /** Each month as it was first printed, from July 2021 to June 2025. */
    private static Map<YearMonth, String> revenue() throws IOException {
        Map<YearMonth, String> revenue = new TreeMap<>();
        Path file = SHIPPED.resolve("source/published-philippines/2025-08-07/philippines_observations.csv");
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(",", -1))
                    .filter(field -> String.join(",", List.of(field).subList(0, 4))
                            .concat(",")
                            .equals(REVENUE))
                    .filter(field -> field[5].equals("period"))
                    .forEach(field -> {
                        YearMonth month = YearMonth.parse(field[4]);
                        if (!month.isBefore(FIRST)) {
                            revenue.putIfAbsent(month, field[7]);
                        }
                    });
        }
        assertThat(revenue).hasSize(48);
        return revenue;
    }

    private static String row(String area, YearMonth month, int later, String value) {
        YearMonth moved = month.plusMonths(later);
        return "%s,budget_revenue_state,total,M,%s,period,current,%s,million_php,preliminary,%s,u\n"
                .formatted(area, moved, value, moved.plusMonths(1).atDay(20));
    }

    private static IngestResult ingest(String csv) throws IOException {
        Path datasets = Files.createTempDirectory(folder, "delivered");
        return Ingest.read(List.of(TestDelivery.write(datasets, "a/2026-01-31", csv)), codelists);
    }

    /** July 2021 is the first month of the year 2022 that ends in June: it is written as what it is of the calendar. */
    @Test
    void monthsOfAnotherYearAreWrittenInCalendarTimeAndReadBack(@TempDir Path datasets) {
        String message = SdmxObservations.text(figures, codelists.reportingYears()::of);
        IngestResult again = Ingest.read(
                List.of(TestDelivery.declared(
                        datasets,
                        "mart/2026-01-31",
                        "observation.csv",
                        message.getBytes(StandardCharsets.UTF_8),
                        "\"format\": \"sdmx-csv\"")),
                codelists);

        assertThat(message).contains("M,XJ,budget_revenue_state,_T,current,P,2021-07-01/P1M,");
        assertThat(message).contains("M,XC,budget_revenue_state,_T,current,P,2022-01,");
        assertThat(again.quarantined()).isEmpty();
        assertThat(again.observations().stream()
                        .map(figure -> figure.key() + " " + figure.value())
                        .sorted()
                        .toList())
                .isEqualTo(figures.stream()
                        .map(figure -> figure.key() + " " + figure.value())
                        .sorted()
                        .toList());
    }

    private static Path copyOfCodelists(Path to, String areas) {
        try {
            Path codelist = Files.createDirectories(to.resolve("codelist"));
            try (Stream<Path> files = Files.list(SHIPPED.resolve("codelist"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, codelist.resolve(file.getFileName()));
                }
            }
            Path list = codelist.resolve("CL_AREA.csv");
            Files.writeString(list, Files.readString(list) + areas);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AreaProjection projection(String areaCode, int year, LocalDate asOf) {
        List<Observation> ofArea = Vintages.visible(figures, asOf).stream()
                .filter(figure -> figure.key().areaCode().equals(areaCode))
                .toList();
        PooledTables tables = Objects.requireNonNull(
                OfficeTables.withCalendars(folder, codelists.areas().values(), PooledTables.shipped())
                        .get(areaCode));
        return new AreaProjection(
                new ProjectionTask(areaCode, year, asOf),
                AreaProjector.project(
                        SeriesInputs.assemble(
                                Vintages.latestByKey(ofArea, asOf).values(),
                                List.of(),
                                codelists.indicators(),
                                codelists.historyBreaks()),
                        year,
                        asOf,
                        tables,
                        GrowthReference.none()));
    }

    private static SeriesProjection series(AreaProjection projection) {
        return (SeriesProjection) projection.outcomes().get(0);
    }

    private static ProgrammeVerdicts judged(Programme programme, LocalDate asOf) {
        return new JudgingRules(DeclaredGaps.of(List.of()), codelists.units(), codelists.releaseDays())
                .verdicts(
                        AreaProjections.of(List.of(projection(programme.areaCode(), programme.year(), asOf))),
                        List.of(programme),
                        asOf)
                .get(0);
    }

    private static Programme programme(String areaCode, int year, String issuedOn) {
        return ProgrammeFile.parse(yaml(areaCode, year, issuedOn), "programme/p.yaml", codelists.reportingYears());
    }

    private static String yaml(String areaCode, int year, String issuedOn) {
        return """
                programme_id: p-%2$s
                name: {vi: P, en: P}
                area_code: %1$s
                year: %2$s
                adopted_on: '2024-03-01'
                adopted_on_basis: stated
                source: s
                groups:
                  - group_no: 1
                    name: {vi: G, en: G}
                targets:
                  - id: '1'
                    group: 1
                    name: {vi: T, en: T}
                    measure: flow_year
                    indicator_code: budget_revenue_state
                    activity_code: _T
                    unit_code: million_php
                    comparator: at_least
                    comparator_basis: stated
                    lead_unit: {vi: B, en: B, source: stated}
                    versions:
                      - issuer: I
                        document: D
                        issued_on: '%3$s'
                        issued_on_basis: stated
                        value: 4600000
                        relation: adopted
                """.formatted(areaCode, year, issuedOn);
    }

    /**
     * July to December 2024: 457,374 + 386,337 + 299,653 + 473,124 + 338,312 + 314,674 = 2,269,474. January to June
     * 2025: 467,100 + 251,800 + 279,300 + 522,100 + 433,100 + 306,900 = 2,260,300. Both 4,529,774. April to June 2024:
     * 537,196 + 382,089 + 296,524 = 1,215,809; with the second half of 2024 and 998,200 of January to March 2025,
     * 4,483,483.
     */
    @ParameterizedTest
    @CsvSource({"XJ, 2025, 4529774", "XA, 2024, 4483483"})
    void aYearIsTheSumOfItsOwnTwelveMonths(String areaCode, int year, double sum) {
        LocalDate asOf = LocalDate.of(2025, 7, 31);

        assertThat(series(projection(areaCode, year, asOf)).point()).isEqualTo(sum);
        assertThat(judged(programme(areaCode, year, "2024-03-01"), asOf).attainments())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.known().toDate()).isEqualTo(sum);
                    assertThat(row.judgement().verdict()).isEqualTo(Verdict.MISSED);
                });
    }

    /** Months alone do not differ by where the year begins while no effect of the calendar is estimated: 45 < 48. */
    @Test
    void nineMonthsOfAYearThatBeginsInJulyAreProjectedLikeNineMonthsFromJanuary() {
        AreaProjection july = projection("XJ", 2025, LocalDate.of(2025, 4, 30));
        AreaProjection calendar = projection("XC", 2025, LocalDate.of(2025, 10, 31));
        SeriesProjection one = series(july);
        SeriesProjection other = series(calendar);

        assertThat(one.observedPeriods()).isEqualTo(9);
        assertThat(one.ytd()).isEqualTo(2269474 + 998200);
        assertThat(one.point()).isEqualTo(other.point());
        assertThat(one.method()).isEqualTo(other.method());
        for (double p : new double[] {0.025, 0.1, 0.5, 0.9, 0.975}) {
            assertThat(Objects.requireNonNull(one.distribution()).quantile(p))
                    .isEqualTo(Objects.requireNonNull(other.distribution()).quantile(p));
        }
        assertThat(one.path()).isEqualTo(other.path());
    }

    @Test
    void whatIsNeededOfTheRestAndItsStepsAreOfTheMonthsThatAreLeft() {
        ProgrammeVerdicts july = judged(programme("XJ", 2025, "2024-03-01"), LocalDate.of(2025, 4, 30));
        ProgrammeVerdicts calendar = judged(programme("XC", 2025, "2024-03-01"), LocalDate.of(2025, 10, 31));

        TargetAttainment row = july.attainments().get(0);
        assertThat(row.pace().rest()).isEqualTo(4600000 - 3267674); // in April, May and June
        assertThat(row.judgement()).isEqualTo(calendar.attainments().get(0).judgement());
        assertThat(july.pace()).extracting(step -> step.requiredValue()).hasSize(3);
        assertThat(july.pace())
                .extracting(step -> ReportingYear.namedByItsEnd(7).end(step.period()))
                .containsExactly(LocalDate.of(2025, 4, 30), LocalDate.of(2025, 5, 31), LocalDate.of(2025, 6, 30));
        assertThat(july.pace().stream().map(step -> step.requiredValue()).toList())
                .isEqualTo(calendar.pace().stream()
                        .map(step -> step.requiredValue())
                        .toList());
    }

    /** On 31 December 2025 the year 2025 that began in April has three months to go; that of the calendar is over. */
    @Test
    void aYearIsOverOnItsOwnLastDay() {
        LocalDate asOf = LocalDate.of(2025, 12, 31);
        assertThat(codelists.reportingYears().of("XA").yearOf(asOf)).isEqualTo(2025);
        assertThat(codelists.reportingYears().of("XJ").yearOf(asOf)).isEqualTo(2026);
        assertThat(codelists.reportingYears().of("XC").yearOf(asOf)).isEqualTo(2025);
    }

    @ParameterizedTest
    @CsvSource({"XJ, 2025-06-30, 2025-07-01", "XA, 2026-03-31, 2026-04-01", "XC, 2025-12-31, 2026-01-01"})
    void aVersionIsIssuedBeforeTheEndOfItsOwnYear(String areaCode, String last, String after) {
        assertThat(programme(areaCode, 2025, last).targets()).hasSize(1);
        assertThatThrownBy(() -> programme(areaCode, 2025, after))
                .hasMessage("Expecting every version of target 1 to be issued by " + last
                        + ", the end of its year, before its out-turn, but was " + after
                        + ", in programme/p.yaml, line 12");
    }

    @Test
    void periodsThatAreNoneOfTheYearAreSetAsideWithTheirLine() throws IOException {
        String header = "area,indicator,breakdown,frequency,period,basis,price_basis,value,unit,status,published,"
                + "source_url\n";
        String rest = ",period,current,1,million_php,preliminary,2025-07-31,u\n";
        IngestResult result = ingest(header
                + "april_land,budget_revenue_state,total,H,2024-H2" + rest
                + "april_land,budget_revenue_state,total,Q,2025-Q1" + rest
                + "july_land,budget_revenue_state,total,H,2024-H2" + rest
                + "july_land,budget_revenue_state,total,A,2025" + rest);

        assertThat(result.quarantined())
                .extracting(row -> row.place().line() + ": " + row.expected().en() + " but was " + row.found())
                .containsExactly(
                        "2: months that are a period of frequency S of a year beginning on --04-01 but was '2024-H2'");
        assertThat(result.observations())
                .extracting(
                        figure -> figure.key().areaCode() + " " + figure.key().period())
                .containsExactlyInAnyOrder("XA 2024-Q4", "XJ 2025-S1", "XJ 2025");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XX,A,A,country,,1950-01-01,,a,php,,en,--07-15,end|the first day of a month such as --07-01 as reporting_year_start but was '--07-15'",
                "XX,A,A,country,,1950-01-01,,a,php,,en,July,end|the first day of a month such as --07-01 as reporting_year_start but was 'July'",
                "XX,A,A,country,,1950-01-01,,a,php,,en,--13-01,end|the first day of a month such as --07-01 as reporting_year_start but was '--13-01'",
                "XX,A,A,country,,1950-01-01,,a,php,,en,--07-01,summer|beginning or end as reporting_year_named_by but was 'summer'",
                "XX,A,A,country,,1950-01-01,,a,php,,en,--07-01,|a value of reporting_year_named_by exactly where reporting_year_start has one, but was ''",
                "PH-A,A,A,province,PH,1950-01-01,,a,,,en,--07-01,end|no reporting_year_start of an area that belongs to another, whose year it has, but was '--07-01'"
            })
    void aYearThatIsNoneIsNamedWithItsLine(String line, String message, @TempDir Path datasets) {
        Path wrong = copyOfCodelists(datasets, line + "\n");

        assertThatThrownBy(() -> Codelists.read(wrong))
                .hasMessageContaining("codelist/CL_AREA.csv, line 8: Expecting " + message);
    }
}
