package vn.chitieu.observation.form;

import static vn.chitieu.observation.form.FormPlace.isSame;
import static vn.chitieu.observation.form.FormPlace.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.CellValue.NoNumberException;
import vn.chitieu.observation.form.FormColumn.Role;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.workbook.Cell;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.source.workbook.WorkbookFile;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;

/**
 * Reads a filled form, strictly: a cell that is wrong is held back, and a form that is wrong as a whole is refused (see
 * {@link FormChecks}).
 */
public final class FormReader {

    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");
    private static final int OLDEST_DAYS = 366;

    private final Form form;
    private final Codelists codelists;
    private final RegisteredDelivery delivery;
    private final String file;
    private final FormPlace place;
    private final Sheet sheet;
    private final List<FormContent.Figure> figures = new ArrayList<>();
    private final List<UnitEstimate> estimates = new ArrayList<>();
    private final List<UnitAssessment> assessments = new ArrayList<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private final List<FormContent.Note> notes = new ArrayList<>();
    private int asked;
    private int answered;

    private FormReader(Form form, Codelists codelists, RegisteredDelivery delivery, Workbook workbook) {
        this.form = form;
        this.codelists = codelists;
        this.delivery = delivery;
        this.file = delivery.receipt().fileName();
        this.place = FormPlace.find(file, form, workbook);
        this.sheet = place.sheet();
        if (workbook.hasExternalLinks()) {
            note(
                    "Tệp có liên kết sang tệp khác; giá trị lấy từ tệp khác không được dùng.",
                    "The file has links to other files; values from them are not used.");
        }
        for (Sheet other : workbook.sheets()) {
            if (other.isHidden()) {
                note(
                        "Trang '" + other.name() + "' bị ẩn và không được đọc.",
                        "Sheet '" + other.name() + "' is hidden and is not read.");
            }
        }
        for (int i = 0; i < form.columns().size(); i++) {
            if (sheet.isHiddenColumn(place.firstColumn() + i)) {
                note(
                        "Cột '" + form.columns().get(i).title() + "' bị ẩn nhưng vẫn được đọc.",
                        "Column '" + form.columns().get(i).title() + "' is hidden but is read all the same.");
            }
        }
        if (sheet.hasCellsOutside()) {
            note(
                    "Có ô ngoài dòng 100.000 hoặc cột 256; các ô đó không được đọc.",
                    "Some cells stand beyond row 100,000 or column 256; they are not read.");
        }
    }

    /**
     * Returns what a delivered workbook says.
     *
     * @throws vn.chitieu.catalog.DataException if it is refused as a whole; the message says where, what was expected,
     *     what came and what to do
     */
    public static FormContent read(Form form, Codelists codelists, RegisteredDelivery delivery) {
        delivery.read(); // the copy must still be what was received
        Workbook workbook = WorkbookFile.read(delivery.receipt().fileName(), delivery.content());
        return new FormReader(form, codelists, delivery, workbook).content();
    }

    private FormContent content() {
        Optional<String> code = place.beside(form.anchors().form()).map(cell -> FormPlace.normal(cell.text()));
        if (!code.equals(Optional.of(form.code()))) {
            throw refused(
                    file,
                    "biểu " + form.code() + ", nhưng tệp ghi mẫu biểu '" + code.orElse("") + "'",
                    "form " + form.code() + " but the workbook says '" + code.orElse("") + "'",
                    "Gửi lại với đúng mã biểu (--form).",
                    "Deliver it again under the right form (--form).");
        }
        Period period = period();
        ObservationStatus status = status(period);
        unitLine();
        Map<String, Integer> lines = lines();
        for (FormRow row : form.rows()) {
            read(row, lines.getOrDefault(row.key(), 0), period);
        }
        FormContent content =
                new FormContent(form, period, status, figures, estimates, assessments, quarantined, notes);
        FormChecks.requireComplete(content, file, asked, answered);
        FormChecks.requireSums(content, file);
        return content;
    }

    private Period period() {
        Optional<Cell> cell = place.beside(form.anchors().period());
        String text = cell.map(c -> FormPlace.normal(c.text())).orElse("");
        Period period = PeriodWords.parse(text)
                .filter(p -> p.frequency() == form.frequency())
                .orElseThrow(() -> refused(
                        where(cell),
                        "kỳ báo cáo như '"
                                + PeriodWords.format(form.periods(2025).get(0)) + "', nhưng là '" + text + "'",
                        "a period such as '"
                                + PeriodWords.format(form.periods(2025).get(0)) + "' but was '" + text + "'",
                        "Chọn kỳ trong danh sách.",
                        "Choose the period in the list."));
        DeliveryReceipt receipt = delivery.receipt();
        LocalDate told = receipt.publishedOrReceived();
        Matcher named = YEAR_IN_NAME.matcher(file);
        boolean isOtherYear = named.find() && Integer.parseInt(named.group(1)) != period.year();
        if (isOtherYear || period.end().plusDays(OLDEST_DAYS).isBefore(told)) {
            throw refused(
                    where(cell),
                    isOtherYear
                            ? "kỳ của năm " + named.group(1) + " như tên tệp, nhưng kỳ báo cáo trong tệp là '" + text
                                    + "'"
                            : "kỳ kết thúc không quá " + OLDEST_DAYS + " ngày trước ngày công bố " + vi(told)
                                    + ", nhưng kỳ báo cáo trong tệp là '" + text + "'",
                    isOtherYear
                            ? "a period of " + named.group(1) + " as the file's name says but the period is '" + text
                                    + "'"
                            : "a period that ended at most " + OLDEST_DAYS + " days before its publication on " + told
                                    + " but the period is '" + text + "'",
                    "Có phải tệp của năm trước được đổi tên? Điền số của kỳ này vào biểu mẫu mới. Nếu đúng là số cũ"
                            + " công bố khi đó, gửi lại với --published và tên tệp đúng năm.",
                    "Is it last year's file under another name? Fill in a new form. If they are old figures made public"
                            + " then, deliver them with --published and a file name of that year.");
        }
        if (period.start().isAfter(told)) {
            throw refused(
                    where(cell),
                    "kỳ đã bắt đầu vào ngày " + vi(told) + ", nhưng là '" + text + "'",
                    "a period that has begun by " + told + " but was '" + text + "'",
                    "Chọn lại kỳ báo cáo.",
                    "Choose the period again.");
        }
        LocalDate due = form.due(period);
        if (told.isAfter(due)) {
            note("Biểu đến sau hạn " + vi(due) + ".", "The form came after it was due, on " + due + ".");
        }
        return period;
    }

    private static String vi(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    private ObservationStatus status(Period period) {
        Optional<Cell> cell = place.beside(form.anchors().status());
        String text = cell.map(c -> FormPlace.normal(c.text())).orElse("");
        boolean isOver = !period.end().isAfter(delivery.receipt().publishedOrReceived());
        return StatusWords.parse(text)
                .filter(status -> status != ObservationStatus.FINAL || isOver)
                .orElseThrow(() -> refused(
                        where(cell),
                        "tình trạng số liệu, một trong " + String.join(", ", StatusWords.all()) + ", nhưng là '" + text
                                + "'",
                        "a status, one of " + String.join(", ", StatusWords.all()) + ", but was '" + text + "'",
                        "Chọn tình trạng trong danh sách; số chính thức chỉ có khi kỳ đã kết thúc.",
                        "Choose the status in the list; figures are final only when the period is over."));
    }

    private void unitLine() {
        Optional<Cell> cell = place.beside(form.anchors().unit());
        String text = cell.map(Cell::text).orElse("");
        if (!isSame(text, form.unitLine())) {
            throw unit(where(cell), form.unitLine(), text);
        }
    }

    private static DataException unit(String where, String expected, String found) {
        return refused(
                where,
                "đơn vị tính '" + expected + "', nhưng là '" + found + "'",
                "unit '" + expected + "' but was '" + found + "'",
                "Giữ đơn vị tính của biểu mẫu và đổi các số về đơn vị đó rồi gửi lại.",
                "Keep the unit of the form, turn the figures into it and deliver it again.");
    }

    /** Returns the row of the sheet of each key, each of which must stand once. */
    private Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (int line : sheet.rows()) {
            if (line < place.firstRow()) {
                continue;
            }
            Optional<Cell> keyCell = sheet.cell(line, place.firstColumn());
            String key = keyCell.map(cell -> FormPlace.normal(cell.text())).orElse("");
            if (key.isEmpty()) {
                refuseFiguresWithoutKey(line);
                continue;
            }
            FormRow row = form.row(key)
                    .orElseThrow(() -> refused(
                            file + ", " + place.cell(line, place.firstColumn()),
                            "mã số của biểu, gần nhất: " + String.join(", ", NearMiss.of(key, keys())) + ", nhưng là '"
                                    + key + "'",
                            "a key of the form, nearest " + String.join(", ", NearMiss.of(key, keys())) + ", but was '"
                                    + key + "'",
                            "Mã số là chữ, giữ nguyên như biểu mẫu (01, không phải 1).",
                            "Keys are text, as in the form (01, not 1)."));
            if (lines.put(key, line) != null) {
                throw refused(
                        file + ", " + place.cell(line, place.firstColumn()),
                        "mỗi mã số một lần, nhưng '" + key + "' có hai lần",
                        "each key once but '" + key + "' stands twice",
                        "Xóa dòng thừa rồi gửi lại.",
                        "Remove one of the rows and deliver it again.");
            }
            check(row, line);
        }
        List<String> missing =
                keys().stream().filter(key -> !lines.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            throw refused(
                    file,
                    "đủ các dòng của biểu, nhưng thiếu mã số " + String.join(", ", missing),
                    "every row of the form but keys " + String.join(", ", missing) + " are missing",
                    FormPlace.AGAIN_VI,
                    FormPlace.AGAIN_EN);
        }
        return lines;
    }

    private List<String> keys() {
        return form.rows().stream().map(FormRow::key).toList();
    }

    private void refuseFiguresWithoutKey(int line) {
        for (int i = 0; i < form.columns().size(); i++) {
            Role role = form.columns().get(i).role();
            Optional<Cell> cell = sheet.cell(line, place.firstColumn() + i);
            if ((role == Role.VALUE || role == Role.YEAR_ESTIMATE)
                    && cell.filter(c -> c.kind() == Cell.Kind.NUMBER).isPresent()) {
                throw refused(
                        file + ", " + place.cell(line, place.firstColumn() + i),
                        "mã số ở đầu mỗi dòng có số liệu, nhưng dòng này không có",
                        "a key in each row with figures but this row has none",
                        "Xóa dòng chèn thêm, hoặc trả lại mã số của dòng.",
                        "Remove the inserted row, or give the row its key again.");
            }
        }
    }

    private void check(FormRow row, int line) {
        for (int i = 0; i < form.columns().size(); i++) {
            int column = place.firstColumn() + i;
            Role role = form.columns().get(i).role();
            String seen = sheet.seen(line, column);
            if (role == Role.UNIT && !isSame(seen, row.unit().name().vi())) {
                throw unit(
                        file + ", " + place.cell(line, column),
                        row.unit().name().vi(),
                        seen);
            }
            if (role == Role.LABEL && !isSame(seen, row.labelVi())) {
                refuseNameOfAnother(row, seen, place.cell(line, column));
                note(
                        place.cell(line, column) + ": tên dòng '" + seen + "' khác biểu mẫu '" + row.labelVi()
                                + "'; dòng được đọc theo mã số " + row.key() + ".",
                        place.cell(line, column) + ": the name '" + seen + "' is not that of the form, '"
                                + row.labelVi() + "'; the row is read by its key " + row.key() + ".");
            }
        }
        if (sheet.isHiddenRow(line)) {
            note(
                    "Dòng " + line + " (mã số " + row.key() + ") bị ẩn nhưng vẫn được đọc.",
                    "Row " + line + " (key " + row.key() + ") is hidden but is read all the same.");
        }
    }

    /** Figures under the name of one row and the key of another belong to nobody knows which. */
    private void refuseNameOfAnother(FormRow row, String seen, String cell) {
        for (FormRow other : form.rows()) {
            if (isSame(seen, other.labelVi())) {
                throw refused(
                        file + ", " + cell,
                        "tên dòng '" + row.labelVi() + "' của mã số " + row.key() + ", nhưng là '" + seen
                                + "' của mã số " + other.key(),
                        "the name '" + row.labelVi() + "' of key " + row.key() + " but was '" + seen + "' of key "
                                + other.key(),
                        "Có dòng bị đổi chỗ: đưa mã số, tên và số liệu của mỗi dòng về cùng một dòng rồi gửi lại.",
                        "Rows were mixed up: put key, name and figures of each on one row and deliver it again.");
            }
        }
    }

    private void read(FormRow row, int line, Period period) {
        String causes = words(row, line, Role.CAUSES);
        String solutions = words(row, line, Role.SOLUTIONS);
        DeliveryReceipt receipt = delivery.receipt();
        for (int i = 0; i < form.columns().size(); i++) {
            FormColumn column = form.columns().get(i);
            int at = place.firstColumn() + i;
            switch (column.role()) {
                case VALUE, YEAR_ESTIMATE -> {
                    Optional<BigDecimal> number = number(row, column, line, at);
                    if (number.isPresent() && column.role() == Role.VALUE) {
                        figures.add(new FormContent.Figure(
                                row,
                                column,
                                number.get(),
                                place.cell(line, at),
                                line,
                                row.key() + " " + row.labelVi() + ": "
                                        + number.get().toPlainString()));
                    } else if (number.isPresent()) {
                        estimates.add(new UnitEstimate(
                                form.areaCode(),
                                row.indicatorCode(),
                                row.activityCode(),
                                row.priceBasis(column),
                                row.unit().code(),
                                number.get(),
                                period,
                                receipt.publishedOrReceived(),
                                receipt.terms().sender(),
                                causes,
                                solutions,
                                delivery.id()));
                    }
                }
                case ASSESSMENT -> {
                    if (row.asks(column) && row.targetId().isPresent()) {
                        assess(row, row.targetId().get(), line, at, period, causes, solutions);
                    }
                }
                default -> {}
            }
        }
    }

    private String words(FormRow row, int line, Role role) {
        for (int i = 0; i < form.columns().size(); i++) {
            FormColumn column = form.columns().get(i);
            if (column.role() == role && row.asks(column)) {
                return FormPlace.normal(sheet.seen(line, place.firstColumn() + i));
            }
        }
        return "";
    }

    private Optional<BigDecimal> number(FormRow row, FormColumn column, int line, int at) {
        Optional<Cell> cell = sheet.cell(line, at);
        boolean isAsked = row.asks(column);
        asked += isAsked && column.role() == Role.VALUE ? 1 : 0;
        if (isAsked && sheet.mergedAt(line, at).isPresent()) {
            hold(
                    line,
                    at,
                    row,
                    new NoNumberException(
                            "merged_cell",
                            "ô số không bị gộp với ô khác",
                            "a cell that is not merged with others",
                            "Bỏ gộp ô (Unmerge Cells) rồi gõ số vào từng ô.",
                            "Unmerge the cells and type each number in its own cell."));
            return Optional.empty();
        }
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            CellValue value = CellValue.of(cell.get(), form.missingMarks());
            if (!isAsked && value.number().isPresent()) {
                throw new NoNumberException(
                        "closed_cell",
                        "ô 'x' không phải điền",
                        "nothing in a cell that is marked x",
                        "Chuyển số sang đúng cột của dòng này.",
                        "Move the number to the right column of this row.");
            }
            if (value.number().isPresent()) {
                requireInRange(row, value.number().get());
            }
            if (value.isText() && value.number().isPresent()) {
                note(
                        place.cell(line, at) + ": số '" + cell.get().text() + "' được gõ dạng chữ; đã đọc là "
                                + value.number().get().toPlainString().replace('.', ',') + ".",
                        place.cell(line, at) + ": the number '" + cell.get().text()
                                + "' is typed as text; it was read as "
                                + value.number().get().toPlainString() + ".");
            }
            answered += isAsked && column.role() == Role.VALUE ? 1 : 0;
            return value.number();
        } catch (NoNumberException e) {
            hold(line, at, row, e);
            return Optional.empty();
        }
    }

    private void requireInRange(FormRow row, BigDecimal value) throws NoNumberException {
        Indicator indicator = codelists.indicator(row.indicatorCode());
        if (!indicator.allows(value)) {
            String least = indicator.minValue().map(BigDecimal::toPlainString).orElse("−∞");
            String most = indicator.maxValue().map(BigDecimal::toPlainString).orElse("∞");
            throw new NoNumberException(
                    "range",
                    "giá trị của '" + row.labelVi() + "' từ " + least + " đến " + most,
                    "a value of '" + row.labelEn() + "' from " + least + " to " + most,
                    "Kiểm tra lại số và đơn vị tính.",
                    "Check number and unit.");
        }
    }

    private void assess(
            FormRow row, String targetId, int line, int at, Period period, String causes, String solutions) {
        String word = FormPlace.normal(sheet.seen(line, at));
        if (word.isEmpty() || word.equals(StatusWords.NOT_YET)) {
            return;
        }
        if (!word.equals(StatusWords.MET) && !word.equals(StatusWords.NOT_MET)) {
            hold(
                    line,
                    at,
                    row,
                    new NoNumberException(
                            "assessment",
                            "một trong '" + StatusWords.MET + "', '" + StatusWords.NOT_MET + "', '"
                                    + StatusWords.NOT_YET + "'",
                            "one of '" + StatusWords.MET + "', '" + StatusWords.NOT_MET + "', '" + StatusWords.NOT_YET
                                    + "'",
                            "Chọn trong danh sách của ô.",
                            "Choose in the list of the cell."));
            return;
        }
        assessments.add(new UnitAssessment(
                form.programmeId(),
                targetId,
                word.equals(StatusWords.MET),
                period,
                delivery.receipt().publishedOrReceived(),
                delivery.receipt().terms().sender(),
                causes,
                solutions,
                delivery.id()));
    }

    private void hold(int line, int column, FormRow row, NoNumberException reason) {
        Optional<Cell> cell = sheet.cell(line, column);
        String found = cell.map(c -> "'" + c.text() + "'" + (c.isFormula() ? " (=" + c.formula() + ")" : ""))
                .orElse("''");
        quarantined.add(new QuarantinedRow(
                new Place(delivery.id(), file, line, place.cell(line, column)),
                reason.ruleCode(),
                new LocalizedText(reason.expectedVi(), reason.expectedEn()),
                found,
                new LocalizedText(reason.adviceVi(), reason.adviceEn()),
                row.key() + " " + row.labelVi()));
    }

    private void note(String messageVi, String messageEn) {
        notes.add(new FormContent.Note(LocalizedText.same(file + ": ").plus(new LocalizedText(messageVi, messageEn))));
    }

    private String where(Optional<Cell> cell) {
        return cell.map(c -> file + ", " + place.cell(c.row(), c.column())).orElse(file);
    }
}
