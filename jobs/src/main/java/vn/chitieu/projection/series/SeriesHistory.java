package vn.chitieu.projection.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/** The figures of a series by year, with the year that is projected. */
public final class SeriesHistory {

    private final SeriesInput input;
    private final int year;
    private final NavigableMap<Integer, List<DatedValue>> values = new TreeMap<>();
    private final NavigableMap<Integer, YearFigures> levels = new TreeMap<>();
    private final NavigableMap<Integer, GrowthFigures> rates = new TreeMap<>();

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

    /** Returns the annual value of a year, if known. */
    public OptionalDouble annual(int ofYear) {
        GrowthFigures rate = rates.get(ofYear);
        YearFigures level = levels.get(ofYear);
        if (rate != null) {
            return rate.annual();
        }
        return level == null ? OptionalDouble.empty() : level.annual();
    }

    /** Returns the annual values before the year projected. */
    public NavigableMap<Integer, Double> annualBefore() {
        NavigableMap<Integer, Double> annual = new TreeMap<>();
        for (int y : values.headMap(year, false).keySet()) {
            annual(y).ifPresent(value -> annual.put(y, value));
        }
        return annual;
    }

    /** Returns the figure from January to the end of a month: a sum, or a growth rate in percent; empty if unknown. */
    public OptionalDouble toDate(int ofYear, int month) {
        GrowthFigures rate = rates.get(ofYear);
        YearFigures level = levels.get(ofYear);
        if (rate != null) {
            return rate.toDate(month);
        }
        return level == null || facts().aggregation() != Aggregation.SUM ? OptionalDouble.empty() : level.toDate(month);
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
