package vn.chitieu.source.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a block.
 *
 * @param level how deep it is nested, from 0
 * @param unit what stands in the column of units
 * @param isIgnored whether its figures are not read
 * @param figures what its figures are, by column of figures; empty for a row that has none
 */
record LayoutRow(Template label, int level, Optional<String> unit, boolean isIgnored, Map<String, String> figures) {

    LayoutRow {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
