package vn.chitieu.notebook.text;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import vn.chitieu.text.Language;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;

/**
 * Numbers and dates as a reader of one language writes them: {@code 1.234,5} and {@code 30/6/2025} in Vietnamese,
 * {@code 1,234.5} and {@code 30 June 2025} in English. Independent of the machine's locale. Half is rounded away from
 * zero, and what rounds to zero has no sign.
 */
public final class NumberFormats {

    /** Stands in a cell without a number. */
    public static final String NONE = "–";

    private static final Set<String> COUNTS = Set.of(
            "persons",
            "households",
            "enterprises",
            "projects",
            "communes",
            "districts",
            "beds",
            "visits",
            "rank",
            "inspections_per_cell");
    private static final Set<String> RATES =
            Set.of("pct", "pct_points", "score", "million_vnd_per_person", "index_100");
    private final Language language;

    private NumberFormats(Language language) {
        this.language = language;
    }

    /** Returns the formats of a language. */
    public static NumberFormats of(Language language) {
        return new NumberFormats(language);
    }

    /**
     * Returns a number with a fixed count of decimals.
     *
     * @param value finite
     */
    public String number(double value, int decimals) {
        return PrintedNumber.in(language, value, decimals);
    }

    /** Returns a number for a cell or a sentence, or the sign for none. */
    public String number(OptionalDouble value, int decimals) {
        return value.isEmpty() ? NONE : number(value.getAsDouble(), decimals);
    }

    /** Returns a change or difference: a number above 0 with its sign. */
    public String signed(double value, int decimals) {
        return (value > 0 ? "+" : "") + number(value, decimals);
    }

    /** Returns what stands before the decimals and what between thousands. */
    public String separators() {
        return "" + language.decimalMark() + language.groupingMark();
    }

    /** Returns a number with as many decimals as its unit and size deserve: counts none, rates two, money by size. */
    public String amount(double value, String unitCode) {
        return number(value, decimals(value, unitCode));
    }

    /**
     * Returns how many decimals a number deserves.
     *
     * @param largest the largest number, by size, that is printed in line with it
     */
    public static int decimals(double largest, String unitCode) {
        double size = Math.abs(largest);
        if (COUNTS.contains(unitCode)) {
            return 0;
        }
        if (RATES.contains(unitCode)) {
            return 2;
        }
        if (size >= 1000) {
            return 0;
        }
        return size >= 10 ? 1 : 2;
    }

    /** Returns a percentage such as {@code 97,8%}, without a space. */
    public String percent(double value, int decimals) {
        return number(value, decimals) + "%";
    }

    /** Returns a percentage for a cell, or the sign for none. */
    public String percent(OptionalDouble value, int decimals) {
        return value.isEmpty() ? NONE : percent(value.getAsDouble(), decimals);
    }

    /**
     * Returns a probability as a whole percentage, never closer to certainty than {@code <1%} and {@code >99%}.
     *
     * @param probability from 0 to 1
     */
    public String probability(double probability) {
        if (probability < 0.01) {
            return "<1%";
        }
        return probability > 0.99 ? ">99%" : percent(100 * probability, 0);
    }

    /** Returns a probability for a cell, or the sign for none. */
    public String probability(OptionalDouble probability) {
        return probability.isEmpty() ? NONE : probability(probability.getAsDouble());
    }

    /** Returns a day. */
    public String date(LocalDate day) {
        return PrintedDay.of(day).in(language);
    }

    /** Returns a day for a cell, or the sign for none. */
    public String date(Optional<LocalDate> day) {
        return day.map(this::date).orElse(NONE);
    }

    /**
     * Returns the name of a month.
     *
     * @param month 1 to 12
     */
    public String month(int month) {
        return PrintedDay.month(month).in(language);
    }
}
