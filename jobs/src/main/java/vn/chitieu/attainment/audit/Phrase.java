package vn.chitieu.attainment.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Numbers, lists and sums as parts of a sentence, in both languages. */
public final class Phrase {

    private static final Words WORDS = Words.of("attainment");

    private static final Pattern MONEY = Pattern.compile("(thousand|million|billion|trillion)_([a-z]{3})");
    private static final int MOST_YEARS = 8;

    private Phrase() {}

    /** Returns a value with the decimals that it was written with. */
    public static LocalizedText asWritten(double value) {
        return PrintedNumber.of(value, decimals(value));
    }

    /** Returns a value with its unit, with the decimals that it was written with. */
    public static LocalizedText amount(double value, String unitCode) {
        return amount(value, decimals(value), unitCode);
    }

    public static LocalizedText amount(double value, int decimals, String unitCode) {
        LocalizedText number = PrintedNumber.of(value, decimals);
        LocalizedText unit = unit(unitCode);
        return unitCode.equals("pct")
                ? PrintedNumber.pct(value, decimals)
                : new LocalizedText((number.vi() + " " + unit.vi()).strip(), (number.en() + " " + unit.en()).strip());
    }

    /** Returns the words of a unit; of an amount in any money its scale and the code of the currency. */
    private static LocalizedText unit(String unitCode) {
        return WORDS.find("unit." + unitCode).orElseGet(() -> {
            Matcher money = MONEY.matcher(unitCode);
            return money.matches()
                    ? WORDS.text("scale." + money.group(1))
                            .plus(" " + money.group(2).toUpperCase(Locale.ROOT))
                    : LocalizedText.same(unitCode.replace('_', ' '));
        });
    }

    /** Returns how many decimals a number was written with: 1 for 8.8, 0 for 8300. */
    public static int decimals(double value) {
        return Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    }

    /** Returns half a unit of the last decimal that a number was written with. */
    static double halfUnit(double value) {
        return 0.5 * Math.pow(10, -decimals(value));
    }

    /** Returns years as a list, or the first and last where there are many. */
    public static LocalizedText years(List<Integer> years) {
        if (years.isEmpty()) {
            return WORDS.text("audit.no_year");
        }
        List<LocalizedText> texts = new ArrayList<>();
        List<Integer> shown =
                years.size() <= MOST_YEARS ? years : years.subList(years.size() - MOST_YEARS, years.size());
        if (shown.size() < years.size()) {
            texts.add(LocalizedText.same("…"));
        }
        shown.forEach(year -> texts.add(LocalizedText.same(Integer.toString(year))));
        return LocalizedText.join(", ", texts);
    }

    /** Returns a number with the year that it is of and the day it became known. */
    static LocalizedText sourced(LocalizedText number, AreaFigures.Known known) {
        return WORDS.text(
                "audit.sourced",
                number,
                LocalizedText.same(Integer.toString(known.year())),
                PrintedDay.asInTables(known.knownOn()));
    }

    /** Returns what earlier years showed of a number: its least and most, over which years. */
    static LocalizedText range(PastYears past, int decimals) {
        return WORDS.text(
                "audit.range",
                PrintedNumber.pct(past.least(), decimals),
                PrintedNumber.pct(past.most(), decimals),
                years(List.copyOf(past.values().keySet())));
    }
}
