package vn.chitieu.observation.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.text.NearMiss;

/**
 * Where the parts of a form stand in a workbook that was delivered: found by the texts of the head and the header,
 * never by counting, and refused where a text is not the one of the catalogue.
 *
 * @param firstRow the row below the header
 * @param firstColumn the column of the keys
 */
record FormPlace(String file, Form form, Sheet sheet, int firstRow, int firstColumn) {

    private static final int MOST_HEAD_ROWS = 60;

    /**
     * Finds a form in a workbook.
     *
     * @throws DataException if the sheet or a header is missing, moved or another one
     */
    static FormPlace find(String file, Form form, Workbook workbook) {
        Sheet sheet = workbook.sheet(form.sheet()).orElseThrow(() -> {
            List<String> names = workbook.sheets().stream().map(Sheet::name).toList();
            String nearest =
                    names.isEmpty() ? "" : NearMiss.of(form.sheet(), names).get(0);
            return refused(
                    file,
                    "trang '" + form.sheet() + "' của biểu " + form.code() + ", nhưng tệp có các trang "
                            + String.join(", ", names) + " (gần nhất: " + nearest + ")",
                    "sheet '" + form.sheet() + "' of form " + form.code() + " but the sheets are "
                            + String.join(", ", names) + " (nearest: " + nearest + ")",
                    "Đặt lại tên trang, hoặc chọn đúng biểu bằng --form.",
                    "Rename the sheet, or name the right form with --form.");
        });
        if (sheet.isHidden()) {
            throw refused(
                    file,
                    "trang '" + form.sheet() + "' không bị ẩn",
                    "sheet '" + form.sheet() + "' not to be hidden",
                    "Bỏ ẩn trang (Unhide), kiểm tra số liệu rồi gửi lại.",
                    "Unhide the sheet, check the figures and deliver it again.");
        }
        return header(file, form, sheet);
    }

    /** Returns the text beside an anchor of the head; empty if nothing stands there. */
    Optional<Cell> beside(String anchor) {
        for (int row : sheet.rows()) {
            if (row >= firstRow) {
                break;
            }
            List<Cell> cells = new ArrayList<>(sheet.row(row).values());
            for (int i = 0; i < cells.size(); i++) {
                if (isSame(cells.get(i).text().replaceFirst(":\\s*$", ""), anchor)) {
                    int column = cells.get(i).column();
                    return cells.stream()
                            .filter(cell -> cell.column() > column && !cell.isBlank())
                            .findFirst();
                }
            }
        }
        throw refused(
                file,
                "dòng '" + anchor + "' trên phần đầu trang '" + form.sheet() + "'",
                "a line '" + anchor + "' in the head of sheet '" + form.sheet() + "'",
                AGAIN_VI,
                AGAIN_EN);
    }

    /** Returns the place of a cell, such as {@code Số liệu!D12}. */
    String cell(int row, int column) {
        return sheet.name() + "!" + Cell.name(row, column);
    }

    static final String AGAIN_VI = "Lấy lại biểu mẫu bằng lệnh form, chép số vào đúng ô rồi gửi lại.";
    static final String AGAIN_EN =
            "Write the form again with the command form, copy the figures into their cells and" + " deliver it again.";

    static DataException refused(String where, String expectedVi, String expectedEn, String adviceVi, String adviceEn) {
        return new DataException(
                where + ": cần " + expectedVi + ". " + adviceVi, where + ": Expecting " + expectedEn + ". " + adviceEn);
    }

    /** Compares two texts as a reader does: Unicode forms and runs of spaces do not count. */
    static boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    private static FormPlace header(String file, Form form, Sheet sheet) {
        String first = form.columns().get(0).header().get(0);
        for (int row : sheet.rows()) {
            if (row > MOST_HEAD_ROWS) {
                break;
            }
            for (Cell cell : sheet.row(row).values()) {
                if (isSame(cell.text(), first)) {
                    FormPlace place = new FormPlace(file, form, sheet, row + form.headerRows(), cell.column());
                    place.check(row);
                    return place;
                }
            }
        }
        throw refused(
                file,
                "dòng tiêu đề bắt đầu bằng '" + first + "' trên trang '" + sheet.name() + "', nhưng không thấy",
                "a header that begins with '" + first + "' on sheet '" + sheet.name() + "' but there is none",
                AGAIN_VI,
                AGAIN_EN);
    }

    private void check(int headerRow) {
        for (int i = 0; i < form.columns().size(); i++) {
            FormColumn column = form.columns().get(i);
            String found = title(headerRow, firstColumn + i);
            if (!isSame(found, column.title())) {
                String place = file + ", " + cell(headerRow, firstColumn + i);
                throw refused(
                        place,
                        "cột '" + column.title() + "', nhưng là "
                                + (found.isEmpty() ? "cột không có tiêu đề" : "cột '" + found + "'"),
                        "column '" + column.title() + "' but was "
                                + (found.isEmpty() ? "a column without header" : "column '" + found + "'"),
                        "Có dòng hoặc cột bị dời, chèn thêm hoặc đổi tên: đưa dòng tiêu đề và các cột về đúng chỗ của"
                                + " biểu mẫu rồi gửi lại.",
                        "A row or column was moved, inserted or renamed: put the header and the columns where the form"
                                + " has them and deliver it again.");
            }
        }
        String beyond = title(headerRow, firstColumn + form.columns().size());
        if (!beyond.isEmpty()) {
            throw refused(
                    file + ", " + cell(headerRow, firstColumn + form.columns().size()),
                    "không còn cột nào sau '"
                            + form.columns().get(form.columns().size() - 1).title() + "', nhưng có cột '" + beyond
                            + "'",
                    "no column after '"
                            + form.columns().get(form.columns().size() - 1).title() + "' but was column '" + beyond
                            + "'",
                    "Xóa cột thêm vào rồi gửi lại.",
                    "Remove the added column and deliver it again.");
        }
    }

    /** Returns what stands above a column, a text that is merged over rows or columns wherever it is seen. */
    private String title(int headerRow, int column) {
        List<String> texts = new ArrayList<>();
        for (int level = 0; level < form.headerRows(); level++) {
            String text = normal(sheet.seen(headerRow + level, column));
            if (!text.isEmpty()
                    && (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text))) {
                texts.add(text);
            }
        }
        return String.join(" / ", texts);
    }
}
