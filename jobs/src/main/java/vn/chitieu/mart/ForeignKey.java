package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Columns of a table whose values are keys of a dimension: what a BI author joins on.
 *
 * @param columns in the table and, by the same names, in the dimension
 */
public record ForeignKey(String table, List<String> columns, String dimension) {

    private static final List<TableSpec> DIMENSIONS = List.of(
            MartTables.DIM_AREA,
            MartTables.DIM_INDICATOR,
            MartTables.DIM_ACTIVITY,
            MartTables.DIM_UNIT,
            MartTables.DIM_PERIOD,
            MartTables.DIM_TARGET);

    /** Tables whose rows tell of what may be unknown: a finding or a quarantined row can name no area at all. */
    private static final Set<String> WITHOUT =
            Set.of(MartTables.FINDING.name(), MartTables.QUARANTINE.name(), MartTables.DATA_DICTIONARY.name());

    /** What earlier runs said outlives the programmes and lists of its day: {@code UnnamedCodes} says which. */
    private static final Set<String> RECORDS = Set.of(
            MartTables.TARGET_HISTORY.name(),
            MartTables.PROJECTION_HISTORY.name(),
            MartTables.TRACK_RECORD.name(),
            MartTables.FORECAST_EVALUATION.name());

    public ForeignKey {
        columns = List.copyOf(columns);
    }

    /** Returns the foreign keys of a table: the dimensions whose whole key it holds in columns of the same names. */
    public static List<ForeignKey> of(TableSpec spec) {
        List<ForeignKey> keys = new ArrayList<>();
        if (WITHOUT.contains(spec.name())) {
            return keys;
        }
        Set<String> names = new HashSet<>();
        spec.columns().forEach(column -> names.add(column.name()));
        for (TableSpec dimension : DIMENSIONS) {
            boolean isOutlived = RECORDS.contains(spec.name()) && !dimension.equals(MartTables.DIM_PERIOD);
            if (!isOutlived && !dimension.name().equals(spec.name()) && names.containsAll(dimension.key())) {
                keys.add(new ForeignKey(spec.name(), dimension.key(), dimension.name()));
            }
        }
        return keys;
    }
}
