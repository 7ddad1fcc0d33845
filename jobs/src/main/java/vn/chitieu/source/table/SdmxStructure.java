package vn.chitieu.source.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is common to all forms of SDMX: the structure of our own observations, and where a column of figures is read if
 * the description does not say.
 *
 * <p>A vintage is part of the key: one observation may stand several times, by status, date and source.
 */
public final class SdmxStructure {

    /** The identity of the structure of our observations, agency, id and version. */
    public static final String OBSERVATION = "CHITIEU:OBSERVATION(1.0)";

    /** Component of each column of figures in {@link #OBSERVATION}, in the order in which it is written. */
    public static final Map<String, String> COMPONENTS = components();

    private static final List<String> USUAL = List.of("frequency", "period", "value");

    private SdmxStructure() {}

    private static Map<String, String> components() {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("frequency", "FREQ");
        components.put("area", "REF_AREA");
        components.put("indicator", "INDICATOR");
        components.put("breakdown", "ACTIVITY");
        components.put("price_basis", "PRICE_BASIS");
        components.put("basis", "ACCUMULATION");
        components.put("period", "TIME_PERIOD");
        components.put("status", "OBS_STATUS");
        components.put("published", "PUBLISHED");
        components.put("source_url", "SOURCE_URL");
        components.put("value", "OBS_VALUE");
        components.put("unit", "UNIT_MEASURE");
        return Collections.unmodifiableMap(components);
    }

    /** Returns the columns of a file in our own structure. */
    public static Map<String, ColumnSource> ownColumns() {
        Map<String, ColumnSource> columns = new LinkedHashMap<>();
        COMPONENTS.forEach((column, component) -> columns.put(column, ColumnSource.ofField(component)));
        return withAction(columns);
    }

    /** Returns declared columns, with the usual components for frequency, period and value where none is declared. */
    public static Map<String, ColumnSource> withUsual(Map<String, ColumnSource> declared) {
        Map<String, ColumnSource> columns = new LinkedHashMap<>(declared);
        for (String column : USUAL) {
            columns.putIfAbsent(column, ColumnSource.ofField(COMPONENTS.getOrDefault(column, "")));
        }
        return withAction(columns);
    }

    private static Map<String, ColumnSource> withAction(Map<String, ColumnSource> columns) {
        columns.putIfAbsent(SourceRow.ACTION, new ColumnSource(Optional.of("ACTION"), Optional.of("I"), Map.of()));
        return columns;
    }
}
