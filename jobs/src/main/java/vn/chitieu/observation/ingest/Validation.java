package vn.chitieu.observation.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.codelist.CodeTables;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.MappingRow;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.SourcePage;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;

/**
 * The rules that turn a delivered row into a figure or refuse it. Each refusal carries the rule's code:
 *
 * <ul>
 *   <li>{@code unknown_code}: area, indicator with breakdown and unit, frequency, basis, price basis, status or kind of
 *       source that no code list has;
 *   <li>{@code period}: no period, or not one of the row's frequency;
 *   <li>{@code area_validity}: a period after the last day of its area;
 *   <li>{@code number}: the value is no number of {@link NumberGrammar};
 *   <li>{@code date}: the date of publication is none;
 *   <li>{@code source}: no source is named;
 *   <li>{@code range}: the value is outside the limits of its indicator;
 *   <li>{@code future}: an outcome of a period that had not begun, an estimate more than a year ahead, a final figure
 *       of a period that had not ended.
 * </ul>
 *
 * <p>The first rule that a row breaks decides. A year to date of a whole year is the year itself.
 */
public final class Validation {

    public static final List<String> COLUMNS = List.of(
            "area",
            "indicator",
            "breakdown",
            "frequency",
            "period",
            "basis",
            "price_basis",
            "value",
            "unit",
            "status",
            "published",
            "source_url");

    private static final String CORRECT_VI = "Sửa dòng này trong tệp gốc và gửi lại thành một lần giao mới.";
    private static final String CORRECT_EN = "Correct the row and deliver it again, as a new delivery.";

    private static final int LONGEST_LISTED = 6;

    /** More days than forty years have; a table with more of them parses each again. */
    private static final int MOST_REMEMBERED = 15_000;

    private final Codelists codelists;
    private final Map<String, SourcePage> pages;
    private final SourceTrust unlisted;
    private final Declaration declaration;
    private final CodeTables codes;
    private final Map<Frequency, Map<String, Period>> periods = new EnumMap<>(Frequency.class);
    private final Map<String, LocalDate> dates = new HashMap<>();

    /**
     * Creates the rules for one set of code lists and one table.
     *
     * @param pages the listed sources by address; a source that is not listed has the least trust
     * @param declaration how the table is written
     */
    public Validation(Codelists codelists, Map<String, SourcePage> pages, Declaration declaration) {
        this.codelists = codelists;
        this.pages = pages;
        int worst = codelists.trust().values().stream()
                .mapToInt(SourceTrust::rank)
                .max()
                .orElse(0);
        unlisted = new SourceTrust(worst + 1, PublishedKind.PRESS);
        this.declaration = declaration;
        codes = CodeTables.of(codelists, declaration.vocabulary());
    }

    /** Returns whether the value of a row is a mark that says that there is no figure, as declared. */
    boolean isMissing(SourceRow row) {
        return declaration.missingValues().contains(row.field("value"));
    }

    /**
     * Returns what a row does, by its SDMX {@code ACTION}.
     *
     * @throws RefusedRowException if no such action is known
     */
    RowAction action(String deliveryId, SourceRow row) throws RefusedRowException {
        String text = row.fields().getOrDefault(SourceRow.ACTION, "I");
        RowAction action = RowAction.BY_CODE.get(text);
        if (action == null) {
            throw new Row(deliveryId, row)
                    .refused(
                            "action",
                            "ACTION là I, A, M, R hoặc D",
                            "ACTION I, A, M, R or D",
                            "'" + text + "'",
                            CORRECT_VI,
                            CORRECT_EN);
        }
        return action;
    }

    /**
     * Returns the figure of a row.
     *
     * @param deliveredOn the day of delivery, when the figure of an undated source was known at the latest
     * @throws RefusedRowException if the row breaks a rule
     */
    public DeliveredFigure figure(String deliveryId, LocalDate deliveredOn, SourceRow row) throws RefusedRowException {
        Row checked = new Row(deliveryId, row);
        Area area = checked.area();
        MappingRow mapping = checked.mapping();
        Period period = checked.period();
        checked.inTheTimeOf(area, period);
        Accumulation accumulation = checked.code("basis", codes.accumulations(), "CL_ACCUMULATION.csv");
        if (period.frequency() == Frequency.A) {
            accumulation = Accumulation.PERIOD;
        }
        PriceBasis priceBasis = checked.code("price_basis", codes.priceBases(), "CL_PRICE_BASIS.csv");
        BigDecimal value = mapping.apply(checked.number());
        Optional<ObservationStatus> outcome =
                checked.code("status", codes.statuses(), codes.isOwn() ? "CL_OBS_STATUS.csv" : "status_mapping.csv");
        Optional<LocalDate> printed = checked.published();
        String url = checked.sourceUrl();
        checked.range(value, codelists.indicator(mapping.indicatorCode()));
        if (outcome.isPresent()) {
            checked.notInTheFuture(period, outcome.get(), printed.orElse(deliveredOn));
        }
        ObservationStatus status = outcome.orElse(ObservationStatus.FORECAST);
        SourcePage page = pages.get(url);
        return new DeliveredFigure(
                new ObservationKey(
                        area.code(), mapping.indicatorCode(), mapping.activityCode(), period, accumulation, priceBasis),
                value,
                mapping.unitCode(),
                status,
                outcome.isEmpty(),
                printed,
                page == null ? SourceDating.RELEASE : codelists.dating(page.kind(), status, url),
                url,
                page == null ? unlisted : checked.trust(page),
                deliveryId,
                row.file(),
                row.line(),
                row.rawText());
    }

    /** Returns the refusal of a row whose key stands on an earlier line of the same delivery. */
    static QuarantinedRow repeated(DeliveredFigure figure, DeliveredFigure first) {
        boolean hasLine = first.line() > 0;
        String where = hasLine ? first.file() + ", line " + first.line() : "another row of " + first.file();
        String whereVi = hasLine ? first.file() + ", dòng " + first.line() : "một dòng khác của " + first.file();
        String value = first.value().toPlainString();
        boolean isEqual = figure.value().compareTo(first.value()) == 0;
        return new QuarantinedRow(
                Place.line(figure.deliveryId(), figure.file(), figure.line()),
                isEqual ? "duplicate_row" : "duplicate_key",
                new LocalizedText(
                        isEqual
                                ? "mỗi số liệu một lần trong một lần giao, và " + whereVi + " đã có"
                                : "một giá trị cho mỗi số liệu trong một lần giao, và " + whereVi + " có " + value,
                        isEqual
                                ? "each figure once in one delivery, and " + where + " has it,"
                                : "one value of a figure in one delivery, and " + where + " has " + value + ","),
                figure.key() + " = " + figure.value().toPlainString(),
                new LocalizedText(
                        isEqual ? "Bỏ dòng thừa; số liệu vẫn được dùng." : CORRECT_VI,
                        isEqual ? "Remove the row; the figure is used all the same." : CORRECT_EN),
                figure.rowText());
    }

    /**
     * Returns the deletion that a row asks for; an empty field stands for every code.
     *
     * @param deliveredOn the day from which it counts if the row has no date
     * @throws RefusedRowException if a code is unknown, or if the row deletes everything and its description does not
     *     say that this is meant
     */
    Deletion deletion(String deliveryId, LocalDate deliveredOn, SourceRow row) throws RefusedRowException {
        Row checked = new Row(deliveryId, row);
        String indicator = row.field("indicator");
        String breakdown = row.field("breakdown");
        List<String> lines = new ArrayList<>();
        if (!indicator.isEmpty() || !breakdown.isEmpty()) {
            lines.addAll(codes.lines(indicator, breakdown));
            if (lines.isEmpty()) {
                throw checked.unknown("indicator", indicator, codes.indicators(), "mapping.csv");
            }
        }
        Deletion deletion = new Deletion(
                checked.optional("area", codes.areas(), "CL_AREA.csv").map(Area::code),
                new TreeSet<>(lines),
                checked.optional("frequency", codes.frequencies(), "CL_FREQ.csv"),
                row.field("period").isEmpty() ? Optional.empty() : Optional.of(checked.period()),
                checked.optional("basis", codes.accumulations(), "CL_ACCUMULATION.csv"),
                checked.optional("price_basis", codes.priceBases(), "CL_PRICE_BASIS.csv"),
                Optional.of(row.field("source_url")).filter(url -> !url.isEmpty()),
                checked.published().orElse(deliveredOn),
                deliveryId,
                row);
        if (deletion.isAboutAll() && !declaration.mayDeleteAll()) {
            throw checked.refused(
                    "delete_all",
                    "ít nhất một mã để biết xóa số liệu nào",
                    "at least one code that says which figures to delete",
                    "'D' với mọi ô trống / 'D' with every field empty",
                    "Ghi rõ số liệu cần xóa; nếu đúng là xóa tất cả, đặt chitieu.delete_all: true trong"
                            + " datapackage.json.",
                    "Name the figures to delete; if all are meant, set chitieu.delete_all: true in datapackage.json.");
        }
        return deletion;
    }

    /** Returns the refusal of a deletion that closes nothing. */
    static QuarantinedRow nothingToDelete(Deletion deletion) {
        SourceRow row = deletion.row();
        return new QuarantinedRow(
                Place.line(deletion.deliveryId(), row.file(), row.line()),
                "nothing_to_delete",
                new LocalizedText(
                        "số liệu mà lần giao trước của cùng nơi gửi đã có",
                        "a figure that an earlier delivery of the same sender holds"),
                row.rawText(),
                new LocalizedText(
                        "Kiểm tra các mã; lần xóa chỉ áp dụng cho số liệu đã giao trước.",
                        "Check the codes; a deletion is about figures that were delivered before."),
                row.rawText());
    }

    /** One row under test. */
    private final class Row {

        private final String deliveryId;
        private final SourceRow row;

        Row(String deliveryId, SourceRow row) {
            this.deliveryId = deliveryId;
            this.row = row;
        }

        Area area() throws RefusedRowException {
            return code("area", codes.areas(), "CL_AREA.csv");
        }

        <V> Optional<V> optional(String column, Map<String, V> known, String list) throws RefusedRowException {
            return row.field(column).isEmpty() ? Optional.empty() : Optional.of(code(column, known, list));
        }

        <V> V code(String column, Map<String, V> known, String list) throws RefusedRowException {
            String text = row.field(column);
            V value = known.get(text);
            if (value == null) {
                throw unknown(column, text, known.keySet(), list);
            }
            return value;
        }

        MappingRow mapping() throws RefusedRowException {
            String indicator = row.field("indicator");
            String breakdown = row.field("breakdown");
            String unit = row.field("unit");
            Optional<MappingRow> mapping = codes.mapping(indicator, breakdown, unit);
            if (mapping.isPresent()) {
                return mapping.get();
            }
            String list = codes.isOwn() ? "CL_INDICATOR.csv" : "mapping.csv";
            Collection<String> breakdowns = codes.breakdowns(indicator);
            if (breakdowns.isEmpty()) {
                throw unknown("indicator", indicator, codes.indicators(), list);
            }
            Collection<String> units = codes.units(indicator, breakdown);
            throw units.isEmpty()
                    ? unknown("breakdown", breakdown, breakdowns, codes.isOwn() ? "CL_ACTIVITY.csv" : list)
                    : unknown("unit", unit, units, list);
        }

        Period period() throws RefusedRowException {
            Frequency frequency = code("frequency", codes.frequencies(), "CL_FREQ.csv");
            String delivered = row.field("period");
            Map<String, Period> known = periods.computeIfAbsent(frequency, none -> new HashMap<>());
            Period before = known.get(delivered);
            if (before != null) {
                return before;
            }
            String letter = row.field("frequency");
            boolean isOther = !letter.equals(frequency.name());
            String text =
                    isOther ? delivered.replace(frequency.name(), "?").replace(letter, frequency.name()) : delivered;
            try {
                Period period = Period.parse(text);
                if (period.frequency() == frequency) {
                    known.put(delivered, period);
                    return period;
                }
            } catch (IllegalArgumentException e) {
                if (Period.hasForm(text) && Period.formOf(text) == frequency) {
                    int year = Integer.parseInt(text.substring(0, 4));
                    boolean isYear = year >= 1900 && year <= 2199;
                    int most = frequency.periodsPerYear();
                    throw refused(
                            "period",
                            isYear ? "kỳ từ 1 đến " + most + " theo tần suất " + frequency : "năm từ 1900 đến 2199",
                            isYear
                                    ? "a period of frequency " + frequency + " from 1 to " + most
                                    : "a year from 1900 to 2199",
                            "'" + delivered + "'",
                            CORRECT_VI,
                            CORRECT_EN);
                }
            }
            String example = Period.example(frequency).replace(frequency.name(), letter);
            throw refused(
                    "period",
                    "kỳ như " + example + " theo tần suất " + letter,
                    "a period such as " + example + ", as frequency " + letter + " says",
                    "'" + delivered + "'",
                    CORRECT_VI,
                    CORRECT_EN);
        }

        void inTheTimeOf(Area area, Period period) throws RefusedRowException {
            Optional<LocalDate> last =
                    area.validTo().filter(day -> period.start().isAfter(day));
            if (last.isPresent()) {
                throw refused(
                        "area_validity",
                        "kỳ của " + area.code() + ", đơn vị chỉ đến hết ngày " + last.get(),
                        "a period of " + area.code() + ", an area that ended on " + last.get() + ",",
                        row.field("period"),
                        "Dùng mã của đơn vị sau sắp xếp cho các kỳ sau ngày này.",
                        "Use the code of the merged area for periods after that day.");
            }
        }

        BigDecimal number() throws RefusedRowException {
            String text = row.field("value");
            NumberMarks marks = declaration.marks();
            try {
                return NumberGrammar.parse(text, marks);
            } catch (IllegalArgumentException e) {
                boolean isPoint = marks.decimal() == '.';
                String group = marks.group().map(String::valueOf).orElse("");
                throw refused(
                        "number",
                        "số viết như " + marks.example() + ": " + (isPoint ? "dấu chấm" : "dấu phẩy") + " thập phân, "
                                + (group.isEmpty()
                                        ? "không phân nhóm"
                                        : "phân nhóm nghìn bằng '" + group + "' hoặc không")
                                + ", tối đa " + NumberGrammar.MOST_DIGITS + " chữ số",
                        "a number such as " + marks.example() + ": a decimal " + (isPoint ? "point" : "comma") + ", "
                                + (group.isEmpty()
                                        ? "no group marks"
                                        : "groups of three between '" + group + "' or none")
                                + ", at most " + NumberGrammar.MOST_DIGITS + " digits",
                        "'" + text + "'",
                        CORRECT_VI,
                        CORRECT_EN);
            }
        }

        Optional<LocalDate> published() throws RefusedRowException {
            String text = row.field("published");
            if (text.isEmpty()) {
                return Optional.empty();
            }
            LocalDate known = dates.get(text);
            if (known != null) {
                return Optional.of(known);
            }
            try {
                LocalDate date = LocalDate.parse(text);
                if (dates.size() < MOST_REMEMBERED) {
                    dates.put(text, date);
                }
                return Optional.of(date);
            } catch (DateTimeParseException e) {
                throw refused(
                        "date",
                        "ngày công bố như 2025-07-15, hoặc để trống",
                        "a date of publication such as 2025-07-15, or none",
                        "'" + text + "'",
                        CORRECT_VI,
                        CORRECT_EN);
            }
        }

        String sourceUrl() throws RefusedRowException {
            String url = row.field("source_url");
            if (url.isEmpty()) {
                throw refused(
                        "source",
                        "nguồn của số liệu ở cột source_url",
                        "the source of the figure in source_url",
                        "''",
                        CORRECT_VI,
                        CORRECT_EN);
            }
            return url;
        }

        SourceTrust trust(SourcePage page) throws RefusedRowException {
            SourceTrust trust = codelists.trust().get(page.kind());
            if (trust == null) {
                throw unknown("kind", page.kind(), codelists.trust().keySet(), "source_trust.csv");
            }
            return trust;
        }

        void range(BigDecimal value, Indicator indicator) throws RefusedRowException {
            if (!indicator.allows(value)) {
                String least =
                        indicator.minValue().map(BigDecimal::toPlainString).orElse("");
                String most =
                        indicator.maxValue().map(BigDecimal::toPlainString).orElse("");
                throw refused(
                        "range",
                        "giá trị của " + indicator.code() + limits(least, most, " từ ", " đến "),
                        "a value of " + indicator.code() + limits(least, most, " from ", " to "),
                        value.toPlainString(),
                        "Kiểm tra số và đơn vị tính trong nguồn. " + CORRECT_VI,
                        "Check number and unit in the source. " + CORRECT_EN);
            }
        }

        private String limits(String least, String most, String from, String to) {
            return (least.isEmpty() ? "" : from + least) + (most.isEmpty() ? "" : to + most);
        }

        void notInTheFuture(Period period, ObservationStatus status, LocalDate knownOn) throws RefusedRowException {
            // Offices estimate a month before it begins, so an estimate may be ahead of its period, but not by a year.
            LocalDate begunBy = status == ObservationStatus.ESTIMATE ? knownOn.plusYears(1) : knownOn;
            if (period.start().isAfter(begunBy)) {
                throw refused(
                        "future",
                        "kỳ đã bắt đầu vào ngày " + begunBy + ", hoặc trạng thái plan",
                        "a period that has begun by " + begunBy + ", or status plan",
                        row.field("period") + ", " + row.field("status"),
                        CORRECT_VI,
                        CORRECT_EN);
            }
            if (status == ObservationStatus.FINAL && period.end().isAfter(knownOn)) {
                throw refused(
                        "future",
                        "trạng thái final chỉ cho kỳ đã kết thúc vào ngày " + knownOn,
                        "status final only of a period that has ended by " + knownOn,
                        row.field("period"),
                        CORRECT_VI,
                        CORRECT_EN);
            }
        }

        private RefusedRowException unknown(String column, String text, Collection<String> known, String list) {
            boolean isShort = known.size() <= LONGEST_LISTED;
            String some = String.join(", ", isShort ? known : NearMiss.of(text, known));
            return refused(
                    "unknown_code",
                    column + " có trong codelist/" + list + (isShort ? ", một trong " : ", gần nhất: ") + some,
                    column + " of codelist/" + list + (isShort ? ", one of " : ", nearest ") + some + ",",
                    "'" + text + "'",
                    "Dùng một mã có trong danh mục, hoặc thêm mã vào codelist/" + list + ".",
                    "Use a code of the list, or add the code to codelist/" + list + ".");
        }

        private RefusedRowException refused(
                String rule, String expectedVi, String expectedEn, String found, String adviceVi, String adviceEn) {
            return new RefusedRowException(new QuarantinedRow(
                    Place.line(deliveryId, row.file(), row.line()),
                    rule,
                    new LocalizedText(expectedVi, expectedEn),
                    found,
                    new LocalizedText(adviceVi, adviceEn),
                    row.rawText()));
        }
    }
}
