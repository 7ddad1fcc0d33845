package vn.chitieu.source.layout;

import java.util.Optional;
import vn.chitieu.source.workbook.Cell;

/** What may stand below the rows of a block: its notes, and lines without figures that follow them. */
record BlockEnd(SheetText text, LayoutBlock block) {

    /**
     * Refuses a row that the layout does not describe below a block.
     *
     * @param from the first row below it
     */
    void requireNothingBelow(int from) {
        requireNotes(from, Integer.MAX_VALUE);
    }

    /** Refuses a row that is neither a note nor a line below one, up to a row that is not one of them any more. */
    void requireNotes(int from, int to) {
        boolean isInNotes = false;
        for (int row : text.sheet().rows()) {
            if (row < from || row >= to) {
                continue;
            }
            Optional<Cell> first = text.sheet().row(row).values().stream()
                    .filter(cell -> !cell.isBlank())
                    .findFirst();
            if (first.isEmpty()) {
                continue;
            }
            isInNotes |= block.notes().stream()
                    .anyMatch(note -> SheetText.match(note, first.get()).isPresent());
            Optional<Cell> number = text.sheet().row(row).values().stream()
                    .filter(cell -> cell.kind() == Cell.Kind.NUMBER)
                    .findFirst();
            if (!isInNotes || number.isPresent()) {
                Cell wrong = isInNotes ? number.orElse(first.get()) : first.get();
                throw text.refusal("below", row, wrong.column());
            }
        }
    }
}
