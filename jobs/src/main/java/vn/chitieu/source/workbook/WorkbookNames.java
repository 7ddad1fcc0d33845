package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defined names and tables of a workbook: what each stands for. */
final class WorkbookNames {

    private final List<Named> names = new ArrayList<>();

    /**
     * A name.
     *
     * @param sheet index of the only sheet that knows it, or of that to which its areas belong
     * @param isOfSheet whether only that sheet knows it
     */
    record Named(int sheet, boolean isOfSheet, boolean isTable, String name, Formula formula) {}

    /** Adds a defined name; its areas say their sheet, and where they move with the cell it cannot be followed. */
    void addName(String name, Optional<Integer> ofSheet, String formula) {
        Formula of = Formula.of(formula);
        boolean moves = of.areas().stream().anyMatch(area -> !area.equals(area.moved(1, 1)));
        names.add(new Named(
                ofSheet.orElse(0),
                ofSheet.isPresent(),
                false,
                name.toLowerCase(Locale.ROOT),
                new Formula(formula, of.areas(), of.names(), of.isLinked(), of.isOpen() || moves)));
    }

    /** Adds a table of a sheet; what a query filled comes from elsewhere. */
    void addTable(String name, int sheet, String range, boolean isOfQuery) {
        Formula cells = Formula.of(range);
        names.add(new Named(
                sheet,
                false,
                true,
                name.toLowerCase(Locale.ROOT),
                new Formula(range, cells.areas(), List.of(), isOfQuery, false)));
    }

    List<Named> all() {
        return Collections.unmodifiableList(names);
    }

    /** Returns what a name stands for on a sheet: the sheet's own before that of the workbook. */
    Optional<Named> find(int sheet, String name) {
        Optional<Named> own = names.stream()
                .filter(named -> named.isOfSheet()
                        && named.sheet() == sheet
                        && named.name().equals(name))
                .findFirst();
        return own.or(() -> names.stream()
                .filter(named -> !named.isOfSheet() && named.name().equals(name))
                .findFirst());
    }
}
