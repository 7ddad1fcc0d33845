package vn.chitieu.observation.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.TestDelivery;

/** Small SDMX messages of foreign trade in a foreign structure, as deliveries, and what comes of them in words. */
final class SdmxDelivery {

    static final Codelists CODELISTS = Codelists.read(Path.of(System.getProperty("chitieu.home"), "datasets"));

    /** Which component each column is read in; the rest are texts. */
    static final String COLUMNS =
            "\"area\": {\"field\": \"REF_AREA\", \"codes\": {\"VN\": \"vietnam\"}}, \"indicator\":"
                    + " {\"field\": \"INDICATOR\", \"codes\": {\"TXG\": \"exports\", \"TMG\": \"imports\"}}, \"breakdown\":"
                    + " {\"text\": \"total\"}, \"basis\": {\"text\": \"period\"}, \"price_basis\": {\"text\": \"current\"},"
                    + " \"unit\": {\"field\": \"UNIT_MULT\", \"codes\": {\"6\": \"million_usd\", \"9\": \"billion_usd\"}},"
                    + " \"status\": {\"text\": \"unknown\"}, \"published\": {\"text\": \"2024-11-13\"}, \"source_url\":"
                    + " {\"text\": \"u\"}";

    private static final String NAMESPACES = " xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\""
            + " xmlns:c=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common\""
            + " xmlns:g=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\""
            + " xmlns:ss=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific\""
            + " xmlns:f=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:d=\"urn:x\"";

    private final Path datasets;
    private final List<Delivery> deliveries = new ArrayList<>();
    private String columns = COLUMNS;
    private String terms = "";

    SdmxDelivery(Path datasets) {
        this.datasets = datasets;
    }

    /** Reads a column otherwise than {@link #COLUMNS} says. */
    SdmxDelivery with(String column, String source) {
        columns = columns.replaceFirst("\"" + column + "\": \\{[^{}]*(\\{[^{}]*\\}[^{}]*)?\\}(, )?", "")
                .replaceFirst(", $", "");
        columns += ", \"" + column + "\": " + source;
        return this;
    }

    /** Declares more under {@code chitieu}, such as {@code "components": …}. */
    SdmxDelivery declaring(String more) {
        terms = ", " + more;
        return this;
    }

    /** Adds a message in CSV, lines ended by a slash. */
    SdmxDelivery csv(String day, String lines) {
        return add(day, "m.csv", "sdmx-csv", String.join("\n", lines.split("/")) + "\n");
    }

    /** Adds a structure-specific message of data sets, with the time at each observation. */
    SdmxDelivery specific(String day, String messageParts) {
        return xml(day, "StructureSpecificData", header("TIME_PERIOD"), messageParts);
    }

    /** Adds a structure-specific message of one data set of what is given. */
    SdmxDelivery dataSet(String day, String content) {
        return specific(day, "<m:DataSet ss:structureRef=\"S1\">" + content + "</m:DataSet>");
    }

    SdmxDelivery xml(String day, String root, String header, String content) {
        return add(
                day,
                "m.xml",
                "sdmx-ml",
                "<?xml version=\"1.0\"?><m:" + root + NAMESPACES + "><m:Header><m:ID>T</m:ID>" + header + "</m:Header>"
                        + content + "</m:" + root + ">");
    }

    SdmxDelivery add(String day, String file, String format, String text) {
        String properties =
                "\"format\": \"" + format + "\", \"chitieu\": {\"columns\": {" + columns + "}" + terms + "}";
        deliveries.add(TestDelivery.declared(datasets, "imf/" + day, file, text.getBytes(UTF_8), properties));
        return this;
    }

    /** Returns the element of a header that describes the structure S1. */
    static String header(String dimensionAtObservation) {
        return structure("S1", dimensionAtObservation, "IMF", "ECOFIN");
    }

    static String structure(String id, String dimensionAtObservation, String agency, String name) {
        return "<m:Structure structureID=\"" + id + "\" dimensionAtObservation=\"" + dimensionAtObservation
                + "\"><c:Structure><Ref agencyID=\"" + agency + "\" id=\"" + name + "\" version=\"1.0\"/>"
                + "</c:Structure></m:Structure>";
    }

    static String series(String more, String... observations) {
        return "<Series REF_AREA=\"VN\" INDICATOR=\"TXG\" FREQ=\"M\" " + more + ">" + String.join("", observations)
                + "</Series>";
    }

    static String obs(String period, String value) {
        return "<Obs TIME_PERIOD=\"" + period + "\" OBS_VALUE=\"" + value + "\"/>";
    }

    IngestResult result() {
        return Ingest.read(deliveries, CODELISTS);
    }

    /** Returns the figures, each {@code indicator period value}, with the day from which it is closed. */
    List<String> figures() {
        return result().observations().stream().map(SdmxDelivery::shown).toList();
    }

    /** Returns what is said of the files and rows that are not used. */
    List<String> refusals() {
        List<String> said = new ArrayList<>();
        IngestResult result = result();
        result.refused().forEach(refused -> said.add(refused.message().en()));
        result.quarantined()
                .forEach(row -> said.add(row.ruleCode() + " " + row.message().en()));
        result.formNotes().forEach(note -> said.add(note.message().en()));
        return said;
    }

    private static String shown(Observation o) {
        String closed = o.closedDate() == null ? "" : " closed " + o.closedDate();
        return o.key().indicatorCode() + " " + o.key().period() + " "
                + o.value().toPlainString() + closed;
    }
}
