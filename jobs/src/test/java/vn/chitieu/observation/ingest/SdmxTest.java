package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.TestDelivery;

class SdmxTest {

    private static final Path HOME = Path.of(System.getProperty("chitieu.home"));
    private static final Codelists CODELISTS = Codelists.read(HOME.resolve("datasets"));
    private static final String SDMX_CSV = "\"format\": \"sdmx-csv\"";
    private static final String HEADER = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,ACTIVITY,PRICE_BASIS,"
            + "ACCUMULATION,TIME_PERIOD,OBS_STATUS,PUBLISHED,SOURCE_URL,OBS_VALUE,UNIT_MEASURE\n";
    private static final String PAGE_URL = "https://github.com/thanhqtran/gso-macro-monitor/blob/"
            + "21acee65b6e41fb6e79e4bd08478bd6d402e7ed3/2024q3/METVNM.xml";
    private static final String PAGE = "\"format\": \"sdmx-ml\", \"chitieu\": {\"columns\": {\"area\": {\"field\":"
            + " \"REF_AREA\", \"codes\": {\"VN\": \"vietnam\"}}, \"indicator\": {\"field\": \"INDICATOR\", \"codes\":"
            + " {\"TXG_FOB_USD\": \"exports\", \"TMG_CIF_USD\": \"imports\", \"TB_USD\": \"trade_balance\"}},"
            + " \"breakdown\": {\"text\": \"total\"}, \"basis\": {\"text\": \"period\"}, \"price_basis\": {\"text\":"
            + " \"current\"}, \"unit\": {\"field\": \"UNIT_MULT\", \"codes\": {\"6\": \"million_usd\"}}, \"status\":"
            + " {\"text\": \"unknown\"}, \"published\": {\"text\": \"2024-11-13\"}, \"source_url\": {\"text\": \""
            + PAGE_URL + "\"}}}";

    private final Path datasets;

    SdmxTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    @Test
    void theNationalSummaryDataPageGivesTheObservationsOfTheShippedCsv() throws IOException {
        Path shipped = HOME.resolve("datasets/source/published-viet-nam/2025-07-15/vietnam_national.csv");
        List<String> lines = Files.readAllLines(shipped);
        String csv = lines.get(0) + "\n"
                + lines.stream()
                        .filter(line -> line.endsWith("METVNM.xml")
                                && line.contains(",total,")
                                && line.split(",", -1)[4].compareTo("2023-10") >= 0)
                        .collect(Collectors.joining("\n"));
        IngestResult ofCsv = read(TestDelivery.write(datasets, "csv/2025-07-15", csv));
        IngestResult ofPage = read(TestDelivery.declared(
                datasets, "page/2025-07-15", "METVNM.xml", resource("national_summary_data_page.xml"), PAGE));
        assertThat(ofPage.quarantined()).isEmpty();
        assertThat(ofPage.observations()).hasSize(39);
        assertThat(shown(ofPage.observations())).isEqualTo(shown(ofCsv.observations()));
    }

    @Test
    void aGenericMessageGivesTheSameObservations() throws IOException {
        String generic = new String(resource("national_summary_data_page.xml"), UTF_8)
                .replace("StructureSpecificData", "GenericData")
                .replaceAll(
                        "<Series DATA_DOMAIN=\"MET\" REF_AREA=\"VN\" INDICATOR=\"(\\w+)\" [^>]*>",
                        "<g:Series><g:SeriesKey><g:Value id=\"REF_AREA\" value=\"VN\"/><g:Value id=\"INDICATOR\""
                                + " value=\"$1\"/><g:Value id=\"FREQ\" value=\"M\"/></g:SeriesKey><g:Attributes><g:Value"
                                + " id=\"UNIT_MULT\" value=\"6\"/></g:Attributes>")
                .replace("</Series>", "</g:Series>")
                .replaceAll(
                        "<Obs TIME_PERIOD=\"([^\"]+)\" OBS_VALUE=\"([^\"]+)\"/>",
                        "<g:Obs><g:ObsDimension value=\"$1\"/><g:ObsValue value=\"$2\"/></g:Obs>")
                .replace(
                        "xmlns:xsi=",
                        "xmlns:g=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\" xmlns:xsi=");
        IngestResult ofGeneric =
                read(TestDelivery.declared(datasets, "a/2025-07-15", "p.xml", generic.getBytes(UTF_8), PAGE));
        IngestResult ofSpecific = read(TestDelivery.declared(
                datasets, "b/2025-07-15", "p.xml", resource("national_summary_data_page.xml"), PAGE));
        assertThat(ofGeneric.observations()).hasSize(39);
        assertThat(shown(ofGeneric.observations())).isEqualTo(shown(ofSpecific.observations()));
    }

    /**
     * A figure without a date is known from the day of its delivery at the latest: each day is a message of its own.
     */
    @Test
    void whatIsWrittenIsReadBackExactly() throws IOException {
        IngestResult shipped = Ingest.read(HOME.resolve("datasets"), CODELISTS);
        Map<String, List<Observation>> byDay = shipped.observations().stream()
                .collect(Collectors.groupingBy(
                        observation -> observation.deliveryId().split("/", 2)[1], TreeMap::new, Collectors.toList()));
        List<Delivery> deliveries = new ArrayList<>();
        for (Map.Entry<String, List<Observation>> day : byDay.entrySet()) {
            byte[] message = SdmxObservations.text(day.getValue()).getBytes(UTF_8);
            deliveries.add(
                    TestDelivery.declared(datasets, "mart/" + day.getKey(), "observation.csv", message, SDMX_CSV));
        }
        for (Delivery delivery : deliveries) {
            Path description = delivery.folder().resolve("datapackage.json");
            Files.write(delivery.folder().resolve("sources.csv"), sources());
            Files.writeString(
                    description,
                    Files.readString(description)
                            .replace("[{", "[{\"name\": \"sources\", \"path\": \"sources.csv\"}, {"));
        }

        IngestResult again = read(deliveries.toArray(Delivery[]::new));

        assertThat(deliveries).hasSizeGreaterThan(1);
        assertThat(again.quarantined()).isEmpty();
        assertThat(shown(again.observations())).isEqualTo(shown(shipped.observations()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "A", "M", "R"})
    void everyOtherActionAddsAVintageAndTheLaterCounts(String action) {
        IngestResult result = read(
                sdmx("2025-01-15", HEADER + row("M", "2024", "100", "2025-01-10")),
                sdmx("2025-03-15", HEADER + row(action, "2024", "110", "2025-03-10")));
        assertThat(result.observations()).hasSize(2);
        assertThat(latest(result, "2025-03-09")).isEqualTo("100");
        assertThat(latest(result, "2025-03-10")).isEqualTo("110");
    }

    @Test
    void aDeletionClosesTheFigureFromItsDayAndTheDayBeforeStillKnowsIt() {
        IngestResult result = read(
                sdmx(
                        "2025-01-15",
                        HEADER + row("M", "2024", "100", "2025-01-10") + row("M", "2023", "90", "2025-01-10")),
                sdmx("2025-03-15", HEADER + row("D", "2024", "", "2025-03-10")),
                sdmx("2025-05-15", HEADER + row("M", "2024", "120", "2025-05-10")));
        assertThat(result.observations()).hasSize(3);
        assertThat(result.files()).extracting(FileCount::deletions).containsExactly(0, 1, 0);
        assertThat(latest(result, "2025-03-09")).isEqualTo("100");
        assertThat(latest(result, "2025-03-10")).isEqualTo("none");
        assertThat(latest(result, "2025-05-10")).isEqualTo("120");
        assertThat(Vintages.visible(result.observations(), LocalDate.of(2025, 4, 1)))
                .extracting(o -> o.key().period().toString())
                .containsExactly("2023");
    }

    @Test
    void aSenderDeletesOnlyWhatItToldBefore() {
        IngestResult result = read(
                sdmx("2025-01-15", HEADER + row("M", "2024", "100", "2025-01-10")),
                TestDelivery.declared(
                        datasets,
                        "other/2025-03-15",
                        "d.csv",
                        (HEADER + row("D", "2024", "", "2025-03-10")).getBytes(UTF_8),
                        SDMX_CSV));
        assertThat(latest(result, "2025-12-31")).isEqualTo("100");
        assertThat(result.quarantined()).singleElement().satisfies(row -> assertThat(
                        row.message().en())
                .startsWith("source/other/2025-03-15/d.csv, line 2: Expecting a figure that an earlier delivery of the"
                        + " same sender holds but was "));
    }

    @Test
    void aDeletionOfEverythingMustBeMeant() {
        String all = HEADER + "datastructure,CHITIEU:OBSERVATION(1.0),D,,,,,,,,,2025-03-10,,,\n";
        Delivery first = sdmx("2025-01-15", HEADER + row("M", "2024", "100", "2025-01-10"));
        IngestResult refused = read(first, sdmx("2025-03-15", all));
        assertThat(latest(refused, "2025-12-31")).isEqualTo("100");
        assertThat(refused.quarantined()).singleElement().satisfies(row -> {
            assertThat(row.ruleCode()).isEqualTo("delete_all");
            assertThat(row.advice().en())
                    .isEqualTo("Name the figures to delete; if all are meant, set chitieu.delete_all: true in"
                            + " datapackage.json.");
        });
        IngestResult meant = read(
                first,
                TestDelivery.declared(
                        datasets,
                        "nso/2025-03-16",
                        "d.csv",
                        all.getBytes(UTF_8),
                        SDMX_CSV + ", \"chitieu\": {\"delete_all\": true}"));
        assertThat(latest(meant, "2025-12-31")).isEqualTo("none");
    }

    @Test
    void versionOneSemicolonsAndLabelsAreRead() {
        String text = "DATAFLOW;FREQ: Frequency;REF_AREA: Area;INDICATOR: Indicator;ACTIVITY: Activity;PRICE_BASIS;"
                + "ACCUMULATION;TIME_PERIOD;OBS_VALUE;UNIT_MEASURE;OBS_STATUS;PUBLISHED;SOURCE_URL\n"
                + "CHITIEU:OBSERVATION(1.0);M: Monthly;VN-HG: Hậu Giang;exports: Exports;_T: Total;current;P;2024-M09;"
                + "12.50;million_usd;E;2024-10-06;u\n";
        assertThat(read(sdmx("2025-01-15", text)).observations())
                .extracting(o -> o.key() + " = " + o.value() + " " + o.status())
                .containsExactly("VN-HG.exports._T.2024-09.P.current = 12.50 ESTIMATE");
    }

    @Test
    void aValueThatIsNotANumberOrAbsentIsIntentionallyMissing() {
        IngestResult result =
                read(sdmx("2025-01-15", HEADER + row("M", "2024", "NaN", "2025-01-10") + row("M", "2023", "", "")));
        assertThat(result.observations()).isEmpty();
        assertThat(result.files()).extracting(FileCount::missing).containsExactly(2);
        assertThat(result.quarantined()).isEmpty();
    }

    @Test
    void anotherStructureOrActionOrFormIsRefusedByName() {
        IngestResult result = read(sdmx(
                "2025-01-15",
                HEADER
                        + row("M", "2024", "1", "2025-01-10").replace("CHITIEU:OBSERVATION(1.0)", "IMF:ECOFIN_DSD(1.0)")
                        + row("X", "2024", "1", "2025-01-10")));
        assertThat(result.quarantined())
                .extracting(row -> row.message().en())
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith("source/nso/2025-01-15/d.csv, line 2: Expecting structure"
                                        + " CHITIEU:OBSERVATION(1.0) but was 'IMF:ECOFIN_DSD(1.0)'. Deliver each"
                                        + " structure"),
                        message -> assertThat(message)
                                .startsWith(
                                        "source/nso/2025-01-15/d.csv, line 3: Expecting ACTION I, A, M, R or D but was"
                                                + " 'X'."));
        assertThat(refusal("area,value\n", SDMX_CSV))
                .startsWith("source/nso/2025-01-15/d.csv, line 1: Expecting SDMX-CSV 1.0 or 2.0, whose first column is"
                        + " DATAFLOW or STRUCTURE, but was 'area,value'.");
        assertThat(refusal("STRUCTURE\",STRUCTURE_ID\n", SDMX_CSV))
                .startsWith("source/nso/2025-01-15/d.csv, line 1: Expecting a delimiter that is neither the quote nor a"
                        + " control character but was '\"'.");
        assertThat(refusal(HEADER.replace("UNIT_MEASURE", "UNIT"), SDMX_CSV)).contains("; missing: UNIT_MEASURE;");
    }

    @Test
    void xmlWithADocumentTypeOrOfAnotherFormIsRefused() {
        String xml = "\"format\": \"sdmx-ml\"";
        assertThat(refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", xml))
                .isEqualTo("source/nso/2025-01-15/d.csv, line 1: Expecting XML without DOCTYPE and entities but was"
                        + " DOCTYPE. Remove the DOCTYPE and deliver the file again.");
        assertThat(refusal("<html/>", xml))
                .startsWith("source/nso/2025-01-15/d.csv, line 1: Expecting an SDMX-ML 2.1 data message (GenericData or"
                        + " StructureSpecificData) but was <html>. Export");
        assertThat(refusal("<a><b></a>", xml)).contains("Expecting");
        String deep = "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">"
                + "<a>".repeat(100_000);
        assertThat(refusal(deep, xml)).contains("Expecting XML nested at most 32 deep but was <a>");
    }

    private String refusal(String text, String properties) {
        return read(TestDelivery.declared(datasets, "nso/2025-01-15", "d.csv", text.getBytes(UTF_8), properties))
                .refused()
                .get(0)
                .message()
                .en();
    }

    private Delivery sdmx(String day, String text) {
        return TestDelivery.declared(datasets, "nso/" + day, "d.csv", text.getBytes(UTF_8), SDMX_CSV);
    }

    private static String row(String action, String year, String value, String published) {
        return "datastructure,CHITIEU:OBSERVATION(1.0)," + action + ",A,VN-HG,exports,_T,current,P," + year + ","
                + (action.equals("D") ? "" : "P") + "," + published + "," + (action.equals("D") ? "" : "u") + ","
                + value + ",million_usd\n";
    }

    private static String latest(IngestResult result, String day) {
        LocalDate asOf = LocalDate.parse(day);
        return Vintages.latestByKey(result.observations(), asOf).values().stream()
                .filter(o -> o.key().period().equals(Period.ofYear(2024)))
                .map(o -> o.value().toPlainString())
                .findFirst()
                .orElse("none");
    }

    /** Returns the sources of all shipped deliveries, each address once, the header first. */
    private static Collection<String> sources() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(HOME.resolve("datasets/source"))) {
            for (Path file :
                    files.filter(file -> file.endsWith("sources.csv")).sorted().toList()) {
                Files.readAllLines(file).forEach(line -> lines.putIfAbsent(line.split(",", 2)[0], line));
            }
        }
        return lines.values();
    }

    /** Everything of an observation but where it stood, once where two deliveries repeat each other. */
    private static String shown(List<Observation> observations) {
        return observations.stream()
                .map(o -> Stream.of(
                                o.key(),
                                o.value(),
                                o.unitCode(),
                                o.status(),
                                o.publishedDate(),
                                o.publishedKind(),
                                o.sourceDate(),
                                o.sourceUrl(),
                                o.trustRank())
                        .map(Objects::toString)
                        .collect(Collectors.joining(" ")))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(SdmxTest.class.getResourceAsStream("/scenario/observation/" + name))) {
            return stream.readAllBytes();
        }
    }

    private static IngestResult read(Delivery... deliveries) {
        return Ingest.read(List.of(deliveries), CODELISTS);
    }
}
