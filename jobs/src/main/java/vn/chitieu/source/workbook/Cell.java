package vn.chitieu.source.workbook;

/**
 * What stands in one cell of a sheet.
 *
 * @param row from 1
 * @param column from 1
 * @param text as it stands in the file, without what is raised or lowered: of a number its digits, of an error its
 *     code; empty for a formula without result
 * @param raised what is set above or below the line, such as the mark of a footnote; empty without it
 * @param shown what a person sees, raised and lowered text in its place; numbers as their format shows them, with
 *     decimal points
 * @param isFormula whether the text is the last result that a spreadsheet program computed
 * @param formula what it was computed from; empty without one
 * @param isLinked whether the result comes from outside the workbook, directly or through other cells and names
 * @param format how the program shows a number
 * @param isStruckOut whether some of it is struck out
 * @param indent how far the style sets it in
 */
public record Cell(
        int row,
        int column,
        Kind kind,
        String text,
        String raised,
        String shown,
        boolean isFormula,
        String formula,
        boolean isLinked,
        NumberFormat format,
        boolean isStruckOut,
        int indent) {

    /** What kind of thing stands in a cell. */
    public enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    /** How a number is shown, where that changes what a reader takes it for. */
    public enum NumberFormat {
        /** As the number that is stored, perhaps rounded. */
        PLAIN,
        /** A date or time. */
        DATE,
        /** A date of which month and year are shown. */
        MONTH,
        PERCENT,
        /** As another number than is stored, or not at all. */
        OTHER
    }

    /** Returns whether nothing can be seen in the cell. */
    public boolean isBlank() {
        return text.isBlank() && raised.isBlank() && !isFormula;
    }

    /** Returns the text by which a person knows the cell: of a number what is shown, else what stands on the line. */
    public String read() {
        return kind == Kind.NUMBER ? shown : text;
    }

    /** Returns the same cell with a result from outside the workbook. */
    Cell linked() {
        return new Cell(row, column, kind, text, raised, shown, isFormula, formula, true, format, isStruckOut, indent);
    }

    /** Returns the name of the cell, such as {@code C7}. */
    public String name() {
        return name(row, column);
    }

    /** Returns the name of a cell, such as {@code C7}. */
    public static String name(int row, int column) {
        return columnName(column) + row;
    }

    /** Returns the letters of a column, {@code A} for 1. */
    public static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Returns row and column of a cell's name, from 1; nothing for another text. */
    static int[] place(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
            column = column * 26 + (name.charAt(i) - 'A' + 1);
            i++;
        }
        String digits = name.substring(i);
        if (i == 0 || i > 3 || !digits.matches("[0-9]{1,7}")) {
            return new int[0];
        }
        return new int[] {Integer.parseInt(digits), column};
    }
}
