package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BIG_DECIMAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.Revision;
import vn.chitieu.observation.Revisions;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.rule.ValidationReport;
import vn.chitieu.observation.rule.ValidationRule;
import vn.chitieu.observation.rule.ValidationRules;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryFolder;
import vn.chitieu.source.delivery.TestDelivery;

class ShippedDeliveriesTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");
    private static final Codelists CODELISTS = Codelists.read(DATASETS);
    private static final List<ValidationRule> RULES = ValidationRules.read(DATASETS);
    private static final IngestResult RESULT = Ingest.read(DATASETS, CODELISTS);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 7, 9);

    @Test
    void everyShippedRowIsAnObservationOrAPlan() {
        assertThat(RESULT.refused()).isEmpty();
        assertThat(RESULT.quarantined()).isEmpty();
        assertThat(RESULT.findings(LocalDate.of(2025, 7, 15))).isEmpty();
        assertThat(RESULT.files())
                .containsExactly(
                        new FileCount(
                                "published-hau-giang/2025-07-15",
                                "hau_giang_observations.csv",
                                1406,
                                1309,
                                97,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "6c7a751230f070758fe83c78444130640870888be87cf5e2f217ac654f1af438"),
                        new FileCount(
                                "published-hau-giang/2025-08-07",
                                "hau_giang_second.csv",
                                369,
                                369,
                                0,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "c0125724c0e306ecbaae311e8ac321dbd6cf80ba255014b933ed7a8fbe16ef74"),
                        new FileCount(
                                "published-philippines-editions/2025-08-07",
                                "philippines_vintages.csv",
                                1927,
                                1927,
                                0,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "ea868605f158e89ac4856b574c15bbe31fff34529ca438ff26037acb2dcaf780"),
                        new FileCount(
                                "published-philippines/2025-08-07",
                                "philippines_observations.csv",
                                2763,
                                2747,
                                16,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "5a937da9d008c42a20d4616988907fa620d2eb3d82f4b69a6ea455ea4e80c81a"),
                        new FileCount(
                                "published-viet-nam/2025-07-15",
                                "vietnam_national.csv",
                                6849,
                                6849,
                                0,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "bb654b3c6ad4327381d22ad143057f9cf137da216417ee4fc656c63cb5de78f6"),
                        new FileCount(
                                "published-viet-nam/2025-08-07",
                                "vietnam_second.csv",
                                3213,
                                3213,
                                0,
                                0,
                                0,
                                0,
                                Optional.empty(),
                                "0da0f24854f4e6d0dd1f92cdda95d01d8c7d3e0edca9c4564db3fd8d526237b8"));
        assertThat(RESULT.deliveredRows()).isEqualTo(8255 + 369 + 3213 + 1927 + 2763);
        assertThat(RESULT.observations()).hasSize(8158 + 369 + 3213 + 1927 + 2747);
        assertThat(RESULT.planFigures()).hasSize(97 + 16);
    }

    @Test
    void theLastPrintedDayIsThatOfTheEditionsAndFourFiguresOfTheNationCameAfterTheNinthOfJuly() {
        assertThat(RESULT.lastPublished()).contains(LocalDate.parse("2025-08-07"));
        // Without a date: growth of new Cần Thơ and poor households of Hậu Giang and of the nation, all final of 2023,
        // and
        // the trade balance of the half-year.
        assertThat(RESULT.observations())
                .filteredOn(observation -> observation.publishedDate().isAfter(LAST_DAY)
                        && !observation.key().areaCode().equals("PH"))
                .hasSize(4)
                .allMatch(observation -> observation.publishedKind() == PublishedKind.DERIVED
                        && Set.of(
                                        LocalDate.parse("2025-07-15"),
                                        LocalDate.parse("2025-07-30"),
                                        LocalDate.parse("2025-08-07"))
                                .contains(observation.publishedDate()));
    }

    @ParameterizedTest
    @CsvSource({
        // The first press table, then the archive of June 2025, which nobody could know in March 2024.
        "2024-03-01,VN,imports,_T,2024-02,P,current,23720",
        "2025-07-09,VN,imports,_T,2024-02,P,current,23303.704",
        // 93.78 in January, repeated without a date; 90.04 in February is the later word.
        "2025-07-09,VN-HG,grdp_per_capita,_T,2024,P,current,90.04",
        // A round estimate of December, the out-turn of July.
        "2020-01-15,VN-HG,budget_revenue_domestic,_T,2019-12,C,current,3500",
        "2020-12-01,VN-HG,budget_revenue_domestic,_T,2019,P,current,3657.479",
        // Printed in April as 655.0 thousand million, revised in August for trust transfers.
        "2025-07-09,PH,budget_expenditure_state,_T,2025-03,P,current,654984",
        "2025-08-07,PH,budget_expenditure_state,_T,2025-03,P,current,622200",
    })
    void theFigureOfADayIsWhatWasKnownThen(
            LocalDate asOf,
            String area,
            String indicator,
            String activity,
            String period,
            String accumulation,
            String priceBasis,
            String value) {
        ObservationKey key = new ObservationKey(
                area,
                indicator,
                activity,
                Period.parse(period),
                Accumulation.ofCode(accumulation),
                PriceBasis.ofCode(priceBasis));
        Map<ObservationKey, Observation> latest = Vintages.latestByKey(RESULT.observations(), asOf);
        assertThat(Optional.ofNullable(latest.get(key)).map(Observation::value))
                .get(BIG_DECIMAL)
                .isEqualByComparingTo(value);
    }

    /** Printed: 3,717 dollars in 2021, 4,700 in 2024. */
    @ParameterizedTest
    @CsvSource({"2021,3720", "2024,4701"})
    void productPerHeadInDollarsFollowsFromItsParts(int year, long dollars) {
        Map<ObservationKey, Observation> latest = Vintages.latestByKey(RESULT.observations(), LAST_DAY);
        double product = sum(latest, "gdp", year, Frequency.Q, 4, PriceBasis.CURRENT);
        double people = sum(latest, "population", year, Frequency.A, 1, PriceBasis.NONE);
        double rate = sum(latest, "exchange_rate_usd_average", year, Frequency.M, 12, PriceBasis.NONE) / 12;
        assertThat(CODELISTS.indicator("gdp_per_capita_usd").quotients())
                .singleElement()
                .satisfies(quotient -> assertThat(Math.round(quotient.of(new double[] {product, people, rate})))
                        .isEqualTo(dollars));
    }

    private static double sum(
            Map<ObservationKey, Observation> latest,
            String indicator,
            int year,
            Frequency frequency,
            int periods,
            PriceBasis basis) {
        double sum = 0;
        for (int i = 1; i <= periods; i++) {
            ObservationKey key = new ObservationKey(
                    "VN", indicator, "_T", new Period(year, frequency, i), Accumulation.PERIOD, basis);
            sum += Optional.ofNullable(latest.get(key)).orElseThrow().value().doubleValue();
        }
        return sum;
    }

    @Test
    void everyMonthOfStateInvestmentInCanThoIsAnEstimateAndItsCorrection() {
        List<Revision> revisions = Revisions.of(RESULT.observations(), LAST_DAY).stream()
                .filter(revision -> revision.key().areaCode().equals("VN-CT-2004")
                        && revision.key().indicatorCode().equals("investment_state_budget")
                        && revision.key().period().frequency() == Frequency.M
                        && revision.key().accumulation() == Accumulation.PERIOD)
                .toList();
        assertThat(revisions).hasSizeGreaterThan(60);
        assertThat(revisions.get(0)).satisfies(revision -> {
            assertThat(revision.key().period()).hasToString("2015-03");
            assertThat(revision.firstValue()).isEqualByComparingTo("165.687");
            assertThat(revision.firstDate()).isEqualTo(LocalDate.of(2015, 3, 29));
            assertThat(revision.latestValue()).isEqualByComparingTo("169.779");
            assertThat(revision.latestDate()).isEqualTo(LocalDate.of(2015, 4, 29));
            assertThat(revision.change()).isEqualByComparingTo("4.092");
            assertThat(revision.changePct()).hasValueCloseTo(2.47, Offset.offset(0.005));
        });
        assertThat(Vintages.latestByKey(RESULT.observations(), LocalDate.of(2015, 4, 28))
                        .get(revisions.get(0).key()))
                .extracting(Observation::value)
                .isEqualTo(revisions.get(0).firstValue());
    }

    @Test
    void theSilentRevisionsOfTheProvincialBudgetAreFound() {
        assertThat(findings(RESULT))
                .filteredOn(finding -> finding.areaCode().equals("VN-HG")
                        && finding.indicatorCode().equals("budget_revenue_domestic")
                        && !finding.ruleCode().equals("before_end"))
                .extracting(finding -> finding.period() + " " + finding.severity())
                .containsExactly("2018-11 WARNING", "2019-02 WARNING");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfRowsFilesAndColumnsChangesNoFigure(long seed, @TempDir Path datasets) throws IOException {
        Random random = new Random(seed);
        List<Delivery> shuffled = new ArrayList<>();
        for (Delivery delivery : DeliveryFolder.list(DATASETS)) {
            String table = delivery.files().stream()
                    .filter(file -> !file.isSourceList())
                    .findFirst()
                    .orElseThrow()
                    .path();
            List<String> lines =
                    new ArrayList<>(Files.readAllLines(delivery.folder().resolve(table)));
            String header = lines.remove(0);
            Collections.shuffle(lines, random);
            shuffled.add(TestDelivery.write(
                    datasets,
                    delivery.id(),
                    header + "\n" + String.join("\n", lines) + "\n",
                    Files.readString(delivery.folder().resolve("sources.csv"))));
        }
        Collections.shuffle(shuffled, random);
        IngestResult result = Ingest.read(shuffled, CODELISTS);
        assertThat(withoutPlace(result.observations())).isEqualTo(withoutPlace(RESULT.observations()));
        assertThat(withoutPlace(result.planFigures())).isEqualTo(withoutPlace(RESULT.planFigures()));
        assertThat(withoutPlace(
                        Vintages.latestByKey(result.observations(), LAST_DAY).values()))
                .isEqualTo(withoutPlace(
                        Vintages.latestByKey(RESULT.observations(), LAST_DAY).values()));
        assertThat(Revisions.of(result.observations(), LAST_DAY))
                .isEqualTo(Revisions.of(RESULT.observations(), LAST_DAY));
        assertThat(findings(result)).isEqualTo(findings(RESULT));
    }

    @Test
    void whatIsPublishedTomorrowChangesNothingToday(@TempDir Path datasets) {
        List<Delivery> deliveries = new ArrayList<>(DeliveryFolder.list(DATASETS));
        deliveries.add(
                TestDelivery.write(
                        datasets,
                        "a-poisoned/2025-07-16",
                        IngestTest.HEADER
                                + "vietnam,imports,total,M,2024-02,period,current,1,million_usd,final,2025-07-10,u\n"
                                + "hau_giang,grdp_per_capita,total,A,2024,period,current,9999,million_vnd_per_person,final,2025-07-10,u\n"));
        IngestResult result = Ingest.read(deliveries, CODELISTS);
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.laterRows(LAST_DAY)).isEqualTo(RESULT.laterRows(LAST_DAY) + 2);
        assertThat(Vintages.visible(result.observations(), LAST_DAY))
                .isEqualTo(Vintages.visible(RESULT.observations(), LAST_DAY));
        assertThat(Revisions.of(result.observations(), LAST_DAY))
                .isEqualTo(Revisions.of(RESULT.observations(), LAST_DAY));
    }

    private static List<Observation> withoutPlace(Iterable<Observation> observations) {
        List<Observation> without = new ArrayList<>();
        for (Observation o : observations) {
            without.add(new Observation(
                    o.key(),
                    o.value(),
                    o.unitCode(),
                    o.status(),
                    o.publishedDate(),
                    o.publishedKind(),
                    o.sourceDate(),
                    o.sourceUrl(),
                    o.trustRank(),
                    o.deliveryId(),
                    "",
                    0));
        }
        return without;
    }

    private static List<Finding> findings(IngestResult result) {
        return ValidationReport.of(RULES, result.observations(), LAST_DAY, CODELISTS)
                .findings();
    }
}
