package vn.chitieu.notebook.report;

import java.util.OptionalDouble;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitieu.notebook.text.PlainText;

/** What the cells of the annex look like, on a screen and printed. */
final class AnnexStyle {

    /** Height of a line of text, in points. */
    static final double LINE = 16;

    /** What Excel allows of a row, in points. */
    private static final double HIGHEST_ROW = 409;

    /** What Excel allows of a cell, in letters. */
    private static final int LONGEST_TEXT = 32_767;

    /** Of a printed page left and right, in inches: the widest sheet prints no smaller than 8 points on A4. */
    static final float MARGIN = 0.25f;

    /** Named in every style: programs differ in what they take for a cell that names none. */
    private static final String FONT = "Times New Roman";

    private static final int FONT_SIZE = 12;

    /** Size of the letters that widths of columns count. */
    private static final int UNIT_SIZE = 11;

    private static final String RULE = "B8C2CE";

    static void prepare(Workbook workbook) {
        workbook.setGlobalDefaultFont(FONT, UNIT_SIZE);
    }

    void title(Worksheet sheet, String title) {
        text(sheet, 0, 0, title);
        sheet.style(0, 0).bold().fontName(FONT).fontSize(13).set();
    }

    /**
     * Styles headings of columns.
     *
     * @param alignment left, or right over numbers
     */
    void heading(Worksheet sheet, int row, int firstColumn, int lastColumn, String alignment) {
        sheet.range(row, firstColumn, row, lastColumn)
                .style()
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .bold()
                .fontName(FONT)
                .fontSize(FONT_SIZE)
                .wrapText(true)
                .fillColor("E8EEF4")
                .verticalAlignment("center")
                .horizontalAlignment(alignment)
                .set();
    }

    /** Begins the style of a cell. */
    StyleSetter cell(Worksheet sheet, int row, int column) {
        return sheet.style(row, column).fontName(FONT).fontSize(FONT_SIZE).verticalAlignment("top");
    }

    /** Draws fine rules between the cells of a table, which keep long texts apart. */
    void rules(Worksheet sheet, int firstRow, int lastRow, int lastColumn) {
        if (lastRow >= firstRow) {
            sheet.range(firstRow, 0, lastRow, lastColumn)
                    .style()
                    .borderStyle(BorderStyle.HAIR)
                    .borderColor(RULE)
                    .set();
        }
    }

    /** Writes a number, if there is one. */
    void number(Worksheet sheet, int row, int column, OptionalDouble value, String format) {
        if (value.isPresent()) {
            sheet.value(row, column, value.getAsDouble());
            cell(sheet, row, column).format(format).set();
        }
    }

    static String format(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** Writes a text, cut where a cell takes no more. */
    static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, PlainText.cut(text, LONGEST_TEXT));
    }

    /** Returns how high a row is that shows so many lines, in points; of more lines than Excel shows, the highest. */
    static double height(int lines) {
        return Math.min(HIGHEST_ROW, LINE * lines);
    }
}
