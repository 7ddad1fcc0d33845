package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** The rows of a table of figures that are about whole years, by what they are about. */
public final class AnnualFigures {

    private final Map<String, TreeMap<Integer, MartRow>> rows = new TreeMap<>();

    private AnnualFigures() {}

    /**
     * Reads the annual rows.
     *
     * @param knownBy figures of a later vintage are left out
     * @param key what a row is about; of several rows of one year the first stands
     */
    public static AnnualFigures of(MartRows table, LocalDate knownBy, Function<MartRow, String> key) {
        AnnualFigures figures = new AnnualFigures();
        for (MartRow row : table) {
            Period period = ReportingPeriod.placeOf(row.text("period"));
            boolean isYear = period.frequency() == Frequency.A;
            boolean isKnown =
                    row.date("vintage_date").map(day -> !day.isAfter(knownBy)).orElse(true);
            if (isYear && isKnown) {
                figures.rows
                        .computeIfAbsent(key.apply(row), k -> new TreeMap<>())
                        .putIfAbsent(period.year(), row);
            }
        }
        return figures;
    }

    /**
     * Returns the latest years up to the last in which any of the keys has a number in a column, oldest first, without
     * gaps: from the first such year on also the years in which none has.
     */
    public List<Integer> years(int most, String column, Collection<String> keys) {
        TreeSet<Integer> years = new TreeSet<>();
        for (String key : keys) {
            rows.getOrDefault(key, new TreeMap<>()).forEach((year, row) -> {
                if (row.number(column).isPresent()) {
                    years.add(year);
                }
            });
        }
        if (years.isEmpty()) {
            return List.of();
        }
        int last = years.last();
        int first =
                years.stream().filter(year -> year > last - most).findFirst().orElse(last);
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    Optional<MartRow> row(String key, int year) {
        return Optional.ofNullable(rows.getOrDefault(key, new TreeMap<>()).get(year));
    }

    public OptionalDouble value(String key, String column, int year) {
        return row(key, year).map(row -> row.number(column)).orElse(OptionalDouble.empty());
    }

    /** Returns a text of a row; empty where there is no row. */
    public String text(String key, String column, int year) {
        return row(key, year).map(row -> row.text(column)).orElse("");
    }

    public List<OptionalDouble> values(String key, String column, List<Integer> years) {
        return years.stream().map(year -> value(key, column, year)).toList();
    }
}
