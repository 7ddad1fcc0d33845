package vn.chitieu.source.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.XmlInput;
import vn.chitieu.text.Words;

/**
 * A strict reader of SDMX-ML 2.1 data messages, generic and structure-specific, by series or flat.
 *
 * <p>The message is read as a stream. A document type, and with it every entity, is refused; nesting and the number of
 * observations are bounded. Components of data set, group-less series and observation make one row; those nearer to the
 * observation win.
 */
public final class SdmxMl {

    private static final Words WORDS = Words.of("source");

    private static final Set<String> ROOTS =
            Set.of("GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData");
    private static final String MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private static final int DEEPEST = 32;
    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_TEXT = 10_000;

    private final String where;
    private final String file;
    private final XMLStreamReader xml;
    private final Map<String, String> ofDataSet = new LinkedHashMap<>();
    private final Map<String, String> ofSeries = new LinkedHashMap<>();
    private final Map<String, String> ofObservation = new LinkedHashMap<>();
    private final List<SourceRow> rows = new ArrayList<>();
    private String dimensionAtObservation = "TIME_PERIOD";
    private String action = "I";
    private boolean isGeneric;
    private Map<String, String> open = ofDataSet;

    private SdmxMl(String where, String file, XMLStreamReader xml) {
        this.where = where;
        this.file = file;
        this.xml = xml;
    }

    /**
     * Returns the rows of a message with the columns of figures.
     *
     * @throws DataException if it is no SDMX-ML 2.1 data message, is not well-formed or has a document type
     */
    public static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        String where = "source/" + deliveryId + "/" + file;
        try {
            XMLStreamReader xml = XmlInput.open(new ByteArrayInputStream(content));
            SdmxMl message = new SdmxMl(where, file, xml);
            message.readAll();
            return SdmxStructure.rows(declaration, columns, new SourceRows(message.rows, List.of()));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String cause = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new DataException(WORDS.text("sdmx_ml.syntax", where, line, cause), e);
        }
    }

    private void readAll() throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DataException(WORDS.text("sdmx_ml.doctype", where, line()));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1) {
                    checkRoot();
                } else if (depth > DEEPEST) {
                    throw new DataException(WORDS.text("sdmx_ml.depth", where, line(), DEEPEST, xml.getLocalName()));
                }
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(xml.getLocalName());
            }
        }
    }

    private void checkRoot() {
        if (!ROOTS.contains(xml.getLocalName()) || !MESSAGE.equals(xml.getNamespaceURI())) {
            String root = "<" + xml.getLocalName() + ">"
                    + (xml.getNamespaceURI() == null ? "" : " (" + xml.getNamespaceURI() + ")");
            throw new DataException(WORDS.text("sdmx_ml.root", where, line(), root));
        }
        isGeneric = xml.getLocalName().startsWith("Generic");
    }

    private void start(String name) throws XMLStreamException {
        switch (name) {
            case "Structure" -> {
                String dimension = xml.getAttributeValue(null, "dimensionAtObservation");
                dimensionAtObservation = dimension == null ? dimensionAtObservation : dimension;
            }
            case "DataSetAction" -> action = actionCode(xml.getElementText());
            case "DataSet" -> {
                ofDataSet.clear();
                open = ofDataSet;
                if (!isGeneric) {
                    putAttributes(ofDataSet);
                }
                ofDataSet.put("ACTION", actionOfDataSet());
            }
            case "Series" -> {
                ofSeries.clear();
                open = ofSeries;
                if (!isGeneric) {
                    putAttributes(ofSeries);
                }
            }
            case "Obs" -> {
                ofObservation.clear();
                open = ofObservation;
                if (!isGeneric) {
                    putAttributes(ofObservation);
                }
            }
            case "Group" -> open = new LinkedHashMap<>(); // attributes of groups are about no single observation
            case "ObsDimension" -> {
                String id = xml.getAttributeValue(null, "id");
                put(open, id == null ? dimensionAtObservation : id, xml.getAttributeValue(null, "value"));
            }
            case "ObsValue" -> put(open, "OBS_VALUE", xml.getAttributeValue(null, "value"));
            case "Value" -> put(open, xml.getAttributeValue(null, "id"), xml.getAttributeValue(null, "value"));
            default -> {
                // headers, footers and containers hold no component
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "Obs" -> {
                addRow();
                open = ofSeries;
            }
            case "Series", "Group" -> {
                ofSeries.clear();
                open = ofDataSet;
            }
            default -> {
                // only these end a level
            }
        }
    }

    private void addRow() {
        if (rows.size() == MOST_ROWS) {
            throw new DataException(WORDS.text("sdmx_ml.rows", where, line(), MOST_ROWS));
        }
        Map<String, String> components = new LinkedHashMap<>(ofDataSet);
        components.putAll(ofSeries);
        components.putAll(ofObservation);
        rows.add(new SourceRow(
                file, xml.getLocation().getLineNumber(), components, "Series " + ofSeries + " Obs " + ofObservation));
    }

    private void putAttributes(Map<String, String> components) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                put(components, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
    }

    private void put(Map<String, String> components, @Nullable String id, @Nullable String value) {
        if (id == null || value == null) {
            throw new DataException(WORDS.text("sdmx_ml.component", where, line(), xml.getLocalName()));
        }
        if (value.length() > LONGEST_TEXT) {
            throw new DataException(
                    WORDS.text("sdmx_ml.long_text", where, line(), LONGEST_TEXT, id, Integer.toString(value.length())));
        }
        components.put(id, value);
    }

    private String actionOfDataSet() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("action")) {
                return actionCode(xml.getAttributeValue(i));
            }
        }
        return action;
    }

    /** Returns the letter of an action: Information, Append, Merge, Replace, Delete. */
    private static String actionCode(String word) {
        String trimmed = word.trim();
        return trimmed.isEmpty() ? "" : trimmed.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }
}
