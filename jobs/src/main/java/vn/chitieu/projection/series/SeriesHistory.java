package vn.chitieu.projection.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/** The figures of a series by year, with the year that is projected. */
public final class SeriesHistory {

    /** From so many known years on none is needed that rests on an interpolated month. */
    private static final int ENOUGH_YEARS = 3;

    private final SeriesInput input;
    private final int year;
    private final NavigableMap<Integer, List<DatedValue>> values = new TreeMap<>();
    private final NavigableMap<Integer, YearFigures> levels = new TreeMap<>();
    private final NavigableMap<Integer, GrowthFigures> rates = new TreeMap<>();
    private final NavigableMap<Integer, InterpolatedYear> interpolated = new TreeMap<>();

    private SeriesHistory(SeriesInput input, int year) {
        this.input = input;
        this.year = year;
    }

    /** Returns the figures until the end of {@code year}; later ones are not looked at. */
    public static SeriesHistory of(SeriesInput input, int year) {
        SeriesHistory history = new SeriesHistory(input, year);
        for (DatedValue value : input.values()) {
            if (value.period().year() <= year) {
                history.values
                        .computeIfAbsent(value.period().year(), y -> new ArrayList<>())
                        .add(value);
            }
        }
        Aggregation aggregation = input.facts().aggregation();
        history.values.forEach((y, ofYear) -> {
            if (history.isGrowth()) {
                history.rates.put(y, GrowthFigures.published(ofYear));
            } else if (aggregation != null) {
                history.levels.put(y, YearFigures.of(ofYear, aggregation));
            } else {
                history.levels.put(y, YearFigures.of(annualOnly(ofYear), Aggregation.LAST));
            }
        });
        if (aggregation != null && !history.isGrowth()) {
            for (int y : history.levels.headMap(year, false).keySet()) {
                InterpolatedYear.of(history.levels, y, aggregation)
                        .ifPresent(found -> history.interpolated.put(y, found));
            }
        }
        return history;
    }

    private static List<DatedValue> annualOnly(List<DatedValue> values) {
        return values.stream()
                .filter(value -> value.period().frequency() == Frequency.A)
                .toList();
    }

    public SeriesInput input() {
        return input;
    }

    public Indicator facts() {
        return input.facts();
    }

    public int year() {
        return year;
    }

    public boolean isGrowth() {
        return facts().kind() == IndicatorKind.GROWTH;
    }

    /**
     * Returns the aggregation; the last value where periods do not make the year, for its annual figure stands alone.
     */
    public Aggregation aggregation() {
        Aggregation aggregation = facts().aggregation();
        return aggregation == null ? Aggregation.LAST : aggregation;
    }

    public NavigableMap<Integer, YearFigures> levels() {
        return levels;
    }

    /**
     * Returns the annual value of a year, if known; of an earlier year of which a month or quarter is missing, with
     * what is interpolated for it.
     */
    public OptionalDouble annual(int ofYear) {
        OptionalDouble known = knownAnnual(ofYear);
        InterpolatedYear year = interpolated.get(ofYear);
        return known.isPresent() || year == null ? known : year.annual();
    }

    /** Returns the annual value of a year, if its figures alone tell it. */
    public OptionalDouble knownAnnual(int ofYear) {
        GrowthFigures rate = rates.get(ofYear);
        YearFigures level = levels.get(ofYear);
        if (rate != null) {
            return rate.annual();
        }
        return level == null ? OptionalDouble.empty() : level.annual();
    }

    /**
     * Returns the annual values before the year projected; of years with an interpolated month only last year's, unless
     * few others are known.
     */
    public NavigableMap<Integer, Double> annualBefore() {
        NavigableMap<Integer, Double> known = annualBefore(this::knownAnnual);
        if (known.size() < ENOUGH_YEARS) {
            return annualBefore(this::annual);
        }
        annual(year - 1).ifPresent(value -> known.put(year - 1, value));
        return known;
    }

    private NavigableMap<Integer, Double> annualBefore(IntFunction<OptionalDouble> annual) {
        NavigableMap<Integer, Double> found = new TreeMap<>();
        for (int y : values.headMap(year, false).keySet()) {
            annual.apply(y).ifPresent(value -> found.put(y, value));
        }
        return found;
    }

    /** Returns the figure from January to the end of a month: a sum, or a growth rate in percent; empty if unknown. */
    public OptionalDouble toDate(int ofYear, int month) {
        GrowthFigures rate = rates.get(ofYear);
        YearFigures level = levels.get(ofYear);
        if (rate != null) {
            return rate.toDate(month);
        }
        if (level == null || facts().aggregation() != Aggregation.SUM) {
            return OptionalDouble.empty();
        }
        InterpolatedYear filled = interpolated.get(ofYear);
        return level.toDate(month).isPresent() || filled == null ? level.toDate(month) : filled.sumUntil(month);
    }

    /** Returns the last month of the projected year with a figure to date; 0 if there is none. */
    public int lastMonth() {
        GrowthFigures rate = rates.get(year);
        YearFigures level = levels.get(year);
        if (rate != null) {
            return rate.lastMonth();
        }
        return level == null || facts().aggregation() != Aggregation.SUM ? 0 : level.lastMonth();
    }

    /**
     * Returns the period that a figure to date of the projected year ends with, by its own frequency if it is printed.
     */
    public Period periodUntil(int month) {
        return periodUntil(year, month);
    }

    /** Returns {@link #periodUntil(int)} of a year. */
    public Period periodUntil(int ofYear, int month) {
        return values.getOrDefault(ofYear, List.of()).stream()
                .filter(value -> value.monthsFromJanuary() == month)
                .map(DatedValue::period)
                .findFirst()
                .orElseGet(() -> month % 3 == 0
                        ? new Period(ofYear, Frequency.Q, month / 3)
                        : new Period(ofYear, Frequency.M, month));
    }

    /** Returns the last figure of all, if there is any. */
    public Optional<DatedValue> latest() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.lastEntry()
                        .getValue()
                        .get(values.lastEntry().getValue().size() - 1));
    }

    /** Returns when the latest figure became known; the first day of the year if there are none. */
    public LocalDate vintageDate() {
        return values.values().stream()
                .flatMap(List::stream)
                .map(DatedValue::publishedDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.of(year, 1, 1));
    }

    @Nullable
    public Double previousYearValue() {
        OptionalDouble previous = annual(year - 1);
        return previous.isPresent() ? previous.getAsDouble() : null;
    }

    /** Returns what is known of the earlier years, each with its figure at the same month. */
    public Past past(int month) {
        return past(pastYears(month));
    }

    /** Returns earlier years with what is known of the last of them. */
    public Past past(List<PastYear> years) {
        InterpolatedYear filled = interpolated.get(year - 1);
        Double previous = years.stream()
                .filter(past -> past.year() == year - 1)
                .map(PastYear::annual)
                .findFirst()
                .orElseGet(this::previousYearValue);
        return new Past(previous, years, filled == null ? null : filled.incomplete());
    }

    /**
     * Returns the earlier years with an annual value, each with its figure at the same month; without it if that is 0.
     */
    public List<PastYear> pastYears(int month) {
        List<PastYear> past = new ArrayList<>();
        annualBefore().forEach((y, value) -> {
            OptionalDouble then = month == 0 ? OptionalDouble.empty() : toDate(y, month);
            past.add(new PastYear(y, then.isPresent() ? then.getAsDouble() : null, value));
        });
        return past;
    }
}
