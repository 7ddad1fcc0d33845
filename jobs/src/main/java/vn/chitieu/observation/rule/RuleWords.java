package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chitieu.observation.Activity;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Unit;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.text.Language;

/** What a failure of a rule is called in one language: the figure by its name and unit, periods and days in words. */
record RuleWords(Codelists codelists, Language language) {

    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    /**
     * Returns a sentence about a figure: its name and unit, then the text of the rule with its blanks filled.
     *
     * @param words what stands in the blanks: numbers, periods, days, terms of a relation, or lists of them
     */
    String sentence(ObservationKey figure, String text, Map<String, ?> words) {
        int decimals = decimals(words.values());
        String filled = lowerFirst(text);
        for (Map.Entry<String, ?> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", printed(word.getValue(), decimals));
        }
        return name(figure) + ": " + filled;
    }

    /** Returns the name of a figure with its unit, such as {@code Thu nội địa (tỷ đồng)}. */
    private String name(ObservationKey figure) {
        Indicator indicator = codelists.indicator(figure.indicatorCode());
        StringBuilder name = new StringBuilder(name(indicator, figure.activityCode()));
        if (figure.priceBasis() == PriceBasis.CONSTANT_2010) {
            name.append(isVi() ? ", giá so sánh 2010" : ", 2010 prices");
        }
        return Optional.ofNullable(codelists.units().byCode().get(indicator.unitCode()))
                .map(this::unit)
                .map(unit -> name + " (" + unit + ")")
                .orElse(name.toString());
    }

    private String name(Indicator indicator, String activityCode) {
        String name = indicator.name().in(language);
        Activity activity = codelists.activities().get(activityCode);
        if (activity == null || activity.parentCode().isEmpty()) {
            return name;
        }
        String whole = activity.name().in(language);
        String sector = whole.contains(": ") ? whole.substring(0, whole.indexOf(": ")) : whole;
        return name.toLowerCase(Locale.ROOT).contains(sector.toLowerCase(Locale.ROOT))
                ? name
                : name + ", " + lowerFirst(sector);
    }

    private String unit(Unit unit) {
        return lowerFirst(unit.name().in(language));
    }

    private String printed(Object value, int decimals) {
        if (value instanceof BigDecimal number) {
            return number(number, decimals);
        }
        if (value instanceof Period period) {
            return period(period);
        }
        if (value instanceof LocalDate day) {
            return day.format(isVi() ? DAY_VI : DAY_EN);
        }
        if (value instanceof Relation.Term term) {
            return (term.sign() < 0 ? "- " : "")
                    + lowerFirst(name(codelists.indicator(term.indicatorCode()), term.activityCode()));
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> printed(one, decimals)).collect(Collectors.joining("; "));
        }
        throw new IllegalArgumentException("Expecting a number, period, day, term or list but was " + value);
    }

    private String period(Period period) {
        int year = period.year();
        int index = period.index();
        return switch (period.frequency()) {
            case A -> isVi() ? "năm " + year : Integer.toString(year);
            case S ->
                isVi()
                        ? "6 tháng " + (index == 1 ? "đầu" : "cuối") + " năm " + year
                        : "the " + (index == 1 ? "first" : "second") + " half of " + year;
            case Q -> isVi() ? "quý " + ROMAN.get(index - 1) + "/" + year : "Q" + index + " " + year;
            case M ->
                isVi()
                        ? "tháng " + index + "/" + year
                        : Month.of(index).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
        };
    }

    /** Returns how many decimals the numbers of a sentence keep at most: fewer where the largest is large. */
    private static int decimals(Collection<?> words) {
        double largest = words.stream()
                .filter(BigDecimal.class::isInstance)
                .mapToDouble(number -> ((BigDecimal) number).abs().doubleValue())
                .max()
                .orElse(0);
        return largest >= 100_000 ? 1 : largest >= 1_000 ? 3 : 4;
    }

    private String number(BigDecimal value, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(isVi() ? ',' : '.');
        symbols.setGroupingSeparator(isVi() ? '.' : ',');
        symbols.setMinusSign('-');
        DecimalFormat format = new DecimalFormat("#,##0.####", symbols);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private boolean isVi() {
        return language == Language.VI;
    }

    /** Returns a text with its first letter small, unless that begins an abbreviation such as GRDP. */
    private static String lowerFirst(String text) {
        boolean isWord = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return isWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
