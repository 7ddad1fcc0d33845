package vn.chitieu.source.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.SourceRows;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.source.workbook.WorkbookFile;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * Reads a workbook of another office by its layout, strictly: where a text, a column or a row is not the one that the
 * layout describes the whole file is refused with the place, and a cell whose number cannot be believed is quarantined.
 */
public final class LayoutReader {

    private static final Words WORDS = Words.of("source");

    private LayoutReader() {}

    /**
     * Returns the figures of a workbook, a row each, with the columns of figures.
     *
     * @param file its name inside the delivery
     * @throws DataException if it is no workbook or not laid out so; the message names sheet and cell, what was
     *     expected and what was found
     */
    public static SourceRows read(String deliveryId, String file, Path path, WorkbookLayout layout) {
        String where = "source/" + deliveryId + "/" + file;
        Workbook workbook = WorkbookFile.read(where, path);
        Sheet sheet = sheet(where, layout, workbook);
        SheetText text = new SheetText(where, sheet);
        List<SourceRow> rows = new ArrayList<>();
        List<QuarantinedRow> quarantined = new ArrayList<>();
        int from = 1;
        for (int i = 0; i < layout.blocks().size(); i++) {
            BlockReader reader = new BlockReader(text, layout, layout.blocks().get(i), deliveryId, file);
            from = reader.read(from, i > 0, rows, quarantined);
        }
        new BlockEnd(text, layout.blocks().get(layout.blocks().size() - 1)).requireNothingBelow(from);
        List<LocalizedText> notes = workbook.notes().stream()
                .map(note -> LocalizedText.same(where + ": ").plus(note))
                .toList();
        return new SourceRows(rows, quarantined, Optional.empty(), notes);
    }

    private static Sheet sheet(String where, WorkbookLayout layout, Workbook workbook) {
        List<Sheet> found = workbook.sheets().stream()
                .filter(sheet -> layout.sheet().match(sheet.name()).isPresent())
                .toList();
        List<Sheet> visible = found.stream().filter(sheet -> !sheet.isHidden()).toList();
        if (visible.size() != 1) {
            String names = workbook.sheets().stream()
                    .map(sheet -> QuarantinedRow.printable(sheet.name()))
                    .collect(Collectors.joining(", "));
            boolean isHidden = visible.isEmpty() && !found.isEmpty();
            throw new DataException(WORDS.text(
                    isHidden ? "layout.hidden_sheet" : "layout.sheet",
                    where,
                    layout.sheet().text(),
                    layout.code(),
                    names));
        }
        return visible.get(0);
    }
}
