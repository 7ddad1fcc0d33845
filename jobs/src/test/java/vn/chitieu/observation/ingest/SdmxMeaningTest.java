package vn.chitieu.observation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.chitieu.observation.ingest.SdmxDelivery.header;
import static vn.chitieu.observation.ingest.SdmxDelivery.obs;
import static vn.chitieu.observation.ingest.SdmxDelivery.series;
import static vn.chitieu.observation.ingest.SdmxDelivery.structure;

import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a message says of its figures is lost, and what nobody reads never changes them without a word. */
class SdmxMeaningTest {

    private static final String DAY = "2025-07-15";
    private static final String MILLION = "UNIT_MULT=\"6\"";
    private static final String CSV =
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT";

    private final Path datasets;

    SdmxMeaningTest(@TempDir Path datasets) {
        this.datasets = datasets;
    }

    private SdmxDelivery delivery() {
        return new SdmxDelivery(datasets);
    }

    @ParameterizedTest
    @CsvSource({
        "--07-01, M, 2023-M01, 2023-07",
        "--07-01, Q, 2023-Q3, 2024-Q1",
        "--04-01, Q, 2023-Q1, 2023-Q2",
        "--07-01, S, 2023-S2, 2024-S1",
        "--04-01, M, 2023-M12, 2024-03",
        "--01-01, M, 2023-M01, 2023-01",
        "--07-01, M, 2023-01, 2023-01"
    })
    void aReportingYearCountsFromItsFirstDayAndACalendarMonthStays(
            String start, String frequency, String period, String calendar) {
        String text = series(MILLION + " REPORTING_YEAR_START_DAY=\"" + start + "\"", obs(period, "100"))
                .replace("FREQ=\"M\"", "FREQ=\"" + frequency + "\"");
        assertThat(delivery().dataSet(DAY, text).figures()).containsExactly("exports " + calendar + " 100");
    }

    @ParameterizedTest
    @CsvSource({"--07-01, A, 2023-A1, 2023-07-01/P12M", "--02-01, Q, 2023-Q1, 2023-02-01/P3M"})
    void aReportingPeriodThatTheYearOfTheAreaDoesNotHaveIsSetAside(
            String start, String frequency, String period, String months) {
        String text = "<m:DataSet ss:structureRef=\"S1\" ss:REPORTING_YEAR_START_DAY=\"" + start + "\">"
                + series(MILLION, obs(period, "100")).replace("FREQ=\"M\"", "FREQ=\"" + frequency + "\"")
                + "</m:DataSet>";
        assertThat(delivery().specific(DAY, text).refusals())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("line 1, VN.TXG." + frequency + " " + period + ": Expecting a period such as ")
                .contains(" but was '" + months + "'.");
    }

    @ParameterizedTest
    @CsvSource({"--07-15, M, 2023-M01", "July, M, 2023-M01"})
    void aReportingYearWithoutAFirstDayOfAMonthRefusesByName(String start, String frequency, String period) {
        String text = "<m:DataSet ss:structureRef=\"S1\" ss:REPORTING_YEAR_START_DAY=\"" + start + "\">"
                + series(MILLION, obs(period, "100")).replace("FREQ=\"M\"", "FREQ=\"" + frequency + "\"")
                + "</m:DataSet>";
        assertThat(delivery().specific(DAY, text).refusals())
                .containsExactly(
                        "source/imf/2025-07-15/m.xml: Expecting REPORTING_YEAR_START_DAY to be the first day of a month"
                                + " such as --07-01 but was '" + start + "' with period '" + period
                                + "'. Deliver that day, or calendar periods such as 2023-07.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Group xsi:type=\"S1:Sibling\" REF_AREA=\"VN\" INDICATOR=\"TXG\" UNIT_MULT=\"9\"/>",
                "<Group REF_AREA=\"VN\" INDICATOR=\"TXG\" UNIT_MULT=\"9\"/><Group REF_AREA=\"VN\" INDICATOR=\"TMG\""
                        + " UNIT_MULT=\"6\"/>",
                "<Group INDICATOR=\"TXG\" UNIT_MULT=\"9\" TITLE=\"of the group\"/>"
            })
    void aGroupReachesTheSeriesOfItsKeyAndADefaultDoesNotStandInItsWay(String groups) {
        SdmxDelivery delivery = delivery()
                .with(
                        "unit",
                        "{\"field\": \"UNIT_MULT\", \"text\": \"million_usd\", \"codes\": {\"6\": \"million_usd\","
                                + " \"9\": \"billion_usd\"}}")
                .dataSet(DAY, groups + series("", obs("2023-10", "32.3")));
        assertThat(delivery.figures()).isEmpty();
        assertThat(delivery.refusals()).singleElement().asString().contains("but was 'billion_usd'");
    }

    @Test
    void aNearerLevelWinsAndAnotherKeyIsAnotherGroup() {
        String groups = "<Group INDICATOR=\"TXG\" UNIT_MULT=\"9\"/><Group INDICATOR=\"TMG\" UNIT_MULT=\"9\"/>";
        assertThat(delivery()
                        .dataSet(
                                DAY,
                                groups
                                        + series(MILLION, obs("2023-10", "1"))
                                        + series("", "<Obs TIME_PERIOD=\"2023-11\" OBS_VALUE=\"2\" UNIT_MULT=\"6\"/>"))
                        .figures())
                .containsExactly("exports 2023-10 1", "exports 2023-11 2");
    }

    @Test
    void theKeyOfAGenericGroupIsItsGroupKey() {
        String text = "<m:DataSet structureRef=\"S1\"><g:Group type=\"Sibling\"><g:GroupKey><g:Value id=\"INDICATOR\""
                + " value=\"TXG\"/></g:GroupKey><g:Attributes><g:Value id=\"UNIT_MULT\" value=\"6\"/></g:Attributes>"
                + "</g:Group><g:Series><g:SeriesKey><g:Value id=\"REF_AREA\" value=\"VN\"/><g:Value id=\"INDICATOR\""
                + " value=\"TXG\"/><g:Value id=\"FREQ\" value=\"M\"/></g:SeriesKey><g:Obs><g:ObsDimension"
                + " value=\"2023-10\"/><g:ObsValue value=\"32\"/></g:Obs></g:Series></m:DataSet>";
        assertThat(delivery()
                        .xml(DAY, "GenericData", header("TIME_PERIOD"), text)
                        .figures())
                .containsExactly("exports 2023-10 32");
    }

    @Test
    void groupsThatContradictEachOtherRefuse() {
        String groups = "<Group INDICATOR=\"TXG\" UNIT_MULT=\"6\"/><Group REF_AREA=\"VN\" UNIT_MULT=\"9\"/>";
        assertThat(delivery()
                        .dataSet(DAY, groups + series("", obs("2023-10", "1")))
                        .refusals())
                .containsExactly(
                        "source/imf/2025-07-15/m.xml: Expecting groups that agree but UNIT_MULT was '6', '9' of"
                                + " the same observation. Correct the message and deliver it again.");
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT_MULT, 9",
        "UNIT_MULT, 3",
        "ADJUSTMENT, Y",
        "SEASONAL_ADJUST, W",
        "s_adj, SCA",
        "BASE_PER, 2010",
        "PRICES, V",
        "PRICE_BASE, L",
        "TRANSFORMATION, G1",
        "DECIMALS, 2",
        "OBS_STATUS, F",
        "OBS_STATUS, M",
        "OBS_FLAG, l",
        "CONF_STATUS, C",
        "OBS_CONF, N",
        "EMBARGO_TIME, 2099-01-31T08:00"
    })
    void anUnreadComponentThatChangesTheMeaningRefusesByName(String id, String code) {
        for (String text : new String[] {
            series(id + "=\"" + code + "\"", obs("2023-10", "100")),
            series("", "<Obs TIME_PERIOD=\"2023-10\" OBS_VALUE=\"100\" " + id + "=\"" + code + "\"/>"),
            "<Group INDICATOR=\"TXG\" " + id + "=\"" + code + "\"/>" + series("", obs("2023-10", "100"))
        }) {
            assertThat(delivery()
                            .with("unit", "{\"text\": \"million_usd\"}")
                            .dataSet(DAY, text)
                            .refusals())
                    .containsExactly("source/imf/2025-07-15/m.xml: Expecting " + id + " to be read, because it changes"
                            + " what a figure means, but no column reads it and it was '" + code + "'. Read it in"
                            + " chitieu.columns, or allow its codes in chitieu.components of datapackage.json.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT_MULT, 0, 100",
        "ADJUSTMENT, N, 100",
        "s_adj, NSA, 100",
        "DECIMALS, 2, 100.25",
        "PRICES, _Z, 100",
        "OBS_STATUS, E, 100",
        "CONF_STATUS, F, 100"
    })
    void aCodeThatChangesNothingIsOfNoEffect(String id, String code, String value) {
        assertThat(delivery()
                        .with("unit", "{\"text\": \"million_usd\"}")
                        .dataSet(DAY, series(id + "=\"" + code + "\"", obs("2023-10", value)))
                        .figures())
                .containsExactly("exports 2023-10 " + value);
    }

    /** What makes a number no figure says nothing of a row that has none. */
    @Test
    void theStatusOfAMissingValueIsOfNoEffect() {
        SdmxDelivery delivery = delivery()
                .dataSet(
                        DAY,
                        series(
                                MILLION,
                                obs("2023-10", "100"),
                                "<Obs TIME_PERIOD=\"2023-11\" OBS_VALUE=\"NaN\" OBS_STATUS=\"M\" CONF_STATUS=\"C\"/>"));

        assertThat(delivery.refusals()).isEmpty();
        assertThat(delivery.figures()).containsExactly("exports 2023-10 100");
    }

    @Test
    void whatIsDeclaredOfAnUnreadComponentIsHeldTo() {
        String text = series(MILLION + " ADJUSTMENT=\"Y\" COMMENT=\"x\"", obs("2023-10", "100"));
        assertThat(delivery()
                        .declaring("\"components\": {\"ADJUSTMENT\": \"*\"}")
                        .dataSet(DAY, text)
                        .figures())
                .hasSize(1);
        assertThat(delivery()
                        .declaring("\"components\": {\"ADJUSTMENT\": [\"Y\", \"W\"]}")
                        .dataSet(DAY, text)
                        .figures())
                .hasSize(1);
        assertThat(delivery()
                        .declaring("\"components\": {\"ADJUSTMENT\": \"N\"}")
                        .dataSet(DAY, text)
                        .refusals())
                .containsExactly("source/imf/2025-07-15/m.xml: Expecting ADJUSTMENT, which no column reads, to be N as"
                        + " chitieu.components says but was 'Y'. Deliver only what is declared, or correct"
                        + " datapackage.json.");
    }

    @Test
    void anUnreadDimensionThatVariesRefusesWithItsCodes() {
        String text = series(MILLION + " NATURE=\"BRUT\"", obs("2023-10", "100"))
                + series(MILLION + " NATURE=\"CVS-CJO\"", obs("2023-11", "104"));
        String refusal = ": Expecting one code of NATURE, which no column reads, but was 'BRUT', 'CVS-CJO'. Read it in"
                + " chitieu.columns, deliver the figures of one code, or allow its codes in chitieu.components of"
                + " datapackage.json.";
        assertThat(delivery().dataSet(DAY, text).refusals()).containsExactly("source/imf/2025-07-15/m.xml" + refusal);
        assertThat(delivery()
                        .csv(
                                DAY,
                                CSV + ",NATURE/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10,100,6,BRUT"
                                        + "/dataflow,X:Y(1.0),M,VN,TXG,M,2023-11,104,6,CVS-CJO")
                        .refusals())
                .containsExactly("source/imf/2025-07-15/m.csv" + refusal);
        String generic =
                "<m:DataSet structureRef=\"S1\">" + genericSeries("BRUT") + genericSeries("CVS-CJO") + "</m:DataSet>";
        assertThat(delivery()
                        .xml(DAY, "GenericData", header("TIME_PERIOD"), generic)
                        .refusals())
                .containsExactly("source/imf/2025-07-15/m.xml" + refusal);
    }

    private static String genericSeries(String nature) {
        return "<g:Series><g:SeriesKey><g:Value id=\"REF_AREA\" value=\"VN\"/><g:Value id=\"INDICATOR\" value=\"TXG\"/>"
                + "<g:Value id=\"FREQ\" value=\"M\"/><g:Value id=\"NATURE\" value=\"" + nature + "\"/></g:SeriesKey>"
                + "<g:Attributes><g:Value id=\"UNIT_MULT\" value=\"6\"/><g:Value id=\"FREE\" value=\"" + nature
                + "\"/></g:Attributes><g:Obs><g:ObsDimension value=\"2023-10\"/><g:ObsValue value=\"1\"/></g:Obs>"
                + "</g:Series>";
    }

    @Test
    void attributesOfSingleObservationsMayVary() {
        assertThat(delivery()
                        .dataSet(
                                DAY,
                                series(
                                        MILLION,
                                        "<Obs TIME_PERIOD=\"2023-10\" OBS_VALUE=\"1\" OBS_STATUS=\"A\" MARK=\"p\"/>",
                                        "<Obs TIME_PERIOD=\"2023-11\" OBS_VALUE=\"2\" OBS_STATUS=\"E\" MARK=\"q\"/>"))
                        .figures())
                .containsExactly("exports 2023-10 1", "exports 2023-11 2");
    }

    @Test
    void aMessageHasOneStructureAndTheOneDeclared() {
        String rows = CSV + "/dataflow,IMF:ECOFIN(1.0),M,VN,TXG,M,2023-10,100,6";
        String two = rows + "/dataflow,IMF:PLAN_TARGETS(1.0),M,VN,TXG,M,2023-11,5,6";
        assertThat(delivery().csv(DAY, two).refusals())
                .containsExactly("source/imf/2025-07-15/m.csv: Expecting one structure but was 'IMF:ECOFIN(1.0)',"
                        + " 'IMF:PLAN_TARGETS(1.0)'. Deliver each structure in a file of its own.");
        String sets = "<m:DataSet ss:structureRef=\"S1\">" + series(MILLION, obs("2023-10", "1"))
                + "</m:DataSet><m:DataSet ss:structureRef=\"S2\">" + series(MILLION, obs("2023-11", "1"))
                + "</m:DataSet>";
        assertThat(delivery()
                        .xml(
                                DAY,
                                "StructureSpecificData",
                                header("TIME_PERIOD") + structure("S2", "TIME_PERIOD", "IMF", "PLAN"),
                                sets)
                        .refusals())
                .singleElement()
                .asString()
                .contains("Expecting one structure but was 'IMF:ECOFIN(1.0)', 'IMF:PLAN(1.0)'");
        assertThat(delivery()
                        .declaring("\"structure\": \"IMF:ECOFIN(1.0)\"")
                        .csv(DAY, rows)
                        .figures())
                .hasSize(1);
        assertThat(delivery()
                        .declaring("\"structure\": \"IMF:OTHER(1.0)\"")
                        .csv(DAY, rows)
                        .refusals())
                .singleElement()
                .asString()
                .contains("Expecting structure IMF:OTHER(1.0) as chitieu.structure says but was 'IMF:ECOFIN(1.0)'");
    }

    @Test
    void eachDataSetFollowsTheStructureThatItNames() {
        String at =
                "<m:DataSet structureRef=\"S1\"><g:Series><g:SeriesKey><g:Value id=\"REF_AREA\" value=\"VN\"/><g:Value"
                        + " id=\"INDICATOR\" value=\"TXG\"/><g:Value id=\"FREQ\" value=\"M\"/></g:SeriesKey><g:Attributes><g:Value"
                        + " id=\"UNIT_MULT\" value=\"6\"/></g:Attributes><g:Obs><g:ObsDimension value=\"2023-10\"/><g:ObsValue"
                        + " value=\"100\"/></g:Obs></g:Series></m:DataSet>";
        String across = at.replace("S1", "S2")
                .replace("id=\"INDICATOR\" value=\"TXG\"", "id=\"TIME_PERIOD\" value=\"2023-11\"")
                .replace("ObsDimension value=\"2023-10\"", "ObsDimension value=\"TMG\"");
        String structures = header("TIME_PERIOD") + structure("S2", "INDICATOR", "IMF", "ECOFIN");
        assertThat(delivery().xml(DAY, "GenericData", structures, at + across).figures())
                .containsExactlyInAnyOrder("exports 2023-10 100", "imports 2023-11 100");
        assertThat(delivery()
                        .xml(DAY, "GenericData", structures, at.replace("S1", "S3"))
                        .refusals())
                .containsExactly(
                        "source/imf/2025-07-15/m.xml, line 1: Expecting structureRef one of S1, S2 but was 'S3'."
                                + " Export the file again and deliver it.");
    }

    @Test
    void theDayFromWhichADataSetIsValidTellsVintagesApart() {
        String sets = "<m:DataSet ss:structureRef=\"S1\" ss:validFromDate=\"2023-11-06T00:00:00\">"
                + series(MILLION, obs("2023-10", "100")) + "</m:DataSet>";
        String both = sets + sets.replace("2023-11-06", "2023-12-06").replace("100", "104");
        IngestResult vintages = delivery()
                .with("published", "{\"field\": \"validFromDate\"}")
                .specific(DAY, both)
                .result();
        assertThat(vintages.observations())
                .extracting(o -> o.value() + " " + o.publishedDate())
                .containsExactly("100 2023-11-06", "104 2023-12-06");
        assertThat(delivery().specific(DAY, both).refusals())
                .singleElement()
                .asString()
                .contains("Expecting one code of validFromDate, which no column reads, but was");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-14T13:00:00Z, 2024-01-14",
        "2024-01-14T23:30:00+07:00, 2024-01-14",
        "2024-01-14Z, 2024-01-14",
        "2024-01-14, 2024-01-14",
        "2024-01-14T13:00:00.123, 2024-01-14"
    })
    void theDayOfPublicationMayBeADateAndTime(String text, String day) {
        IngestResult result = delivery()
                .with("published", "{\"field\": \"PUBLICATION_DATE\"}")
                .specific(
                        DAY,
                        "<m:DataSet ss:structureRef=\"S1\" PUBLICATION_DATE=\"" + text + "\">"
                                + series(MILLION, obs("2023-10", "100")) + "</m:DataSet>")
                .result();
        assertThat(result.observations())
                .extracting(o -> o.publishedDate().toString())
                .containsExactly(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-32T13:00:00Z", "14/01/2024", "2024-01-14T25:00:00Z", "2024-01", "yesterday"})
    void whatIsNoDayIsHeldBack(String text) {
        assertThat(delivery()
                        .with("published", "{\"field\": \"PUBLICATION_DATE\"}")
                        .dataSet(DAY, series(MILLION + " PUBLICATION_DATE=\"" + text + "\"", obs("2023-10", "100")))
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("date source/imf/2025-07-15/m.xml, line 1, VN.TXG.M 2023-10: Expecting a date");
    }

    @Test
    void anExplicitMeasureIsTheTypeOfItsObservation() {
        String measures = header("INDICATOR").replace("dimensionAt", "explicitMeasures=\"true\" dimensionAt");
        String text = "<m:DataSet ss:structureRef=\"S1\"><Series REF_AREA=\"VN\" FREQ=\"M\" TIME_PERIOD=\"2023-10\""
                + " UNIT_MULT=\"6\"><Obs xsi:type=\"d:TXG\" OBS_VALUE=\"100\"/><Obs xsi:type=\"TMG\""
                + " OBS_VALUE=\"90\"/></Series></m:DataSet>";
        assertThat(delivery().xml(DAY, "StructureSpecificData", measures, text).figures())
                .containsExactly("exports 2023-10 100", "imports 2023-10 90");
        assertThat(delivery()
                        .xml(DAY, "StructureSpecificData", measures.replace("\"INDICATOR\"", "\"AllDimensions\""), text)
                        .refusals())
                .singleElement()
                .asString()
                .contains("but explicitMeasures was true with dimensionAtObservation AllDimensions");
    }

    @Test
    void theTypeOfAnObservationIsNothingWithoutExplicitMeasures() {
        assertThat(delivery()
                        .dataSet(
                                DAY,
                                series(
                                        MILLION,
                                        "<Obs xsi:type=\"d:ObsType\" TIME_PERIOD=\"2023-10\" OBS_VALUE=\"100\"/>"))
                        .figures())
                .containsExactly("exports 2023-10 100");
    }

    @Test
    void aFooterOfAnErrorATestAndAMessageWithoutDataAreRefusedAndQuoted() {
        String data = "<m:DataSet ss:structureRef=\"S1\">" + series(MILLION, obs("2023-10", "100")) + "</m:DataSet>";
        String footer = "<f:Footer><f:Message code=\"510\" severity=\"Error\"><c:Text>result is incomplete</c:Text>"
                + "</f:Message></f:Footer>";
        assertThat(delivery().specific(DAY, data + footer).refusals())
                .containsExactly("source/imf/2025-07-15/m.xml: Expecting a whole message but it says itself that it is"
                        + " not: Error 510: result is incomplete. Ask for the data again, in smaller parts if it is too"
                        + " large, and deliver that file.");
        String information = footer.replace("Error", "Information").replace("510", "413");
        assertThat(delivery().specific(DAY, information).refusals())
                .containsExactly("source/imf/2025-07-15/m.xml: Expecting data but the message only says: Information"
                        + " 413: result is incomplete. Fetch the data itself and deliver that file.");
        assertThat(delivery().specific(DAY, data + information).refusals())
                .containsExactly(
                        "source/imf/2025-07-15/m.xml: the message says: Information 413: result is incomplete");
        assertThat(delivery().specific(DAY, data + information).figures()).hasSize(1);
        assertThat(delivery()
                        .xml(DAY, "StructureSpecificData", "<m:Test> true </m:Test>" + header("TIME_PERIOD"), data)
                        .refusals())
                .containsExactly("source/imf/2025-07-15/m.xml, line 1: Expecting a message to be used but its header"
                        + " says Test true. Deliver the message itself.");
        assertThat(delivery()
                        .xml(DAY, "Error", "", "<m:ErrorMessage code=\"100\"><c:Text>no data</c:Text></m:ErrorMessage>")
                        .refusals())
                .singleElement()
                .asString()
                .contains("it says itself that it is not: 100: no data.");
    }

    @Test
    void aFileWithoutARowIsRefusedWhateverItsForm() {
        String empty = "Expecting at least one row of figures but was none. Deliver the whole file, or state rows: 0 in"
                + " datapackage.json if it has none.";
        assertThat(delivery().specific(DAY, "").refusals()).containsExactly("source/imf/2025-07-15/m.xml: " + empty);
        assertThat(delivery().dataSet(DAY, series(MILLION)).refusals())
                .containsExactly("source/imf/2025-07-15/m.xml: " + empty);
        assertThat(delivery().csv(DAY, CSV).refusals()).containsExactly("source/imf/2025-07-15/m.csv: " + empty);
    }

    @Test
    void anAbsentValueIsMissingAndAnEmptyAttributeIsEmpty() {
        String text = series(
                MILLION + " TITLE=\"\"",
                obs("2023-10", "100"),
                "<Obs TIME_PERIOD=\"2023-11\" OBS_STATUS=\"M\"/>",
                obs("2023-12", ""),
                obs("2024-01", "NaN"));
        assertThat(delivery().dataSet(DAY, text).result().files())
                .extracting(FileCount::accepted, FileCount::missing)
                .containsExactly(tuple(1, 3));
        String generic = "<m:DataSet structureRef=\"S1\">"
                + genericSeries("BRUT")
                        .replace("value=\"BRUT\"/></g:Attributes>", "/></g:Attributes>")
                        .replace("<g:ObsValue value=\"1\"/>", "<g:ObsValue/>")
                + genericSeries("BRUT") + "</m:DataSet>";
        IngestResult result = delivery()
                .xml(DAY, "GenericData", header("TIME_PERIOD"), generic)
                .result();
        assertThat(result.observations()).hasSize(1);
        assertThat(result.files()).extracting(FileCount::missing).containsExactly(1);
    }

    @Test
    void aValueWithoutIdRefuses() {
        String generic =
                "<m:DataSet structureRef=\"S1\">" + genericSeries("BRUT").replace("id=\"NATURE\"", "") + "</m:DataSet>";
        assertThat(delivery()
                        .xml(DAY, "GenericData", header("TIME_PERIOD"), generic)
                        .refusals())
                .containsExactly(
                        "source/imf/2025-07-15/m.xml, line 1: Expecting an id of each component but was <Value>"
                                + " without. Export the file again and deliver it.");
    }

    @Test
    void aRowOfAPartialKeyIsPassedOverByName() {
        SdmxDelivery delivery = delivery()
                .csv(
                        DAY,
                        CSV + ",OBS_STATUS/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10,100,6,A"
                                + "/dataflow,X:Y(1.0),M,VN,TXG,M,,,6,A");
        assertThat(delivery.figures()).containsExactly("exports 2023-10 100");
        assertThat(delivery.refusals())
                .containsExactly("source/imf/2025-07-15/m.csv: 1 rows without period and value, which tell only"
                        + " attributes (OBS_STATUS), were passed over.");
        assertThat(delivery()
                        .csv(DAY, CSV + "/dataflow,X:Y(1.0),M,VN,TXG,M,,100,6")
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("period ");
    }

    @ParameterizedTest
    @CsvSource({
        "H, 2023-S1, 2023-S1",
        "S, 2023-S2, 2023-S2",
        "S, 2023S1, 2023-S1",
        "H, 2023-H2, 2023-S2",
        "M, 2001M1, 2001-01",
        "M, 2001M12, 2001-12",
        "Q, 2001Q3, 2001-Q3",
        "A, 2001A1, 2001",
        "A, 2001-A1, 2001",
        "M, 2001-01-01, 2001-01",
        "M, 2001-01-31, 2001-01",
        "M, 2004-02-29T23:59:59Z, 2004-02",
        "Q, 2001-04-01, 2001-Q2",
        "Q, 2001-06-30, 2001-Q2",
        "S, 2001-07-01T00:00:00, 2001-S2",
        "A, 2001-12-31, 2001",
        "M, 2001-03-01/P1M, 2001-03",
        "A, 2001-01-01T00:00:00/P1Y, 2001",
        "A, 2001Z, 2001",
        "M, 2001-05+07:00, 2001-05"
    })
    void everyTimeFormatOfSdmxIsTheSamePeriod(String frequency, String text, String period) {
        String message = series(MILLION, obs(text, "100")).replace("FREQ=\"M\"", "FREQ=\"" + frequency + "\"");
        assertThat(delivery().dataSet(DAY, message).figures()).containsExactly("exports " + period + " 100");
    }

    @ParameterizedTest
    @CsvSource({
        "M, 2001-01-15",
        "Q, 2001-01-31",
        "A, 2001-06-30",
        "M, 2001-02-30",
        "M, 2001-02-01/P3M",
        "A, 2001-A2",
        "M, 2001-W05",
        "Q, 2001-01",
        "M, 20010101"
    })
    void whatIsNoPeriodOfItsFrequencyIsHeldBack(String frequency, String text) {
        String message = series(MILLION, obs(text, "100")).replace("FREQ=\"M\"", "FREQ=\"" + frequency + "\"");
        assertThat(delivery().dataSet(DAY, message).refusals())
                .singleElement()
                .asString()
                .startsWith("period ")
                .contains("but was '" + text + "'");
    }

    @Test
    void theCodeOfAHalfYearMayBeTranslatedOrNot() {
        String message = series(MILLION, obs("2023-S1", "100")).replace("FREQ=\"M\"", "FREQ=\"S\"");
        assertThat(delivery()
                        .with("frequency", "{\"field\": \"FREQ\", \"codes\": {\"S\": \"H\"}}")
                        .dataSet(DAY, message)
                        .figures())
                .containsExactly("exports 2023-S1 100");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2345E4, 12345",
        ".5, 0.5",
        "5., 5",
        "' 5 ', 5",
        "+5, 5",
        "1e2, 100",
        "1.50, 1.50",
        "4.3475413988946108E-3, 0.004347541398894611",
        "5.5E-1, 0.55"
    })
    void aNumberHasTheFormOfADouble(String text, String value) {
        assertThat(delivery()
                        .dataSet(DAY, series(MILLION, obs("2023-10", text)))
                        .figures())
                .containsExactly("exports 2023-10 " + value);
        assertThat(delivery()
                        .csv(DAY, CSV + "/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10," + text + ",6")
                        .figures())
                .containsExactly("exports 2023-10 " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INF",
                "-INF",
                "1E999",
                "1E30",
                "1E-30",
                "1,5",
                "1 000",
                "0x1F",
                "1.5f",
                ".",
                "E5",
                "1234567890123456789"
            })
    void whatIsNoFigureIsHeldBack(String text) {
        assertThat(delivery()
                        .dataSet(DAY, series(MILLION, obs("2023-10", text)))
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("number ")
                .contains("but was '" + text + "'");
    }

    @Test
    void aMessageIsTheSameWithItsHeaderInQuotesAndWithLabels() {
        String quoted = CSV.replaceAll("(\\w+)", "\"$1\"") + "/\"dataflow\",\"X:Y(1.0)\",\"M\",\"VN\",\"TXG\",\"M\","
                + "\"2023-10\",\"100\",\"6\"";
        assertThat(delivery().csv(DAY, quoted).figures()).containsExactly("exports 2023-10 100");
        String names = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,INDICATOR,Indicator,FREQ,Name,"
                + "TIME_PERIOD,Name,OBS_VALUE,Observation value,UNIT_MULT,Name,OBS_STATUS,Status"
                + "/dataflow,X:Y(1.0),Y,M,VN,Viet Nam,TXG,Exports,M,Monthly,2023-10,,100,,6,Millions,A,Normal"
                + "/dataflow,X:Y(1.0),Y,M,VN,Viet Nam,TMG,Imports,M,Monthly,2023-10,,90,,6,Millions,A,Normal";
        assertThat(delivery().csv(DAY, names).figures()).containsExactly("exports 2023-10 100", "imports 2023-10 90");
        String nameless = "DATAFLOW,REF_AREA,,INDICATOR,,FREQ,,TIME_PERIOD,,OBS_VALUE,,UNIT_MULT,"
                + "/X:Y(1.0),VN,Viet Nam,TXG,Exports,M,Monthly,2023-10,,100,,6,Millions";
        assertThat(delivery().csv(DAY, nameless).figures()).containsExactly("exports 2023-10 100");
        String semicolons = quoted.replace(',', ';');
        assertThat(delivery().csv(DAY, semicolons).figures()).containsExactly("exports 2023-10 100");
    }

    @Test
    void onlyANeededColumnMustStandOnce() {
        assertThat(delivery()
                        .csv(DAY, CSV + ",NOTE,NOTE,/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10,100,6,a,b,c")
                        .figures())
                .containsExactly("exports 2023-10 100");
        assertThat(delivery()
                        .csv(DAY, CSV + ",FREQ,NOTE,NOTE/dataflow,X:Y(1.0),M,VN,TXG,M,2023-10,100,6,Q,a,b")
                        .refusals())
                .containsExactly("source/imf/2025-07-15/m.csv, line 1: Expecting the column FREQ once but it stands"
                        + " again. Remove one of the two and deliver the file again.");
    }

    @Test
    void eachRowOfAMessageOnOneLineIsNamedBySeriesAndPeriod() {
        String text = series(MILLION, obs("2023-10", "x"), obs("2023-11", "100"), obs("2023-11", "104"));
        assertThat(delivery().dataSet(DAY, text).refusals())
                .satisfiesExactlyInAnyOrder(
                        said -> assertThat(said).contains("m.xml, line 1, VN.TXG.M 2023-10: Expecting a number"),
                        said -> assertThat(said)
                                .contains("m.xml, line 1, VN.TXG.M 2023-11: Expecting one value of a figure in one"
                                        + " delivery, and m.xml, line 1, VN.TXG.M 2023-11 has 104,"),
                        said -> assertThat(said).contains("m.xml, line 1, VN.TXG.M 2023-11 has 100,"));
    }

    @Test
    void theNextVersionOfTheStandardIsRefusedByItsNamespace() {
        String text =
                "<m:StructureSpecificData" + " xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message\"/>";
        assertThat(delivery().add(DAY, "m.xml", "sdmx-ml", text).refusals())
                .singleElement()
                .asString()
                .contains("Expecting an SDMX-ML 2.1 data message")
                .contains("(http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message)");
    }
}
