package vn.chitieu.source.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the header of an SDMX-ML message says of its data sets: each follows the structure that it refers to. */
final class SdmxHeader {

    static final String TIME = "TIME_PERIOD";
    static final String ALL = "AllDimensions";

    /**
     * One structure of the header.
     *
     * @param identity agency, id and version of the data structure, data flow or provision agreement; empty if the
     *     header names none
     * @param dimensionAtObservation the dimension that stands at each observation, or {@link #ALL}
     * @param hasExplicitMeasures whether the type of an observation is the code of that dimension
     */
    record Structure(String identity, String dimensionAtObservation, boolean hasExplicitMeasures) {}

    private static final Structure USUAL = new Structure("", TIME, false);

    private final Map<String, Structure> byId = new LinkedHashMap<>();
    private String open = "";

    /** Takes the element {@code Structure} of the header; references inside it follow. */
    void structure(XMLStreamReader xml) {
        String id = text(xml.getAttributeValue(null, "structureID"));
        String dimension = xml.getAttributeValue(null, "dimensionAtObservation");
        String explicit = text(xml.getAttributeValue(null, "explicitMeasures"));
        byId.put(
                id,
                new Structure(
                        "",
                        dimension == null ? TIME : dimension.strip(),
                        explicit.equals("true") || explicit.equals("1")));
        open = id;
    }

    /** Takes a reference to the structure that is open. */
    void reference(XMLStreamReader xml) {
        String agency = text(xml.getAttributeValue(null, "agencyID"));
        String id = text(xml.getAttributeValue(null, "id"));
        String version = xml.getAttributeValue(null, "version");
        identity(agency + ":" + id + "(" + (version == null ? "1.0" : version.strip()) + ")");
    }

    /** Takes a reference written as a URN, which ends with agency, id and version. */
    void urn(String urn) {
        identity(urn.strip().replaceFirst(".*=", ""));
    }

    private void identity(String identity) {
        byId.computeIfPresent(
                open,
                (id, structure) ->
                        new Structure(identity, structure.dimensionAtObservation(), structure.hasExplicitMeasures()));
    }

    /** Returns the structure that a data set refers to; empty if the header has no such structure. */
    Optional<Structure> of(@Nullable String reference) {
        if (byId.isEmpty()) {
            return Optional.of(USUAL);
        }
        if (byId.size() == 1) {
            return byId.values().stream().findFirst();
        }
        return reference == null ? Optional.empty() : Optional.ofNullable(byId.get(reference));
    }

    /** Returns the ids of the structures, for messages. */
    String ids() {
        return String.join(", ", byId.keySet());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
