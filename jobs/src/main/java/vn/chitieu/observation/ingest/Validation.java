package vn.chitieu.observation.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.codelist.CodeTables;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.codelist.MachineNumber;
import vn.chitieu.observation.codelist.MappingRow;
import vn.chitieu.observation.codelist.NumberGrammar;
import vn.chitieu.observation.codelist.SourceDating;
import vn.chitieu.observation.codelist.SourceTrust;
import vn.chitieu.source.Place;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.SourcePage;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.NumberMarks;
import vn.chitieu.source.table.SdmxTime;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.ValueForm;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

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
 *   <li>{@code edition}: a figure of a dated edition without a date, or with one from before the end of its period;
 *   <li>{@code future}: an outcome of a period that had not begun, an estimate more than a year ahead, a final figure
 *       of a period that had not ended, a figure published half a year after it was delivered.
 * </ul>
 *
 * <p>The first rule that a row breaks decides. A year to date of a whole year is the year itself.
 */
public final class Validation {

    private static final Words WORDS = Words.of("observation");

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

    private static final LocalizedText CORRECT = WORDS.text("row.correct");

    private static final int LONGEST_LISTED = 6;
    private static final int MOST_MONTHS_AFTER_DELIVERY = 6;

    /** More days than forty years have; a table with more of them parses each again. */
    private static final int MOST_REMEMBERED = 15_000;

    private final Codelists codelists;
    private final Map<String, SourcePage> pages;
    private final SourceTrust unlisted;
    private final Declaration declaration;
    private final CodeTables codes;
    private final boolean hasGrammarOfSdmx;
    private final Map<String, Frequency> frequencies;
    private final Map<ReportingYear, Map<Frequency, Map<String, DatedPeriod>>> periods = new HashMap<>();
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
        hasGrammarOfSdmx = declaration.form().grammar() == ValueForm.Grammar.SDMX;
        frequencies = new LinkedHashMap<>(codes.frequencies());
        if (hasGrammarOfSdmx) {
            // CL_FREQ had H for the half-year before it had S; the time format is S either way
            Stream.of(Frequency.values()).forEach(frequency -> frequencies.putIfAbsent(frequency.name(), frequency));
            frequencies.putIfAbsent("H", Frequency.S);
        }
    }

    /** Returns whether the value of a row is a mark that says that there is no figure, as declared. */
    boolean isMissing(SourceRow row) {
        return declaration.isMissing(row.field("value").strip());
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
            throw new Row(deliveryId, row).refused("action", "'" + text + "'");
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
        checked.inMoneyOf(area, mapping);
        ReportingYear year = codelists.reportingYears().of(area.code());
        DatedPeriod dated = checked.period(year);
        Period period = dated.period();
        checked.inTheTimeOf(area, dated.start());
        Accumulation accumulation = checked.code("basis", codes.accumulations(), "CL_ACCUMULATION.csv");
        if (period.frequency() == Frequency.A) {
            accumulation = Accumulation.PERIOD;
        }
        PriceBasis priceBasis = checked.code("price_basis", codes.priceBases(), "CL_PRICE_BASIS.csv");
        BigDecimal value = mapping.apply(checked.number());
        Optional<ObservationStatus> outcome =
                checked.code("status", codes.statuses(), codes.isOwn() ? "CL_OBS_STATUS.csv" : "status_mapping.csv");
        Optional<LocalDate> printed = checked.published();
        checked.notAfterDelivery(printed, deliveredOn);
        String url = checked.sourceUrl();
        checked.range(value, codelists.indicator(mapping.indicatorCode()));
        if (outcome.isPresent()) {
            checked.notInTheFuture(dated, outcome.get(), printed.orElse(deliveredOn));
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
                deliveredOn,
                url,
                page == null ? unlisted : checked.trust(page),
                row.place(deliveryId),
                row.rawText());
    }

    /** Returns whether a row is a figure of a dated edition. */
    boolean isEdition(SourceRow row) {
        return !codes.isOwn() && codelists.editions().contains(row.field("status"));
    }

    /** Returns the refusal of a figure of an edition. */
    static RefusedRowException refusedEdition(DeliveredFigure figure, String why, Object... words) {
        String found = figure.printed().map(LocalDate::toString).orElse("''");
        return new RefusedRowException(quarantined(figure.place(), "edition." + why, found, figure.rowText(), words));
    }

    /** Returns the refusal of a row whose key stands on an earlier line of the same delivery. */
    static QuarantinedRow repeated(DeliveredFigure figure, DeliveredFigure first) {
        Place place = first.place();
        LocalizedText where = place.line() > 0 ? place.inDelivery() : WORDS.text("row.another", place.file());
        boolean isEqual = figure.value().compareTo(first.value()) == 0;
        return quarantined(
                figure.place(),
                isEqual ? "duplicate_row" : "duplicate_key",
                figure.key() + " = " + figure.value().toPlainString(),
                figure.rowText(),
                where,
                first.value().toPlainString());
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
        Optional<String> areaCode =
                checked.optional("area", codes.areas(), "CL_AREA.csv").map(Area::code);
        if (areaCode.isEmpty()
                && !row.field("period").isEmpty()
                && !codelists.reportingYears().areCalendar()) {
            throw checked.refused("period.area", "''");
        }
        ReportingYear year = areaCode.map(codelists.reportingYears()::of).orElse(ReportingYear.CALENDAR);
        Deletion deletion = new Deletion(
                areaCode,
                new TreeSet<>(lines),
                checked.optional("frequency", frequencies, "CL_FREQ.csv"),
                row.field("period").isEmpty()
                        ? Optional.empty()
                        : Optional.of(checked.periodOfAnyFrequency(year).period()),
                checked.optional("basis", codes.accumulations(), "CL_ACCUMULATION.csv"),
                checked.optional("price_basis", codes.priceBases(), "CL_PRICE_BASIS.csv"),
                Optional.of(row.field("source_url")).filter(url -> !url.isEmpty()),
                codes.isOwn() ? checked.optional("status", codes.statuses(), "CL_OBS_STATUS.csv") : Optional.empty(),
                Optional.of(row.fields().getOrDefault(SourceRow.STRUCTURE, "")).filter(id -> !id.isEmpty()),
                checked.published().orElse(deliveredOn),
                deliveryId,
                row);
        boolean isAboutAll = row.fields().getOrDefault(SourceRow.NAMED, "").isEmpty();
        if (isAboutAll && !declaration.mayDeleteAll()) {
            throw checked.refused(
                    "delete_all", WORDS.text("row.delete_all.found").en());
        }
        return deletion;
    }

    /** Returns the refusal of a deletion that closes nothing. */
    static QuarantinedRow nothingToDelete(Deletion deletion) {
        SourceRow row = deletion.row();
        return quarantined(row.place(deletion.deliveryId()), "nothing_to_delete", row.rawText(), row.rawText());
    }

    /**
     * Returns the refusal of a row.
     *
     * @param key the code of the rule; behind a point which of its sentences, if it has several
     * @param words what stands in the blanks of the sentence
     */
    private static QuarantinedRow quarantined(Place place, String key, String found, String rowText, Object... words) {
        String rule = key.replaceFirst("\\..*", "");
        return new QuarantinedRow(
                place,
                rule,
                WORDS.text("row." + key + ".expected", words),
                found,
                WORDS.find("row." + rule + ".advice", words).orElse(CORRECT),
                rowText);
    }

    /** A period with its first and last day. */
    private record DatedPeriod(Period period, LocalDate start, LocalDate end) {}

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

        void inMoneyOf(Area area, MappingRow mapping) throws RefusedRowException {
            String currency = codelists.currencyOf(area);
            if (codelists.isMoneyOfAnother(currency, mapping.unitCode())) {
                throw refused("currency", row.field("unit"), area.code(), currency);
            }
        }

        DatedPeriod period(ReportingYear year) throws RefusedRowException {
            return period(year, code("frequency", frequencies, "CL_FREQ.csv"), row.field("frequency"));
        }

        /** Returns the period of a row that need not name its frequency, if only one has such a period. */
        DatedPeriod periodOfAnyFrequency(ReportingYear year) throws RefusedRowException {
            if (!row.field("frequency").isEmpty()) {
                return period(year);
            }
            Set<DatedPeriod> found = new LinkedHashSet<>();
            for (Map.Entry<String, Frequency> frequency : frequencies.entrySet()) {
                String text = calendar(row.field("period"), frequency.getValue(), frequency.getKey());
                if (Period.hasForm(text) && Period.formOf(text) == frequency.getValue()) {
                    found.add(period(year, frequency.getValue(), frequency.getKey()));
                }
            }
            return found.size() == 1 ? found.iterator().next() : period(year);
        }

        private DatedPeriod period(ReportingYear year, Frequency frequency, String letter) throws RefusedRowException {
            String delivered = row.field("period");
            Map<String, DatedPeriod> known = periods.computeIfAbsent(year, none -> new EnumMap<>(Frequency.class))
                    .computeIfAbsent(frequency, none -> new HashMap<>());
            DatedPeriod before = known.get(delivered);
            if (before != null) {
                return before;
            }
            String text = calendar(delivered, frequency, letter);
            int months = 12 / frequency.periodsPerYear();
            try {
                Optional<YearMonth> range = SdmxTime.firstOfRange(text, months);
                Optional<Period> calendar = range.isPresent() ? Optional.empty() : Optional.of(Period.parse(text));
                if (range.isPresent()
                        || calendar.filter(p -> p.frequency() == frequency).isPresent()) {
                    // a table calls a year by its name; all else is in calendar time, as is every period of SDMX
                    boolean isByName = frequency == Frequency.A && !hasGrammarOfSdmx;
                    Optional<Period> period = range.isPresent()
                            ? year.period(range.get(), months)
                            : isByName ? calendar : calendar.flatMap(year::ofCalendar);
                    if (period.isPresent()) {
                        DatedPeriod dated =
                                new DatedPeriod(period.get(), year.start(period.get()), year.end(period.get()));
                        known.put(delivered, dated);
                        return dated;
                    }
                    if (!year.isCalendar()) {
                        throw refused("period.reporting", "'" + delivered + "'", year.firstDay(), frequency);
                    }
                }
            } catch (IllegalArgumentException e) {
                if (Period.hasForm(text) && Period.formOf(text) == frequency) {
                    int named = Integer.parseInt(text.substring(0, 4));
                    boolean isYear = named >= 1900 && named <= 2199;
                    int most = frequency.periodsPerYear();
                    throw refused(isYear ? "period.index" : "period.year", "'" + delivered + "'", most, frequency);
                }
            }
            String example = Period.example(frequency);
            throw refused(
                    "period.form",
                    "'" + delivered + "'",
                    hasGrammarOfSdmx ? example : example.replace(frequency.name(), letter),
                    letter);
        }

        /** Returns a period in our own form, if it has one of those of the table. */
        private String calendar(String delivered, Frequency frequency, String letter) {
            if (hasGrammarOfSdmx) {
                return SdmxTime.calendar(delivered.strip(), 12 / frequency.periodsPerYear())
                        .orElse(delivered);
            }
            return letter.equals(frequency.name())
                    ? delivered
                    : delivered.replace(frequency.name(), "?").replace(letter, frequency.name());
        }

        void inTheTimeOf(Area area, LocalDate start) throws RefusedRowException {
            Optional<LocalDate> last = area.validTo().filter(start::isAfter);
            if (last.isPresent()) {
                throw refused("area_validity", row.field("period"), area.code(), last.get());
            }
        }

        BigDecimal number() throws RefusedRowException {
            String text = row.field("value");
            NumberMarks marks = declaration.marks();
            try {
                return hasGrammarOfSdmx ? MachineNumber.parse(text, marks) : NumberGrammar.parse(text, marks);
            } catch (IllegalArgumentException e) {
                throw refused(
                        "number",
                        "'" + text + "'",
                        QuarantinedRow.printable(marks.example()),
                        WORDS.text(marks.decimal() == '.' ? "row.number.point" : "row.number.comma"),
                        marks.group()
                                .map(group ->
                                        WORDS.text("row.number.groups", QuarantinedRow.printable(group.toString())))
                                .orElseGet(() -> WORDS.text("row.number.no_groups")),
                        NumberGrammar.MOST_DIGITS);
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
                LocalDate date = PublishedDay.parse(text);
                if (dates.size() < MOST_REMEMBERED) {
                    dates.put(text, date);
                }
                return Optional.of(date);
            } catch (DateTimeException e) {
                throw refused("date", "'" + text + "'");
            }
        }

        String sourceUrl() throws RefusedRowException {
            String url = row.field("source_url");
            if (url.isEmpty()) {
                throw refused("source", "''");
            }
            return url;
        }

        SourceTrust trust(SourcePage page) throws RefusedRowException {
            SourceTrust trust = codelists.trust().get(page.kind());
            if (trust == null) {
                throw unknown(
                        "kind (sources.csv: " + page.url() + ")",
                        page.kind(),
                        codelists.trust().keySet(),
                        "source_trust.csv");
            }
            return trust;
        }

        void range(BigDecimal value, Indicator indicator) throws RefusedRowException {
            if (!indicator.allows(value)) {
                Optional<String> least = indicator.minValue().map(BigDecimal::toPlainString);
                Optional<String> most = indicator.maxValue().map(BigDecimal::toPlainString);
                throw refused(
                        least.isEmpty() ? "range.most" : most.isEmpty() ? "range.least" : "range.between",
                        value.toPlainString(),
                        indicator.code(),
                        least.orElse(""),
                        most.orElse(""));
            }
        }

        /** Folders are named after the day of delivery or, loosely, after a period; a mistyped year is further off. */
        void notAfterDelivery(Optional<LocalDate> printed, LocalDate deliveredOn) throws RefusedRowException {
            LocalDate latest = deliveredOn.plusMonths(MOST_MONTHS_AFTER_DELIVERY);
            if (printed.isPresent() && printed.get().isAfter(latest)) {
                throw refused("future.published", row.field("published"), latest, deliveredOn);
            }
        }

        void notInTheFuture(DatedPeriod period, ObservationStatus status, LocalDate knownOn)
                throws RefusedRowException {
            // Offices estimate a month before it begins, so an estimate may be ahead of its period, but not by a year.
            boolean isAhead = status == ObservationStatus.ESTIMATE;
            if (period.start().isAfter(isAhead ? knownOn.plusYears(1) : knownOn)) {
                throw refused(
                        isAhead ? "future.estimated" : "future.begun",
                        row.field("period") + ", " + row.field("status"),
                        knownOn);
            }
            // Consumer prices are collected and printed before their month ends and never revised.
            if (status == ObservationStatus.FINAL && period.end().isAfter(knownOn.plusDays(Period.EARLY_DAYS))) {
                throw refused("future.ended", row.field("period"), knownOn);
            }
        }

        private RefusedRowException unknown(String column, String text, Collection<String> known, String list) {
            boolean isShort = known.size() <= LONGEST_LISTED;
            String some = String.join(", ", isShort ? known : NearMiss.of(text, known));
            return refused(
                    isShort ? "unknown_code.one_of" : "unknown_code.nearest", "'" + text + "'", column, list, some);
        }

        private RefusedRowException refused(String key, String found, Object... words) {
            return new RefusedRowException(quarantined(row.place(deliveryId), key, found, row.rawText(), words));
        }
    }
}
