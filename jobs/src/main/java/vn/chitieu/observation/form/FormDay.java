package vn.chitieu.observation.form;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.WorkbookFile;

/**
 * The day of the report as a form says it: a date of the spreadsheet, {@code 5/7/2025}, {@code 05-07-2025},
 * {@code 5.7.25} or {@code 2025-07-05}.
 */
public final class FormDay {

    private static final DateTimeFormatter FORMS = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd][d/M/uuuu][d-M-uuuu][d.M.uuuu][d/M/uu][d-M-uu][d.M.uu]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private FormDay() {}

    /**
     * Returns the day that stands in a filled workbook; empty if none does, or none that can be read: what is wrong
     * with the workbook is for {@link FormReader} to say.
     */
    public static Optional<LocalDate> of(Form form, Path workbook) {
        String name = String.valueOf(workbook.getFileName());
        try {
            FormPlace place = FormPlace.find(name, form, WorkbookFile.read(name, workbook));
            return cell(place, form).flatMap(cell -> parse(place, cell));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** Returns the cell with the day; empty if nothing stands there, or the form is of a time without it. */
    static Optional<Cell> cell(FormPlace place, Form form) {
        return place.has(form.head().day()) ? place.beside(form.head().day()) : Optional.empty();
    }

    /** Returns the day of a cell; empty if it is none, or comes from another file. */
    static Optional<LocalDate> parse(FormPlace place, Cell cell) {
        if (cell.isLinked()) {
            return Optional.empty();
        }
        if (cell.kind() == Cell.Kind.NUMBER) {
            return place.sheet().day(cell).filter(day -> cell.format() == Cell.NumberFormat.DATE);
        }
        try {
            return Optional.of(LocalDate.parse(SeenText.withoutMark(cell), FORMS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
