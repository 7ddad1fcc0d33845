package vn.chitieu.source.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of a sheet.
 *
 * @param headings texts that must stand above or in its header, such as its title and its unit
 * @param headerRows how many rows the header has
 * @param isIndented whether nested rows are set in
 * @param notes what may stand below it
 * @param figures what its figures have in common, by column of figures
 */
record LayoutBlock(
        List<Template> headings,
        int headerRows,
        List<LayoutColumn> columns,
        List<LayoutRow> rows,
        boolean isIndented,
        List<Template> notes,
        Map<String, String> figures) {

    LayoutBlock {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        long labels = columns.stream()
                .filter(column -> column.role() == LayoutColumn.Role.LABEL && !column.repeats())
                .count();
        boolean hasUnits = columns.stream().anyMatch(column -> column.role() == LayoutColumn.Role.UNIT);
        if (labels != 1) {
            throw new IllegalArgumentException("Expecting one column of role label in each block but found " + labels);
        }
        for (LayoutRow row : rows) {
            if (row.isIgnored() && !row.figures().isEmpty()) {
                throw new IllegalArgumentException(
                        "Expecting row '" + row.label().text() + "' to have figures or to be ignored but was both");
            }
            if (hasUnits && !row.figures().isEmpty() && row.unit().isEmpty()) {
                throw new IllegalArgumentException("Expecting unit_text of row '"
                        + row.label().text() + "', as there is a column of units, but was none");
            }
        }
    }
}
