package vn.chitieu.source.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.XmlInput;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * A strict reader of SDMX-ML 2.1 data messages, generic and structure-specific, by series or flat.
 *
 * <p>The message is read as a stream. A document type, and with it every entity, is refused; nesting and the number of
 * observations are bounded. So are a message of the service in the place of data, one that was only a test, and one
 * whose footer says that it is not whole.
 */
public final class SdmxMl {

    static final String OBS_VALUE = "OBS_VALUE";

    private static final Words WORDS = Words.of("source");

    private static final Set<String> ROOTS =
            Set.of("GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData");
    private static final String MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private static final String ERROR = "Error";
    private static final int DEEPEST = 32;
    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NOTE = 500;

    private final String where;
    private final String file;
    private final XMLStreamReader xml;
    private final SdmxHeader header = new SdmxHeader();
    private final List<SourceRow> rows = new ArrayList<>();
    private final Set<String> dimensions = new LinkedHashSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> keysOfGroups = new LinkedHashSet<>();
    private final StringBuilder notices = new StringBuilder();
    private String action = "I";
    private boolean isGeneric;
    private boolean isErroneous;
    private int emptySeries;
    private @Nullable SdmxDataSet dataSet;
    private Map<String, String> open = new LinkedHashMap<>();
    private @Nullable Set<String> kind;

    private SdmxMl(String where, String file, XMLStreamReader xml) {
        this.where = where;
        this.file = file;
        this.xml = xml;
    }

    /**
     * Returns the rows of a message with the columns of figures.
     *
     * @throws DataException if it is no SDMX-ML 2.1 data message, is not well-formed or has a document type, holds no
     *     figure or says itself that it is not to be used
     */
    public static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        String where = "source/" + deliveryId + "/" + file;
        try {
            XMLStreamReader xml = XmlInput.open(new ByteArrayInputStream(content));
            SdmxMl message = new SdmxMl(where, file, xml);
            message.readAll();
            return new SdmxFigures(deliveryId, where, declaration, columns).of(message.message());
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String cause = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new DataException(WORDS.text("sdmx_ml.syntax", where, line, cause), e);
        }
    }

    private SdmxMessage message() {
        String said = notices.length() > LONGEST_NOTE ? notices.substring(0, LONGEST_NOTE) + "…" : notices.toString();
        String notice = QuarantinedRow.printable(said);
        if (isErroneous) {
            throw new DataException(WORDS.text("sdmx_ml.error", where, notice));
        }
        if (rows.isEmpty() && notices.length() > 0) {
            throw new DataException(WORDS.text("sdmx_ml.only_notice", where, notice));
        }
        List<LocalizedText> notes = new ArrayList<>();
        if (notices.length() > 0) {
            notes.add(WORDS.text("sdmx_ml.notice", where, notice));
        }
        if (emptySeries > 0) {
            notes.add(WORDS.text("sdmx_ml.empty_series", where, emptySeries));
        }
        return new SdmxMessage(rows, List.of(), dimensions, attributes, notes);
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
                boolean isRead = start(xml.getLocalName());
                depth -= isRead ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(xml.getLocalName());
            }
        }
    }

    private void checkRoot() {
        boolean isOfVersion = MESSAGE.equals(xml.getNamespaceURI());
        if (isOfVersion && xml.getLocalName().equals(ERROR)) {
            isErroneous = true;
            return;
        }
        if (!ROOTS.contains(xml.getLocalName()) || !isOfVersion) {
            String root = "<" + xml.getLocalName() + ">"
                    + (xml.getNamespaceURI() == null ? "" : " (" + xml.getNamespaceURI() + ")");
            throw new DataException(WORDS.text("sdmx_ml.root", where, line(), root));
        }
        isGeneric = xml.getLocalName().startsWith("Generic");
    }

    /** Takes the start of an element and returns whether all of it was read, its end included. */
    private boolean start(String name) throws XMLStreamException {
        return dataSet == null ? startOfMessage(name) : startOfData(name, dataSet);
    }

    private boolean startOfMessage(String name) throws XMLStreamException {
        switch (name) {
            case "Test" -> {
                String test = xml.getElementText().strip();
                if (test.equals("true") || test.equals("1")) {
                    throw new DataException(WORDS.text("sdmx_ml.test", where, line()));
                }
                return true;
            }
            case "Structure" -> {
                if (xml.getAttributeValue(null, "structureID") != null || MESSAGE.equals(xml.getNamespaceURI())) {
                    header.structure(xml);
                }
            }
            case "Ref" -> header.reference(xml);
            case "URN" -> {
                header.urn(xml.getElementText());
                return true;
            }
            case "DataSetAction" -> {
                action = actionCode(xml.getElementText());
                return true;
            }
            case "Message", "ErrorMessage" -> {
                String severity = attribute("severity");
                isErroneous |= severity.equalsIgnoreCase(ERROR);
                notices.append(notices.length() == 0 ? "" : "; ")
                        .append(severity.isEmpty() ? "" : severity + " ")
                        .append(attribute("code"))
                        .append(':');
            }
            case "Text" -> {
                notices.append(' ').append(xml.getElementText().strip());
                return true;
            }
            case "DataSet" -> beginDataSet();
            default -> {
                // the rest of a header says nothing of the figures
            }
        }
        return false;
    }

    private void beginDataSet() {
        String reference = dataSetAttribute("structureRef");
        SdmxHeader.Structure structure = header.of(reference)
                .orElseThrow(() -> new DataException(WORDS.text(
                        "sdmx_ml.structure_ref",
                        where,
                        line(),
                        header.ids(),
                        reference == null ? "''" : "'" + reference + "'")));
        String at = structure.dimensionAtObservation();
        if (!isGeneric
                && structure.hasExplicitMeasures()
                && (at.equals(SdmxHeader.TIME) || at.equals(SdmxHeader.ALL))) {
            throw new DataException(WORDS.text("sdmx_ml.explicit_measures", where, line(), at));
        }
        if (!at.equals(SdmxHeader.ALL)) {
            dimensions.add(at);
        }
        String own = dataSetAttribute("action");
        SdmxDataSet begun =
                new SdmxDataSet(structure, file, own == null ? action : actionCode(own), new SdmxGroups(where));
        dataSet = begun;
        open = begun.attributes;
        kind = attributes;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            boolean isStandard =
                    SdmxComponents.OF_DATA_SET.contains(name) || name.equals(SdmxComponents.REPORTING_YEAR_START_DAY);
            boolean isComponent = !isGeneric && isPlain(i) && !name.equals("structureRef") && !name.equals("action");
            if (isStandard || isComponent) {
                put(begun.attributes, name, xml.getAttributeValue(i));
                if (!name.equals(SdmxComponents.VALID_FROM)) {
                    attributes.add(name);
                }
            }
        }
    }

    private boolean startOfData(String name, SdmxDataSet data) {
        switch (name) {
            case "Series" -> {
                data.beginSeries();
                open = data.series;
                kind = null;
                putAttributes(data.series);
            }
            case "Group" -> {
                open = data.group;
                kind = null;
                putAttributes(data.group);
            }
            case "Obs" -> {
                open = data.observation;
                kind = null;
                putAttributes(data.observation);
                noteObservation(data);
            }
            case "SeriesKey", "ObsKey" -> kind = dimensions;
            case "GroupKey" -> kind = keysOfGroups;
            case "Attributes" -> kind = attributes;
            case "ObsDimension" -> {
                String id = xml.getAttributeValue(null, "id");
                put(open, id == null ? data.structure.dimensionAtObservation() : id, attribute("value"));
            }
            case "ObsValue" -> put(open, OBS_VALUE, attribute("value"));
            case "Value" -> {
                String id = xml.getAttributeValue(null, "id");
                if (id == null) {
                    throw new DataException(WORDS.text("sdmx_ml.component", where, line(), name));
                }
                put(open, id, attribute("value"));
                if (kind != null) {
                    kind.add(id);
                }
            }
            default -> {
                // containers hold no component
            }
        }
        return false;
    }

    /** What a structure-specific observation has beside its dimension are attributes, unless it is flat. */
    private void noteObservation(SdmxDataSet data) {
        if (isGeneric) {
            return;
        }
        String at = data.structure.dimensionAtObservation();
        if (data.structure.hasExplicitMeasures()) {
            String type = xml.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
            if (type != null) {
                put(data.observation, at, type.substring(type.indexOf(':') + 1).strip());
            }
        }
        if (!at.equals(SdmxHeader.ALL)) {
            data.observation.keySet().stream()
                    .filter(id -> !id.equals(at) && !id.equals(OBS_VALUE))
                    .forEach(attributes::add);
        }
    }

    private void end(String name) {
        SdmxDataSet data = dataSet;
        if (data == null) {
            return;
        }
        switch (name) {
            case "Obs" -> {
                if (rows.size() + data.rows() == MOST_ROWS) {
                    throw new DataException(WORDS.text("sdmx_ml.rows", where, line(), MOST_ROWS));
                }
                data.endObservation(line(), attributes);
                open = data.series;
            }
            case "Series" -> {
                data.endSeries(line());
                open = data.attributes;
            }
            case "Group" -> {
                data.endGroup();
                open = data.attributes;
            }
            case "DataSet" -> {
                data.end(line(), keysOfGroups, rows::add);
                emptySeries += data.emptySeries();
                dataSet = null;
            }
            default -> {
                // only these end a level
            }
        }
    }

    private void putAttributes(Map<String, String> components) {
        if (isGeneric) {
            return;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (isPlain(i)) {
                put(components, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
    }

    private boolean isPlain(int attribute) {
        String namespace = xml.getAttributeNamespace(attribute);
        return namespace == null || namespace.isEmpty();
    }

    private void put(Map<String, String> components, String id, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new DataException(
                    WORDS.text("sdmx_ml.long_text", where, line(), LONGEST_TEXT, id, Integer.toString(value.length())));
        }
        components.put(id, value);
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    /** Returns an attribute of a data set, which a generic message writes without and another with a namespace. */
    private @Nullable String dataSetAttribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
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
