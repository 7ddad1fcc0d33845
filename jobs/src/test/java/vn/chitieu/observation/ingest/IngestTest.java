package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.InputSum;
import vn.chitieu.source.delivery.TestDelivery;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.TidyCsv;

class IngestTest {

    static final String HEADER = String.join(",", Validation.COLUMNS) + "\n";
    private static final String GROWTH =
            "hau_giang,grdp_growth,total,A,2024,period,constant_2010,8.76,pct_yoy,estimate,2025-01-02,https://example.org/a\n";

    private static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    private final Path datasets;

    IngestTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @Test
    void eachBadRowIsQuarantinedWithItsLineItsRuleAndWhatToDo() {
        IngestResult result = read(TestDelivery.write(datasets, "a/2025-07-15", scenario("01_bad_rows_input.csv")));
        List<String> found = result.quarantined().stream()
                .map(row -> row.place().line() + "," + row.ruleCode() + ","
                        + row.message().en())
                .toList();
        List<String> expected = TidyCsv.read(
                        "",
                        "expected",
                        scenario("01_bad_rows_expected.csv").getBytes(UTF_8),
                        List.of("line", "rule", "message"))
                .rows()
                .stream()
                .map(row -> line(row) + "," + row.field("rule") + ",source/a/2025-07-15/figures.csv, line " + line(row)
                        + ": " + row.field("message"))
                .toList();
        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(result.observations()).hasSize(1);
        assertThat(result.files()).singleElement().satisfies(count -> assertThat(count)
                .isEqualTo(new FileCount(
                        "a/2025-07-15", "figures.csv", 26, 1, 0, 0, 0, 25, Optional.empty(), count.sha256())));
    }

    /** The run without it is another one, so that a retry with more memory is not taken for the same. */
    @Test
    void aBulkDeliveryThatTheMemoryIsNotEnoughForIsRefusedWholeByName() throws IOException {
        DeliveryRegistry registry = DeliveryRegistry.of(datasets.resolve("warehouse"));
        registry.registerBulk(
                Files.writeString(datasets.resolve("large.csv"), HEADER + GROWTH),
                new DeliveryTerms(DeliveryTerms.BULK, "office", Optional.empty()),
                Instant.parse("2025-07-15T01:00:00Z"),
                delivery -> {});
        Deliveries deliveries = new Deliveries(List.of(), registry.list(), Map.of());
        String id = registry.list().get(0).id();

        IngestResult result = Ingest.read(deliveries, CODELISTS, FormCatalogue.NONE, delivery -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(result.observations()).isEmpty();
        RefusedDelivery refused = result.refused().get(0);
        assertThat(refused.id()).isEqualTo(id);
        assertThat(refused.message().en())
                .startsWith(id + ": the memory (")
                .endsWith(" MB) is not enough to read it. Split the file, or give more memory by"
                        + " CHITIEU_JAVA_OPTS=-Xmx4g.");
        Path shipped = Path.of(System.getProperty("chitieu.home"), "datasets");
        assertThat(InputSum.of(shipped, deliveries, Map.of(), Set.of()))
                .isNotEqualTo(InputSum.of(
                        shipped, deliveries, Map.of(id, refused.message().en()), Set.of()));
    }

    @Test
    void aQuarantinedRowKeepsItsTextAndSpeaksVietnamese() {
        IngestResult result =
                read(TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH.replace("hau_giang", "hau_gian")));
        QuarantinedRow row = result.quarantined().get(0);
        assertThat(row.rowText())
                .isEqualTo(GROWTH.replace("hau_giang", "hau_gian").strip());
        assertThat(row.message().vi())
                .isEqualTo(
                        "source/a/2025-07-15/figures.csv, dòng 2: cần area có trong codelist/CL_AREA.csv, một trong vietnam, hau_giang,"
                                + " can_tho_pre2025, soc_trang, can_tho_merged, philippines, nhưng là 'hau_gian'. Dùng một mã có trong danh mục, hoặc thêm mã vào"
                                + " codelist/CL_AREA.csv.");
    }

    /** A year mistyped as 2026 would be the day of all figures; a folder may be named after the period before. */
    @Test
    void aFigureThatWasPublishedHalfAYearAfterItWasDeliveredIsQuarantined() {
        IngestResult result = read(TestDelivery.write(
                datasets,
                "a/2025-07-15",
                HEADER
                        + GROWTH.replace("2025-01-02", "2026-01-16")
                        + GROWTH.replace("2025-01-02", "2026-01-15").replace("A,2024", "A,2023")));

        assertThat(result.observations()).hasSize(1);
        assertThat(result.quarantined())
                .extracting(row -> row.ruleCode() + ": " + row.message().en())
                .containsExactly("future: source/a/2025-07-15/figures.csv, line 2: Expecting a day of publication by"
                        + " 2026-01-15, half a year after the delivery of 2025-07-15 but was 2026-01-16. Correct the row"
                        + " and deliver it again, as a new delivery.");
    }

    /** An estimate of 2016 known on 6 August 2015 is less than a year ahead, one of 2017 is more. */
    @Test
    void anEstimateTooFarAheadNamesTheDayItIsMeasuredFrom() {
        String row = GROWTH.replace("A,2024", "A,2016").replace("2025-01-02", "2015-08-06");
        IngestResult result =
                read(TestDelivery.write(datasets, "a/2025-07-15", HEADER + row + row.replace("A,2016", "A,2017")));
        assertThat(result.observations()).hasSize(1);
        assertThat(result.quarantined()).singleElement().satisfies(held -> assertThat(
                        held.message().en())
                .startsWith("source/a/2025-07-15/figures.csv, line 3: Expecting an estimate of a period that begins at"
                        + " most a year after 2015-08-06, the day on which the figure is known, or status plan but was"
                        + " 2017, estimate."));
    }

    @Test
    void anotherHeaderRefusesTheWholeDeliveryAndTheOthersAreUsed() {
        Delivery good = TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH);
        Delivery bad = TestDelivery.write(datasets, "b/2025-07-15", HEADER.replace("value", "amount") + GROWTH);
        IngestResult result = read(good, bad);
        assertThat(result.observations()).hasSize(1);
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("b/2025-07-15");
            assertThat(refused.isCopyUsed()).isFalse();
            assertThat(refused.message().en())
                    .isEqualTo("source/b/2025-07-15/figures.csv, line 1: Expecting the header area,indicator,breakdown,"
                            + "frequency,period,basis,price_basis,value,unit,status,published,source_url but was"
                            + " area,indicator,breakdown,frequency,period,basis,price_basis,amount,unit,status,"
                            + "published,source_url; missing: value; unknown or repeated: amount. Correct the"
                            + " header and deliver the file again.");
        });
        assertThat(result.isUsable()).isTrue();
    }

    @Test
    void aTruncatedFileRefusesTheWholeDelivery() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH);
        Path file = delivery.folder().resolve("figures.csv");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 40));
        IngestResult result = Ingest.read(datasets, CODELISTS);
        assertThat(result.refused()).singleElement().satisfies(refused -> assertThat(
                        refused.message().en())
                .isEqualTo("source/a/2025-07-15/figures.csv: Expecting " + text.length() + " bytes but was "
                        + (text.length() - 40) + " bytes (truncated). Deliver the file again, or correct"
                        + " datapackage.json if the file is right."));
        assertThat(result.isUsable()).isFalse();
        assertThat(result.deliveredRows()).isZero();
    }

    @Test
    void anotherNumberOfRowsThanDescribedRefusesTheWholeDelivery() throws IOException {
        Delivery delivery = TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH);
        Path description = delivery.folder().resolve("datapackage.json");
        Files.writeString(description, Files.readString(description).replace("\"rows\": 1", "\"rows\": 2"));
        assertThat(Ingest.read(datasets, CODELISTS).refused().get(0).message().en())
                .startsWith("source/a/2025-07-15/figures.csv: Expecting 2 rows but was 1. Deliver the file again");
    }

    @Test
    void theBytesOfAnEarlierDeliveryAreNotReadAgain() {
        Delivery first = TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH);
        Delivery again = TestDelivery.write(datasets, "a/2025-07-16", HEADER + GROWTH);
        IngestResult result = read(again, first);
        assertThat(result.observations()).extracting(Observation::deliveryId).containsExactly("a/2025-07-15");
        assertThat(result.files()).last().satisfies(count -> {
            assertThat(count.deliveryId()).isEqualTo("a/2025-07-16");
            assertThat(count.sameAs()).contains("a/2025-07-15");
            assertThat(count.delivered()).isZero();
        });
    }

    @Test
    void aLaterDeliveryCorrectsAnEarlierOneAndBothAreKept() {
        Delivery first = TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH);
        Delivery correction = TestDelivery.write(datasets, "a/2025-07-16", HEADER + GROWTH.replace("8.76", "8.67"));
        IngestResult result = read(first, correction);
        assertThat(result.quarantined()).isEmpty();
        assertThat(result.observations()).hasSize(2);
        assertThat(Vintages.latest(result.observations(), LocalDate.of(2025, 7, 31))
                        .value())
                .isEqualByComparingTo("8.67");
    }

    @Test
    void anAmountInTheMoneyOfAnotherCountryIsQuarantinedWithItsLine() {
        IngestResult result = read(TestDelivery.write(
                datasets,
                "a/2025-08-07",
                HEADER
                        + "philippines,gdp,total,Q,2025-Q1,period,constant_2018,5500000,million_php,final,2025-08-07,u\n"
                        + "philippines,gdp,total,Q,2025-Q2,period,constant_2018,5600,billion_vnd,final,2025-08-07,u\n"
                        + "vietnam,gdp,total,Q,2025-Q1,period,current,2800000,million_php,final,2025-08-07,u\n"));
        assertThat(result.observations()).hasSize(1);
        assertThat(result.quarantined())
                .extracting(row -> row.place().line() + " " + row.ruleCode() + ": "
                        + row.expected().en() + " but was " + row.found())
                .containsExactly(
                        "3 currency: an amount in the money of PH, php, but was billion_vnd",
                        "4 currency: an amount in the money of VN, vnd, but was million_php");
    }

    @Test
    void theMappingTurnsADeliveredFigureIntoOurs() {
        IngestResult result = read(
                TestDelivery.write(
                        datasets,
                        "a/2025-07-15",
                        HEADER
                                + "hau_giang,grdp,services,H,2025-H1,ytd,constant_2010,9000.50,billion_vnd,estimate,2025-07-02,u\n"
                                + "hau_giang,grdp,total,Q,2024-Q3,ytd,current,40000,billion_vnd,preliminary,2025-07-02,u\n"
                                + "hau_giang,poverty_rate_reduction,total,A,2025,period,na,0.74,pct_point,plan,2025-01-23,u\n"));
        assertThat(result.observations())
                .extracting(o -> o.key() + " " + o.value() + " " + o.unitCode() + " " + o.status())
                .containsExactly(
                        "VN-HG.grdp._T.2024-Q3.C.current 40000 billion_vnd PROVISIONAL",
                        "VN-HG.value_added.S3.2025-S1.C.constant_2010 9000.50 billion_vnd ESTIMATE");
        assertThat(result.planFigures())
                .extracting(o -> o.key() + " " + o.value() + " " + o.unitCode() + " " + o.status())
                .containsExactly("VN-HG.poverty_rate_change._T.2025.P.none -0.74 pct_points FORECAST");
    }

    @Test
    void aSourceThatNobodyListsHasTheLeastTrustAndIsAFinding() {
        String sources =
                "source_url,published,publisher,kind,rows,note\nhttps://example.org/a,,P,official_statistics,1,\n";
        Delivery listed = TestDelivery.write(datasets, "b/2025-07-15", HEADER + GROWTH, sources);
        Delivery unlisted =
                TestDelivery.write(datasets, "a/2025-07-15", HEADER + GROWTH.replace("example.org/a", "example.org/b"));
        IngestResult result = read(listed, unlisted);
        assertThat(result.observations()).extracting(Observation::trustRank).containsExactly(1, 7);
        assertThat(result.observations())
                .extracting(Observation::publishedKind)
                .containsExactly(PublishedKind.RELEASE, PublishedKind.PRESS);
        assertThat(result.findings(LocalDate.of(2025, 7, 15)))
                .extracting(finding -> finding.message().en())
                .containsExactly("Source https://example.org/b of a/2025-07-15 is not in sources.csv and so has the"
                        + " least trust.");
    }

    private static String line(SourceRow row) {
        return row.field("line");
    }

    private static IngestResult read(Delivery... deliveries) {
        return Ingest.read(List.of(deliveries), CODELISTS);
    }

    private static String scenario(String name) {
        try (InputStream stream = IngestTest.class.getResourceAsStream("/scenario/observation/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("Expecting the scenario " + name);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
