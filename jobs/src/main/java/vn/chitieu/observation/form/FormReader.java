package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
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
import vn.chitieu.source.workbook.CellDoubtException;
import vn.chitieu.source.workbook.SeenText;
import vn.chitieu.source.workbook.Sheet;
import vn.chitieu.source.workbook.Workbook;
import vn.chitieu.source.workbook.WorkbookFile;
import vn.chitieu.text.Language;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.Words;

/**
 * Reads a filled form, strictly: a cell that is wrong is quarantined, and a form that is wrong as a whole is refused
 * (see {@link FormChecks}).
 */
public final class FormReader {

    private static final Words WORDS = Words.of("observation");

    private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");
    private static final int OLDEST_DAYS = 366;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Form form;
    private final Codelists codelists;
    private final ReportingYear year;
    private final RegisteredDelivery delivery;
    private final String file;
    private final FormPlace place;
    private final Sheet sheet;
    private final List<FormContent.Figure> figures = new ArrayList<>();
    private final List<FormContent.Estimate> estimates = new ArrayList<>();
    private final List<UnitAssessment> assessments = new ArrayList<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private final List<LocalizedText> notes = new ArrayList<>();
    private int asked;
    private int answered;
    private int heldBack;

    private FormReader(Form form, Codelists codelists, RegisteredDelivery delivery, Workbook workbook) {
        this.form = form;
        this.codelists = codelists;
        this.year = codelists.reportingYears().of(form.areaCode());
        this.delivery = delivery;
        this.file = delivery.receipt().fileName();
        this.place = FormPlace.find(file, form, workbook);
        this.sheet = place.sheet();
        workbook.notes().forEach(this::note);
        for (Sheet other : workbook.sheets()) {
            if (other.isHidden()) {
                note("hidden_sheet", other.name());
            } else if (!other.name().equals(sheet.name()) && FormPlace.isOn(other, form)) {
                note("second_sheet", other.name(), sheet.name());
            }
        }
        for (int i = 0; i < form.columns().size(); i++) {
            if (sheet.isHiddenColumn(place.firstColumn() + i)) {
                note("hidden_column", form.columns().get(i).title());
            }
        }
        if (sheet.hasCellsOutside()) {
            note("cells_outside");
        }
    }

    /**
     * Returns what a delivered workbook says.
     *
     * @throws vn.chitieu.catalog.DataException if it is refused as a whole; the message says where, what was expected,
     *     what was found and what to do
     */
    public static FormContent read(Form form, Codelists codelists, RegisteredDelivery delivery) {
        delivery.read(); // the copy must still be what was received
        Workbook workbook = WorkbookFile.read(delivery.receipt().fileName(), delivery.content());
        return new FormReader(form, codelists, delivery, workbook).content();
    }

    private FormContent content() {
        Optional<Cell> code = place.beside(form.head().form());
        if (code.filter(cell -> SeenText.isSame(cell, form.code())).isEmpty()) {
            throw new DataException(WORDS.text("form.other_form", file, form.code(), quoted(code)));
        }
        sender();
        Period period = period();
        ObservationStatus status = status(period);
        unitLine();
        Map<String, Integer> lines = lines();
        for (FormRow row : form.rows()) {
            read(row, lines.getOrDefault(row.key(), 0), period);
        }
        if (100L * answered < (long) form.completenessPct() * asked) {
            note("incomplete", answered, asked, form.completenessPct());
        }
        FormContent content =
                new FormContent(form, period, status, figures, estimates, assessments, quarantined, notes, List.of());
        FormChecks.requireSomething(content, file, asked, answered + heldBack);
        FormChecks.requireSums(content, codelists, file);
        return content;
    }

    /**
     * A form that names another department was filled in for another one, and so was one that names more than the
     * department, unless it is the area of the form.
     */
    private void sender() {
        Optional<Cell> cell = place.beside(form.head().sender());
        String text = cell.map(SeenText::withoutMark).orElse("").toLowerCase(VIETNAMESE);
        String department = SeenText.normal(form.department().vi()).toLowerCase(VIETNAMESE);
        String more = text.replaceFirst(Pattern.quote(department), "").replaceAll("[^\\p{L}\\p{N}]+", " ");
        String area = codelists
                .areaOf(form.areaCode())
                .name()
                .vi()
                .toLowerCase(VIETNAMESE)
                .replaceFirst(" *\\(.*", "")
                .replaceFirst("^(" + WORDS.in(Language.VI).text("form.area_levels") + ") ", "");
        boolean isOfArea = more.isBlank() || more.contains(area);
        if (!text.contains(department) || !isOfArea) {
            throw new DataException(WORDS.text(
                    "form.other_sender", where(cell), form.department().vi(), form.code(), quoted(cell)));
        }
    }

    private Period period() {
        Optional<Cell> cell = place.beside(form.head().period());
        requireOwn(cell);
        LocalizedText text = quoted(cell);
        Period period = cell.flatMap(c -> FormPeriod.of(sheet, c, year))
                .filter(p -> p.frequency() == form.frequency())
                .orElseThrow(() -> new DataException(WORDS.text(
                        "form.period",
                        where(cell),
                        FormPeriod.format(form.periods(2025).get(0), year),
                        text)));
        DeliveryReceipt receipt = delivery.receipt();
        LocalDate published = receipt.publishedOrReceived();
        Matcher named = YEAR_IN_NAME.matcher(file);
        boolean isOtherYear = named.find()
                && Integer.parseInt(named.group(1)) != period.year()
                && Integer.parseInt(named.group(1)) != year.end(period).getYear();
        if (isOtherYear) {
            throw new DataException(WORDS.text(
                    "form.other_year", where(cell), named.group(1), text, WORDS.text("form.last_years_file")));
        }
        requireDay(period);
        if (year.end(period).plusDays(OLDEST_DAYS).isBefore(published)) {
            note(
                    "old_period",
                    text,
                    PrintedDay.asInTables(published),
                    form.head().day(),
                    WORDS.text("form.last_years_file"));
        }
        if (year.start(period).isAfter(published)) {
            throw new DataException(WORDS.text("form.future", where(cell), PrintedDay.asInTables(published), text));
        }
        Optional<LocalDate> last = codelists.areaOf(form.areaCode()).validTo();
        if (last.filter(year.start(period)::isAfter).isPresent()) {
            throw new DataException(WORDS.text(
                    "form.area_validity",
                    where(cell),
                    codelists.areaOf(form.areaCode()).name(),
                    PrintedDay.asInTables(last.get()),
                    text));
        }
        LocalDate due = form.due(period, year);
        if (published.isAfter(due)) {
            note("late", PrintedDay.asInTables(due));
        }
        return period;
    }

    /** The day of the report must be one between the beginning of the period and the receipt of the form. */
    private void requireDay(Period period) {
        Optional<Cell> cell = FormDay.cell(place, form);
        requireOwn(cell);
        LocalDate received = delivery.receipt().received();
        boolean isDay = cell.isEmpty()
                || cell.flatMap(c -> FormDay.parse(place, c))
                        .filter(day -> !day.isBefore(year.start(period)) && !day.isAfter(received))
                        .isPresent();
        if (!isDay) {
            throw new DataException(WORDS.text(
                    "form.day",
                    where(cell),
                    PrintedDay.asInTables(year.start(period)),
                    PrintedDay.asInTables(received),
                    quoted(cell)));
        }
        cell.flatMap(c -> FormDay.parse(place, c))
                .filter(day -> day.isBefore(year.end(period).minusDays(Period.EARLY_DAYS)))
                .ifPresent(day -> note(
                        "early_day",
                        place.cell(cell.orElseThrow().row(), cell.orElseThrow().column()),
                        PrintedDay.asInTables(day),
                        PrintedDay.asInTables(year.end(period))));
    }

    private ObservationStatus status(Period period) {
        Optional<Cell> cell = place.beside(form.head().status());
        requireOwn(cell);
        String text = cell.map(SeenText::withoutMark).orElse("");
        boolean isOver = !year.end(period).isAfter(delivery.receipt().publishedOrReceived());
        return FormStatus.parse(text)
                .filter(status -> status != ObservationStatus.FINAL || isOver)
                .orElseThrow(() -> new DataException(
                        WORDS.text("form.status", where(cell), String.join(", ", FormStatus.all()), quoted(cell))));
    }

    private void unitLine() {
        Optional<Cell> cell = place.beside(form.head().unit());
        if (cell.filter(c -> SeenText.isSame(c, form.head().unitLine())).isEmpty()) {
            throw unit(where(cell), form.head().unitLine(), quoted(cell));
        }
    }

    private static DataException unit(String where, String expected, LocalizedText found) {
        return new DataException(WORDS.text("form.unit", where, expected, found));
    }

    /** Returns the row of the sheet of each key, each of which must stand once. */
    private Map<String, Integer> lines() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (int line : sheet.rows()) {
            if (line < place.firstRow()) {
                continue;
            }
            Optional<Cell> keyCell = sheet.cell(line, place.firstColumn());
            String key = keyCell.map(this::key).orElse("");
            if (key.isEmpty()) {
                refuseFiguresWithoutKey(line);
                continue;
            }
            FormRow row = form.row(key)
                    .orElseThrow(() -> new DataException(WORDS.text(
                            "form.unknown_key",
                            file,
                            place.cell(line, place.firstColumn()),
                            String.join(", ", NearMiss.of(key, keys())),
                            quoted(keyCell))));
            if (lines.put(key, line) != null) {
                throw new DataException(WORDS.text("form.key_twice", file, place.cell(line, place.firstColumn()), key));
            }
            check(row, line);
        }
        List<String> missing =
                keys().stream().filter(key -> !lines.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            throw new DataException(WORDS.text("form.keys_missing", file, String.join(", ", missing), FormPlace.AGAIN));
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
                throw new DataException(WORDS.text("form.no_key", file, place.cell(line, place.firstColumn() + i)));
            }
        }
    }

    private void check(FormRow row, int line) {
        for (int i = 0; i < form.columns().size(); i++) {
            int column = place.firstColumn() + i;
            Role role = form.columns().get(i).role();
            Optional<Cell> seen = sheet.seen(line, column);
            if (role == Role.UNIT && !isSame(seen, row.unit().name().vi())) {
                throw unit(
                        file + ", " + place.cell(line, column),
                        row.unit().name().vi(),
                        quoted(seen));
            }
            if (role == Role.LABEL && !isSame(seen, row.label().vi())) {
                refuseNameOfAnother(row, seen, place.cell(line, column));
                note(
                        "other_name",
                        place.cell(line, column),
                        quoted(seen),
                        row.label().vi(),
                        row.key());
            }
        }
        if (sheet.isHiddenRow(line)) {
            note("hidden_row", line, row.key());
        }
    }

    /** Figures under the name of one row and the key of another belong to nobody knows which. */
    private void refuseNameOfAnother(FormRow row, Optional<Cell> seen, String cell) {
        for (FormRow other : form.rows()) {
            if (isSame(seen, other.label().vi())) {
                throw new DataException(WORDS.text(
                        "form.name_of_another", file, cell, row.label().vi(), row.key(), quoted(seen), other.key()));
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
                    if (number.isEmpty()) {
                        continue;
                    }
                    FormContent.Figure figure = new FormContent.Figure(
                            row,
                            column,
                            number.get(),
                            place.cell(line, at),
                            line,
                            row.key() + " " + row.label().vi() + ": "
                                    + number.get().toPlainString());
                    if (column.role() == Role.VALUE) {
                        figures.add(figure);
                    } else {
                        estimates.add(new FormContent.Estimate(
                                figure,
                                new UnitEstimate(
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
                                        delivery.id())));
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
                return sheet.seen(line, place.firstColumn() + i)
                        .map(cell -> SeenText.normal(cell.shown()))
                        .orElse("");
            }
        }
        return "";
    }

    private Optional<BigDecimal> number(FormRow row, FormColumn column, int line, int at) {
        Optional<Cell> cell = sheet.cell(line, at);
        boolean isAsked = row.asks(column);
        asked += isAsked && column.role() == Role.VALUE ? 1 : 0;
        if (isAsked && sheet.mergedAt(line, at).isPresent()) {
            heldBack += column.role() == Role.VALUE ? 1 : 0;
            quarantine(line, at, row, new NoNumberException(CellDoubtException.merged()));
            return Optional.empty();
        }
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            CellValue value = CellValue.of(
                    cell.get(),
                    form.missingMarks(),
                    row.unit().name().vi() + " " + form.head().unitLine());
            if (!isAsked && value.number().isPresent()) {
                throw new NoNumberException("closed_cell");
            }
            if (value.number().isPresent()) {
                requireInRange(row, value.number().get());
            }
            if (cell.get().shown().matches("[-\u2013\u2014]") && value.number().isPresent()) {
                note("shown_as_dash", place.cell(line, at), cell.get().shown());
            }
            if (value.isText() && value.number().isPresent()) {
                String plain = value.number().get().toPlainString();
                LocalizedText number = new LocalizedText(plain.replace('.', ','), plain);
                note("typed_as_text", place.cell(line, at), quoted(cell), number);
            }
            answered += isAsked && column.role() == Role.VALUE ? 1 : 0;
            return value.number();
        } catch (NoNumberException e) {
            heldBack += isAsked && column.role() == Role.VALUE ? 1 : 0;
            quarantine(line, at, row, e);
            return Optional.empty();
        }
    }

    private void requireInRange(FormRow row, BigDecimal value) throws NoNumberException {
        Indicator indicator = codelists.indicator(row.indicatorCode());
        if (!indicator.allows(value)) {
            String least = indicator.minValue().map(BigDecimal::toPlainString).orElse("−∞");
            String most = indicator.maxValue().map(BigDecimal::toPlainString).orElse("∞");
            throw new NoNumberException("range", row.label(), least, most);
        }
    }

    private void assess(
            FormRow row, String targetId, int line, int at, Period period, String causes, String solutions) {
        Optional<Cell> cell = sheet.seen(line, at);
        String word = cell.map(SeenText::withoutMark).orElse("");
        if (cell.filter(Cell::isLinked).isPresent()) {
            quarantine(line, at, row, new NoNumberException("external_assessment"));
            return;
        }
        if (word.isEmpty() || word.equalsIgnoreCase(FormStatus.NOT_YET)) {
            return;
        }
        if (!word.equalsIgnoreCase(FormStatus.MET) && !word.equalsIgnoreCase(FormStatus.NOT_MET)) {
            quarantine(
                    line,
                    at,
                    row,
                    new NoNumberException("assessment", FormStatus.MET, FormStatus.NOT_MET, FormStatus.NOT_YET));
            return;
        }
        assessments.add(new UnitAssessment(
                form.programmeId(),
                targetId,
                word.equalsIgnoreCase(FormStatus.MET),
                period,
                delivery.receipt().publishedOrReceived(),
                delivery.receipt().terms().sender(),
                causes,
                solutions,
                delivery.id()));
    }

    private void quarantine(int line, int column, FormRow row, NoNumberException reason) {
        Optional<Cell> cell = sheet.cell(line, column);
        String found = cell.map(SeenText::found).orElse("''");
        quarantined.add(new QuarantinedRow(
                new Place(delivery.id(), file, line, place.cell(line, column)),
                reason.ruleCode(),
                reason.expected(),
                found,
                reason.advice(),
                row.key() + " " + row.label().vi()));
    }

    private void note(String code, Object... words) {
        note(WORDS.text("note." + code, words));
    }

    private void note(LocalizedText note) {
        notes.add(LocalizedText.same(file + ": ").plus(note));
    }

    /** Particulars of a delivery are those of the file itself, never of another one. */
    private void requireOwn(Optional<Cell> cell) {
        if (cell.filter(Cell::isLinked).isPresent()) {
            throw new DataException(WORDS.text("form.linked", where(cell), SeenText.found(cell.get())));
        }
    }

    /** Returns the key that a person reads in a cell. */
    private String key(Cell cell) {
        return keys().stream()
                .filter(key -> SeenText.isSame(cell, key))
                .findFirst()
                .orElseGet(() -> SeenText.withoutMark(cell));
    }

    private static boolean isSame(Optional<Cell> cell, String text) {
        return cell.map(c -> SeenText.isSame(c, text)).orElse(text.isEmpty());
    }

    private static LocalizedText quoted(Optional<Cell> cell) {
        return cell.map(SeenText::quoted).orElse(LocalizedText.same("''"));
    }

    private String where(Optional<Cell> cell) {
        return cell.map(c -> file + ", " + place.cell(c.row(), c.column())).orElse(file);
    }
}
