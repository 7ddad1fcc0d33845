package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.workbook.Cell;

/**
 * What a cell where a number is asked for says: a number, that there is none, or something that is no number.
 *
 * <p>A spreadsheet keeps 15 digits, so a number has as many here. A formula counts by the result that the spreadsheet
 * program stored, rounded to 6 decimals, and is never computed again; a typed number may have 6 decimals.
 *
 * @param number empty if the cell says that there is none
 * @param isText whether it is a number typed as text, which spreadsheet programs do not add up
 */
record CellValue(Optional<BigDecimal> number, boolean isText, boolean isFormula) {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MOST_DECIMALS = 6;

    /** What a spreadsheet program writes for a number; a longer exponent would fill the memory with zeros. */
    private static final Pattern STORED =
            Pattern.compile("[-+]?(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][-+]?[0-9]{1,3})?");

    /** Why a cell is no number, with what to do about it. */
    static final class NoNumberException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String ruleCode;
        private final String expectedVi;
        private final String expectedEn;
        private final String adviceVi;
        private final String adviceEn;

        NoNumberException(String ruleCode, String expectedVi, String expectedEn, String adviceVi, String adviceEn) {
            super(expectedEn);
            this.ruleCode = ruleCode;
            this.expectedVi = expectedVi;
            this.expectedEn = expectedEn;
            this.adviceVi = adviceVi;
            this.adviceEn = adviceEn;
        }

        String ruleCode() {
            return ruleCode;
        }

        String expectedVi() {
            return expectedVi;
        }

        String expectedEn() {
            return expectedEn;
        }

        String adviceVi() {
            return adviceVi;
        }

        String adviceEn() {
            return adviceEn;
        }
    }

    /**
     * Returns what a cell says.
     *
     * @param missingMarks texts that say that there is no figure
     * @throws NoNumberException if it is neither a number nor such a mark
     */
    static CellValue of(Cell cell, Set<String> missingMarks) throws NoNumberException {
        if (cell.isStruckOut()) {
            throw new NoNumberException(
                    "struck_out",
                    "một số không bị gạch ngang",
                    "a number without struck-out digits",
                    "Xóa ô, gõ lại một số duy nhất với chữ thường.",
                    "Clear the cell and type one number, not struck out.");
        }
        if (cell.isFormula() && (cell.formula().contains("[") || cell.formula().contains("|"))) {
            throw new NoNumberException(
                    "external_link",
                    "một số của chính tệp này, không lấy từ tệp khác",
                    "a number of this file, not of another",
                    "Dán giá trị (Paste Special, Values) thay cho công thức nối sang tệp khác.",
                    "Paste the value (Paste Special, Values) instead of the formula that refers to another file.");
        }
        return switch (cell.kind()) {
            case NUMBER -> ofNumber(cell);
            case TEXT -> ofText(cell, missingMarks);
            case BOOLEAN, ERROR ->
                throw new NoNumberException(
                        "cell_error",
                        "một số",
                        "a number",
                        "Sửa công thức bị lỗi hoặc gõ số vào ô.",
                        "Mend the formula that fails, or type the number.");
        };
    }

    private static CellValue ofNumber(Cell cell) throws NoNumberException {
        if (cell.format() == Cell.NumberFormat.DATE) {
            throw new NoNumberException(
                    "date_format",
                    "một số, không phải ngày tháng",
                    "a number, not a date",
                    "Đổi định dạng ô về Number (Số) rồi gõ lại số.",
                    "Set the format of the cell to Number and type the number again.");
        }
        if (cell.format() == Cell.NumberFormat.PERCENT) {
            throw new NoNumberException(
                    "percent_format",
                    "một số như 12,5, không phải ô định dạng phần trăm",
                    "a number such as 12.5, not a cell shown as percent",
                    "Đổi định dạng ô về Number (Số) rồi gõ 12,5 thay cho 12,5%.",
                    "Set the format of the cell to Number and type 12.5 instead of 12.5%.");
        }
        if (cell.text().isBlank()) {
            throw new NoNumberException(
                    "formula_without_result",
                    "công thức đã có kết quả",
                    "a formula with its result",
                    "Mở tệp bằng Excel hoặc LibreOffice, để chương trình tính xong, lưu rồi gửi lại.",
                    "Open the file in Excel or LibreOffice, let it compute, save it and deliver it again.");
        }
        if (!STORED.matcher(cell.text()).matches() || !Double.isFinite(Double.parseDouble(cell.text()))) {
            throw noNumber();
        }
        BigDecimal number = plain(new BigDecimal(cell.text()).round(DIGITS));
        if (number.precision() - number.scale() > NumberGrammar.MOST_DIGITS) {
            throw noNumber();
        }
        if (number.scale() > MOST_DECIMALS) {
            if (!cell.isFormula()) {
                throw decimals();
            }
            number = plain(number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN));
        }
        return new CellValue(Optional.of(number), false, cell.isFormula());
    }

    private static CellValue ofText(Cell cell, Set<String> missingMarks) throws NoNumberException {
        String text = cell.text().strip();
        if (text.isEmpty() || missingMarks.contains(text)) {
            return new CellValue(Optional.empty(), false, cell.isFormula());
        }
        if (cell.isFormula()) {
            throw new NoNumberException(
                    "formula_text",
                    "công thức cho ra một số",
                    "a formula that gives a number",
                    "Sửa công thức cho ra số, hoặc gõ số vào ô.",
                    "Let the formula give a number, or type the number.");
        }
        BigDecimal number;
        try {
            number = NumberGrammar.parse(text, NumberMarks.VIETNAMESE);
        } catch (IllegalArgumentException e) {
            throw noNumber();
        }
        if (number.scale() > MOST_DECIMALS) {
            throw decimals();
        }
        return new CellValue(Optional.of(number), true, false);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static NoNumberException noNumber() {
        return new NoNumberException(
                "number",
                "một số như 1.234,5 (dấu phẩy thập phân, dấu chấm nhóm ba chữ số), không kèm chữ, %, đơn vị tính",
                "a number such as 1.234,5 (decimal comma, groups of three with points), without words, percent sign or"
                        + " unit",
                "Xóa ô rồi gõ lại riêng con số.",
                "Clear the cell and type the number alone.");
    }

    private static NoNumberException decimals() {
        return new NoNumberException(
                "decimals",
                "một số có tối đa " + MOST_DECIMALS + " chữ số thập phân",
                "a number of at most " + MOST_DECIMALS + " decimals",
                "Làm tròn số rồi gõ lại.",
                "Round the number and type it again.");
    }
}
