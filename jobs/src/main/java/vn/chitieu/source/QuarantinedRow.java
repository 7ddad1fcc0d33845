package vn.chitieu.source;

import java.io.Serializable;
import java.util.Locale;

/**
 * A delivered row that is not used, and what to do about it.
 *
 * @param sourceLine from 1; 0 or below in a file without lines, where the text of the row tells which it is
 * @param sourceCell sheet and cell of a workbook, such as {@code Số liệu!D12}; empty in a file of lines
 * @param ruleCode the rule that refused it
 * @param expectedVi what was expected, in Vietnamese, a noun phrase
 * @param expectedEn the same in English
 * @param found what came; control characters are spelled out and long text is cut
 * @param adviceVi what to do, a sentence in Vietnamese
 * @param adviceEn the same in English
 * @param rowText the row as delivered, cut after 1,000 characters
 */
public record QuarantinedRow(
        String deliveryId,
        String sourceFile,
        int sourceLine,
        String sourceCell,
        String ruleCode,
        String expectedVi,
        String expectedEn,
        String found,
        String adviceVi,
        String adviceEn,
        String rowText)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_FOUND = 200;
    private static final int LONGEST_ROW = 1000;

    /** Creates a row of a file of lines. */
    public QuarantinedRow(
            String deliveryId,
            String sourceFile,
            int sourceLine,
            String ruleCode,
            String expectedVi,
            String expectedEn,
            String found,
            String adviceVi,
            String adviceEn,
            String rowText) {
        this(
                deliveryId,
                sourceFile,
                sourceLine,
                "",
                ruleCode,
                expectedVi,
                expectedEn,
                found,
                adviceVi,
                adviceEn,
                rowText);
    }

    public QuarantinedRow {
        found = printable(found, LONGEST_FOUND);
        rowText = printable(rowText, LONGEST_ROW);
    }

    /** Returns the same of a row whose text was not at hand when it was judged. */
    public QuarantinedRow withRowText(String text) {
        return new QuarantinedRow(
                deliveryId,
                sourceFile,
                sourceLine,
                sourceCell,
                ruleCode,
                expectedVi,
                expectedEn,
                found,
                adviceVi,
                adviceEn,
                text);
    }

    /** Returns whether line or cell tell where the row stands; in a file without lines only its text does. */
    public boolean hasPlace() {
        return sourceLine > 0 || isCell();
    }

    /** Returns the same row of a file without lines under a number, which tells it from others alike. */
    public QuarantinedRow numbered(int number) {
        return new QuarantinedRow(
                deliveryId,
                sourceFile,
                number,
                sourceCell,
                ruleCode,
                expectedVi,
                expectedEn,
                found,
                adviceVi,
                adviceEn,
                rowText);
    }

    /** Returns one sentence in English: where, what was expected, what came, what to do. */
    public String message() {
        return place() + (sourceLine > 0 && !isCell() ? ", line " + sourceLine : "") + ": Expecting " + expectedEn
                + " but was " + found + (hasPlace() ? "" : " in the row " + rowText) + ". " + adviceEn;
    }

    /** Returns the same sentence in Vietnamese. */
    public String messageVi() {
        return place() + (sourceLine > 0 && !isCell() ? ", dòng " + sourceLine : "") + ": cần " + expectedVi
                + ", nhưng là " + found + (hasPlace() ? "" : " trong dòng " + rowText) + ". " + adviceVi;
    }

    private String place() {
        return isCell() ? sourceFile + ", " + sourceCell : "source/" + deliveryId + "/" + sourceFile;
    }

    private boolean isCell() {
        return !sourceCell.isEmpty();
    }

    /** Returns a text with its control characters spelled out, cut after 200 characters. */
    public static String printable(String text) {
        return printable(text, LONGEST_FOUND);
    }

    private static String printable(String text, int longest) {
        StringBuilder printable = new StringBuilder();
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (ControlCharacters.contains(c) || Character.isISOControl(c)) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                printable.append(c);
            }
        }
        return text.length() > longest ? printable.append('…').toString() : printable.toString();
    }
}
