package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitieu.observation.ingest.SdmxDelivery.obs;
import static vn.chitieu.observation.ingest.SdmxDelivery.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;

/** A deletion closes exactly what it names: exports of October and November 2023 were delivered before. */
class SdmxDeletionTest {

    private static final String FIRST = "2025-01-15";
    private static final String LATER = "2025-03-15";
    private static final String MILLION = "UNIT_MULT=\"6\"";
    private static final String HEADER = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE,"
            + "UNIT_MULT,OBS_STATUS,ADJUSTMENT";
    private static final String OCTOBER = "exports 2023-10 100";
    private static final String NOVEMBER = "exports 2023-11 110";
    private static final String CLOSED = " closed 2025-03-15";

    private final Path datasets;

    SdmxDeletionTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    private SdmxDelivery ofCsv() {
        return new SdmxDelivery(datasets)
                .csv(
                        FIRST,
                        HEADER + "/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10,100,6,A,N"
                                + "/dataflow,X:Y(1.0),M,VN,TXG,M,2023-11,110,6,A,N");
    }

    private SdmxDelivery ofXml() {
        return new SdmxDelivery(datasets).dataSet(FIRST, series(MILLION, obs("2023-10", "100"), obs("2023-11", "110")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "VN,TXG,M,2023-10,,,,|October",
                "VN,TXG,M,2023-10,-,,,|October",
                "VN,TXG,M,2023-10,-,,-,|October",
                "VN,TXG,M,2023-10,-,6,-,|October",
                ",,,2023-10,,,,|October",
                ",TXG,,,,,,|both",
                "VN,,,,,,,|both",
                "VN,TXG,M,2023-10,,,-,|none",
                "VN,TXG,M,2023-10,,-,,|none",
                "VN,TXG,M,2023-10,,6,,|none",
                "VN,TXG,M,2023-10,,,,Y|none",
                "VN,TXG,M,2023-10,,,,N|none",
                "VN,TMG,M,2023-10,,,,|none",
                ",,,,,,,|none"
            },
            delimiter = '|')
    void aRowClosesWhatItsDimensionsNameAndAMarkOnAnAttributeClosesNothing(String row, String closed) {
        SdmxDelivery delivery = ofCsv().csv(LATER, HEADER + "/dataflow,X:Y(1.0),D," + row);
        assertThat(delivery.figures())
                .containsExactly(
                        OCTOBER + (closed.equals("none") ? "" : CLOSED),
                        NOVEMBER + (closed.equals("both") ? CLOSED : ""));
        assertThat(delivery.refusals()).hasSize(closed.equals("none") ? 1 : 0);
    }

    @Test
    void aDeletionThatIsNotFollowedSaysWhy() {
        assertThat(ofCsv().csv(LATER, HEADER + "/dataflow,X:Y(1.0),D,VN,TXG,M,,,,,Y")
                        .refusals())
                .containsExactly("delete_unread source/imf/2025-03-15/m.csv, line 2: Expecting a deletion by components"
                        + " that a column reads but was ADJUSTMENT = 'Y'. Nothing was deleted. Read the component in"
                        + " chitieu.columns, or name in chitieu.components the one code that all figures have.");
        assertThat(ofCsv().csv(LATER, HEADER + "/dataflow,X:Y(1.0),D,VN,TXG,M,2023-10,,,-,")
                        .refusals())
                .containsExactly(
                        "delete_attribute source/imf/2025-03-15/m.csv, line 2: Expecting a deletion of figures,"
                                + " not of attributes alone, but was OBS_STATUS. Nothing was deleted. To delete figures leave"
                                + " attributes empty, or mark OBS_VALUE too.");
    }

    @Test
    void aSliceIsFollowedIfEveryFigureIsDeclaredToBeInIt() {
        SdmxDelivery declared = ofCsv().declaring("\"components\": {\"ADJUSTMENT\": \"N\"}");
        assertThat(declared.csv(LATER, HEADER + "/dataflow,X:Y(1.0),D,VN,TXG,M,2023-10,,,,N")
                        .figures())
                .containsExactly(OCTOBER + CLOSED, NOVEMBER);
        SdmxDelivery other = ofCsv().declaring("\"components\": {\"ADJUSTMENT\": \"N\"}");
        assertThat(other.csv(LATER, HEADER + "/dataflow,X:Y(1.0),D,VN,TXG,M,2023-10,,,,Y")
                        .figures())
                .containsExactly(OCTOBER, NOVEMBER);
    }

    @Test
    void textsOfTheDeclarationAreNotCodesThatTheSenderNamed() {
        String all = HEADER + "/dataflow,X:Y(1.0),D,,,,,,,,";
        SdmxDelivery fixed = ofCsv().with("area", "{\"text\": \"vietnam\"}")
                .with("indicator", "{\"text\": \"exports\"}")
                .with("frequency", "{\"text\": \"M\"}")
                .csv(LATER, all);
        assertThat(fixed.figures()).containsExactly(OCTOBER, NOVEMBER);
        assertThat(fixed.refusals()).singleElement().asString().startsWith("delete_all ");
        SdmxDelivery imports = ofCsv().with("indicator", "{\"text\": \"imports\"}")
                .csv(LATER, HEADER + "/dataflow,X:Y(1.0),D,VN,,,2023-10,,,,");
        assertThat(imports.figures()).containsExactly(OCTOBER, NOVEMBER);
        assertThat(ofCsv().declaring("\"delete_all\": true").csv(LATER, all).figures())
                .containsExactly(OCTOBER + CLOSED, NOVEMBER + CLOSED);
    }

    @Test
    void anotherStructureTouchesNothing() {
        assertThat(ofCsv().csv(LATER, HEADER + "/dataflow,X:OTHER(1.0),D,VN,TXG,M,2023-10,,,,")
                        .figures())
                .containsExactly(OCTOBER, NOVEMBER);
        assertThat(ofXml().xml(
                                LATER,
                                "StructureSpecificData",
                                SdmxDelivery.structure("S1", "TIME_PERIOD", "IMF", "OTHER"),
                                "<m:DataSet ss:structureRef=\"S1\" ss:action=\"Delete\">"
                                        + series("", "<Obs TIME_PERIOD=\"2023-10\"/>") + "</m:DataSet>")
                        .figures())
                .containsExactly(OCTOBER, NOVEMBER);
    }

    @ParameterizedTest
    @CsvSource({"STRUCTURE_ID-ACTION-INDICATOR, TXG, both", "STRUCTURE_ID-ACTION-TIME_PERIOD, 2023-10, October"})
    void aMessageThatOnlyDeletesHasTheColumnsThatItNeeds(String columns, String code, String closed) {
        SdmxDelivery delivery =
                ofCsv().csv(LATER, "STRUCTURE," + columns.replace('-', ',') + "/dataflow,X:Y(1.0),D," + code);
        assertThat(delivery.figures())
                .containsExactly(OCTOBER + CLOSED, NOVEMBER + (closed.equals("both") ? CLOSED : ""));
        assertThat(delivery.refusals()).isEmpty();
    }

    @Test
    void aColumnThatNobodyKnowsDeletesNothing() {
        assertThat(ofCsv().csv(LATER, "STRUCTURE,STRUCTURE_ID,ACTION,INDICATR/dataflow,X:Y(1.0),D,TXG")
                        .refusals())
                .singleElement()
                .asString()
                .contains("but was INDICATR = 'TXG'");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "<Series REF_AREA=\"VN\" INDICATOR=\"TXG\" FREQ=\"M\"/>|both|0",
                "<Series INDICATOR=\"TXG\"/>|both|0",
                "<Series INDICATOR=\"TMG\"/>|none|1",
                "<Series INDICATOR=\"TXG\" UNIT_MULT=\"6\"/>|none|1",
                "<Series INDICATOR=\"TXG\" UNIT_MULT=\"6\"><Obs TIME_PERIOD=\"2023-10\"/></Series>|October|0",
                "<Series INDICATOR=\"TXG\"><Obs TIME_PERIOD=\"2023-10\" OBS_STATUS=\"-\"/></Series>|none|1",
                "<Series INDICATOR=\"TXG\"><Obs TIME_PERIOD=\"2023-10\" OBS_VALUE=\"1\"/></Series>|October|0",
                "<Series/>|none|1",
                "''|none|1"
            },
            delimiter = '|')
    void aDataSetThatDeletesClosesTheLowestLevelThatItNames(String content, String closed, int refusals) {
        SdmxDelivery delivery = ofXml().specific(
                        LATER, "<m:DataSet ss:structureRef=\"S1\" ss:action=\"Delete\">" + content + "</m:DataSet>");
        assertThat(delivery.figures())
                .containsExactly(
                        OCTOBER + (closed.equals("none") ? "" : CLOSED),
                        NOVEMBER + (closed.equals("both") ? CLOSED : ""));
        assertThat(delivery.refusals()).hasSize(refusals);
    }

    @Test
    void deletionAndDataInOneMessageKeepTheirOwnAction() {
        String sets = "<m:DataSet ss:structureRef=\"S1\" ss:action=\"Delete\">"
                + series("", "<Obs TIME_PERIOD=\"2023-10\"/>") + "</m:DataSet><m:DataSet ss:structureRef=\"S1\">"
                + series(MILLION, obs("2023-12", "120")) + "</m:DataSet>";
        assertThat(ofXml().specific(LATER, sets).figures())
                .containsExactly(OCTOBER + CLOSED, NOVEMBER, "exports 2023-12 120");
    }

    /**
     * Figure and deletion are received on one day, one second apart, with bytes of eight different sums: what was
     * received first is what the other is about.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofOneSenderAndDayADeletionIsAboutWhatWasReceivedBeforeIt(int value) throws IOException {
        String figure = own("I", "https://example.org/a", Integer.toString(value));
        String deletion = own("D", "https://example.org/a", "");
        assertThat(received("deletion last", figure, deletion)).containsExactly(value + " closed 2025-07-03");
        assertThat(received("deletion first", deletion, figure)).containsExactly(Integer.toString(value));
    }

    private static String own(String action, String url, String value) {
        return "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,ACTIVITY,PRICE_BASIS,ACCUMULATION,TIME_PERIOD,"
                + "OBS_STATUS,PUBLISHED,SOURCE_URL,UNIT_MEASURE,OBS_VALUE\n"
                + "datastructure,CHITIEU:OBSERVATION(1.0)," + action + ",M,VN,exports,_T,current,P,2025-05,E,"
                + (value.isEmpty() ? "" : "2025-06-06") + "," + url + ",million_usd," + value + "\n";
    }

    /** Returns the figures, each with the day from which it is closed. */
    private List<String> received(String name, String... messages) throws IOException {
        DeliveryRegistry registry = DeliveryRegistry.of(
                Files.createDirectories(datasets.resolve(name)).resolve("warehouse"));
        for (int i = 0; i < messages.length; i++) {
            registry.register(
                    Files.writeString(datasets.resolve(name).resolve(i + ".csv"), messages[i]),
                    new DeliveryTerms("sdmx-csv", "GSO", Optional.empty()),
                    Instant.parse("2025-07-03T02:00:00Z").plusSeconds(i));
        }
        Deliveries files = new Deliveries(List.of(), registry.list(), Map.of());
        return Ingest.read(files, SdmxDelivery.CODELISTS, FormCatalogue.NONE, BulkFigures.NONE).observations().stream()
                .map(o -> o.value().toPlainString() + (o.closedDate() == null ? "" : " closed " + o.closedDate()))
                .toList();
    }
}
