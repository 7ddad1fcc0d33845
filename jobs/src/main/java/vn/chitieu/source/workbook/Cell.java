package vn.chitieu.source.workbook;

/**
 * What stands in one cell of a sheet.
 *
 * @param row from 1
 * @param column from 1
 * @param text as it stands in the file: of a number its digits, of an error its code; empty for a formula without
 *     result
 * @param isFormula whether the text is the last result that a spreadsheet program computed
 * @param formula what it was computed from; empty without one
 * @param format how the program shows a number
 * @param isStruckOut whether some of it is struck out
 */
public record Cell(
        int row,
        int column,
        Kind kind,
        String text,
        boolean isFormula,
        String formula,
        NumberFormat format,
        boolean isStruckOut) {

    /** What kind of thing stands in a cell. */
    public enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    /** How a number is shown, where that changes what a reader takes it for. */
    public enum NumberFormat {
        PLAIN,
        DATE,
        PERCENT
    }

    /** Returns whether nothing can be seen in the cell. */
    public boolean isBlank() {
        return text.isBlank() && !isFormula;
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
