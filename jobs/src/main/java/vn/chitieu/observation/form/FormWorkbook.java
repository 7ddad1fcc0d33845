package vn.chitieu.observation.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.form.FormColumn.Role;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/**
 * Writes the empty workbook of a form: a sheet with the head, the header and a row for each figure, and a sheet of
 * instructions. Keys, names, units and headers are locked; period, status and assessments have drop-downs.
 */
public final class FormWorkbook {

    /**
     * Percentages are typed without a number format: a cell that has one turns a typed 12,5% into 0,125 and shows
     * nothing of it, another takes the format of percentages, which the reader quarantines.
     */
    private static final String PERCENT = "pct";

    /** Where the parts of the sheet stand, rows and columns from 0. */
    private static final int HEAD_ROWS = 7;

    private static final int ANCHOR_COLUMN = 1;
    private static final int DAY_ROW = 6;
    private static final String DAY = "dd/mm/yyyy";

    /** The cell of the day of the report. */
    public static final String DAY_CELL = cellName(DAY_ROW, ANCHOR_COLUMN + 1);

    private static final String LOCKED = "EEF2F5";
    private static final String INPUT = "FFFBE6";
    private static final double HEADER_HEIGHT = 32;
    private static final String NUMBER = "#,##0.####";

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[.\\d]*Z");
    private static final Pattern MERGED = Pattern.compile("<mergeCell [^>]*/>");

    private static final Texts TEXTS = Words.of("observation").in(Language.VI);

    private final Form form;
    private final ReportingYear calendar;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final int firstRow;

    private FormWorkbook(Form form, ReportingYear calendar, Workbook workbook) {
        this.form = form;
        this.calendar = calendar;
        this.workbook = workbook;
        this.sheet = workbook.newWorksheet(form.head().sheet());
        this.firstRow = HEAD_ROWS + form.headerRows();
    }

    /**
     * Returns a workbook; the same form and period give the same bytes.
     *
     * @param calendar when the year of its area begins
     * @param period entered already, or left to the department
     * @param year whose periods are offered where none is entered
     */
    public static byte[] bytes(Form form, ReportingYear calendar, Optional<Period> period, int year)
            throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(dated, "chitieu", "1.0")) {
            new FormWorkbook(form, calendar, workbook).write(period, year);
        }
        return undated(dated.toByteArray());
    }

    private void write(Optional<Period> period, int year) {
        head(period, year);
        header();
        for (int i = 0; i < form.rows().size(); i++) {
            row(firstRow + i, form.rows().get(i));
        }
        widths();
        sheet.freezePane(3, firstRow);
        for (int level = 0; level < form.headerRows(); level++) {
            sheet.rowHeight(HEAD_ROWS + level, HEADER_HEIGHT);
        }
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.protect(form.code());
        instructions();
    }

    private String format(Period period) {
        return FormPeriod.format(period, calendar);
    }

    private void head(Optional<Period> period, int year) {
        sheet.value(0, ANCHOR_COLUMN, form.name().vi());
        sheet.style(0, ANCHOR_COLUMN).bold().fontSize(14).set();
        String[][] lines = {
            {form.head().form(), form.code()},
            {form.head().sender(), form.department().vi()},
            {form.head().period(), period.map(this::format).orElse("")},
            {form.head().status(), ""},
            {form.head().unit(), form.head().unitLine()},
            {form.head().day(), ""}
        };
        for (int i = 0; i < lines.length; i++) {
            sheet.value(1 + i, ANCHOR_COLUMN, lines[i][0]);
            sheet.style(1 + i, ANCHOR_COLUMN).bold().set();
            if (!lines[i][1].isEmpty()) {
                sheet.value(1 + i, ANCHOR_COLUMN + 1, lines[i][1]);
            }
        }
        input(3, ANCHOR_COLUMN + 1).set();
        input(4, ANCHOR_COLUMN + 1).set();
        input(DAY_ROW, ANCHOR_COLUMN + 1)
                .format(DAY)
                .horizontalAlignment("left")
                .set();
        int offered = period.map(Period::year).orElse(year);
        choose(
                3,
                ANCHOR_COLUMN + 1,
                form.periods(offered).stream().map(this::format).toList());
        choose(4, ANCHOR_COLUMN + 1, FormStatus.all());
    }

    private void header() {
        int depth = form.headerRows();
        for (int c = 0; c < form.columns().size(); c++) {
            List<String> header = form.columns().get(c).header();
            for (int level = 0; level < depth; level++) {
                boolean isRepeated = level < header.size()
                        && c > 0
                        && header.size() > 1
                        && level + 1 < header.size()
                        && startsAlike(form.columns().get(c - 1).header(), header, level);
                if (level < header.size() && !isRepeated) {
                    sheet.value(HEAD_ROWS + level, c, header.get(level));
                }
                sheet.style(HEAD_ROWS + level, c)
                        .bold()
                        .wrapText(true)
                        .horizontalAlignment("center")
                        .verticalAlignment("center")
                        .fillColor(LOCKED)
                        .borderStyle(BorderStyle.THIN)
                        .set();
            }
            if (header.size() < depth) {
                sheet.range(HEAD_ROWS + header.size() - 1, c, HEAD_ROWS + depth - 1, c)
                        .merge();
            }
        }
        for (int level = 0; level + 1 < depth; level++) {
            mergeAcross(level);
        }
    }

    /** Merges neighbouring headers of one row that say the same and have rows below. */
    private void mergeAcross(int level) {
        int c = 0;
        while (c < form.columns().size()) {
            int last = c;
            List<String> header = form.columns().get(c).header();
            while (last + 1 < form.columns().size()
                    && header.size() > level + 1
                    && form.columns().get(last + 1).header().size() > level + 1
                    && startsAlike(form.columns().get(last + 1).header(), header, level)) {
                last++;
            }
            if (last > c) {
                sheet.range(HEAD_ROWS + level, c, HEAD_ROWS + level, last).merge();
            }
            c = last + 1;
        }
    }

    private static boolean startsAlike(List<String> one, List<String> other, int level) {
        return one.size() > level && one.subList(0, level + 1).equals(other.subList(0, level + 1));
    }

    private void row(int at, FormRow row) {
        for (int c = 0; c < form.columns().size(); c++) {
            FormColumn column = form.columns().get(c);
            switch (column.role()) {
                case KEY -> sheet.value(at, c, row.key());
                case LABEL -> sheet.value(at, c, row.label().vi());
                case UNIT -> sheet.value(at, c, row.unit().name().vi());
                default -> {}
            }
            if (!column.role().isInput()) {
                locked(at, c).wrapText(true).set();
            } else if (!row.asks(column)) {
                sheet.value(at, c, "x");
                locked(at, c).horizontalAlignment("center").set();
            } else if (column.role() == Role.VALUE || column.role() == Role.YEAR_ESTIMATE) {
                StyleSetter cell = input(at, c);
                if (!row.unit().code().startsWith(PERCENT)) {
                    cell.format(NUMBER);
                }
                cell.set();
                numeric(at, c);
            } else if (column.role() == Role.ASSESSMENT) {
                input(at, c).set();
                choose(at, c, List.of(FormStatus.MET, FormStatus.NOT_MET, FormStatus.NOT_YET));
            } else {
                input(at, c).wrapText(true).set();
            }
        }
    }

    private StyleSetter locked(int row, int column) {
        return sheet.style(row, column).fillColor(LOCKED).borderStyle(BorderStyle.THIN);
    }

    private StyleSetter input(int row, int column) {
        return sheet.style(row, column)
                .fillColor(INPUT)
                .borderStyle(BorderStyle.THIN)
                .protectionOption(ProtectionOption.LOCKED, false);
    }

    private void choose(int row, int column, List<String> words) {
        sheet.range(row, column, row, column)
                .validateWithListByFormula("\"" + String.join(",", words) + "\"")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(TEXTS.text("form.choose.title"))
                .error(TEXTS.text("form.choose"));
    }

    private void numeric(int row, int column) {
        String cell = cellName(row, column);
        List<String> allowed = new ArrayList<>();
        allowed.add("ISNUMBER(" + cell + ")");
        form.missingMarks().stream().sorted().forEach(mark -> allowed.add("EXACT(" + cell + ",\"" + mark + "\")"));
        sheet.range(row, column, row, column)
                .validateWithFormula("OR(" + String.join(",", allowed) + ")")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(TEXTS.text("form.number.title"))
                .error(TEXTS.text("form.number"));
    }

    private static String cellName(int row, int column) {
        return Cell.name(row + 1, column + 1);
    }

    private void widths() {
        for (int c = 0; c < form.columns().size(); c++) {
            sheet.width(
                    c,
                    switch (form.columns().get(c).role()) {
                        case KEY -> 8;
                        case LABEL -> 46;
                        case UNIT -> 22;
                        case VALUE, YEAR_ESTIMATE, ASSESSMENT -> 18;
                        case CAUSES, SOLUTIONS -> 40;
                    });
        }
    }

    private void instructions() {
        Worksheet guide = workbook.newWorksheet(TEXTS.text("guide"));
        List<String> lines = List.of(
                TEXTS.text("guide.title", form.code(), form.name()),
                TEXTS.text("guide.1", form.head().sheet(), form.code()),
                TEXTS.text("guide.2"),
                TEXTS.text("guide.3"),
                TEXTS.text("guide.4"),
                TEXTS.text("guide.5"),
                TEXTS.text("guide.6"),
                TEXTS.text("guide.7", form.dueDay()),
                TEXTS.text("guide.8", form.head().day()));
        for (int i = 0; i < lines.size(); i++) {
            guide.value(i, 0, lines.get(i));
            guide.style(i, 0).wrapText(true).verticalAlignment("top").set();
        }
        guide.style(0, 0).bold().set();
        guide.width(0, 110);
        guide.protect(form.code());
    }

    /** Puts a fixed date in the place of the time of writing, so that equal forms are equal bytes. */
    private static byte[] undated(byte[] dated) throws IOException {
        SortedMap<String, byte[]> parts = StableZip.parts(dated);
        parts.computeIfPresent(
                "docProps/core.xml",
                (name, part) -> changed(part, xml -> TIME.matcher(xml).replaceAll("1980-01-01T00:00:00Z")));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, part) -> changed(part, FormWorkbook::mergedInOrder));
        return StableZip.zip(parts);
    }

    private static byte[] changed(byte[] part, UnaryOperator<String> change) {
        return change.apply(new String(part, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** The library writes merged ranges in the order of a hash. */
    private static String mergedInOrder(String sheet) {
        String ranges =
                MERGED.matcher(sheet).results().map(MatchResult::group).sorted().collect(Collectors.joining());
        int start = sheet.indexOf("<mergeCell ");
        int end = sheet.indexOf("</mergeCells>");
        return start < 0 ? sheet : sheet.substring(0, start) + ranges + sheet.substring(end);
    }
}
