package vn.chitieu.source.workbook;

import java.util.List;
import java.util.Optional;

/**
 * The sheets of a workbook in their order.
 *
 * @param hasExternalLinks whether it refers to other workbooks, whose values are never used
 */
public record Workbook(List<Sheet> sheets, boolean hasExternalLinks) {

    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /** Returns the sheet with a name. */
    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
