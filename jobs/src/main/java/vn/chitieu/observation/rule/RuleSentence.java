package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Activity;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.text.Blanks;
import vn.chitieu.text.Language;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** What a failure of a rule is called in one language: the figure by its name and unit, periods and days in words. */
final class RuleSentence {

    private static final Words WORDS = Words.of("observation");

    private final Codelists codelists;
    private final Language language;
    private final Texts texts;

    RuleSentence(Codelists codelists, Language language) {
        this.codelists = codelists;
        this.language = language;
        this.texts = WORDS.in(language);
    }

    /**
     * Returns a sentence about a figure: its name and unit, then the text of the rule with its blanks filled.
     *
     * @param words what stands in the blanks: numbers, periods, keys for the periods of figures, days, terms of a
     *     relation, areas, or lists of them
     */
    String sentence(Observation figure, String text, Map<String, ?> words) {
        int decimals = decimals(words.values());
        return name(figure) + ": "
                + Blanks.fill(lowerFirst(text), blank -> Optional.ofNullable(words.get(blank))
                        .map(word -> printed(word, decimals, figure.key().areaCode())));
    }

    /** Returns the name of a figure with its unit, such as {@code Thu nội địa (tỷ đồng)}. */
    private String name(Observation figure) {
        ObservationKey key = figure.key();
        String item = name(codelists.indicator(key.indicatorCode()), key.activityCode());
        String name = key.priceBasis()
                .year()
                .map(year -> texts.text("rule.constant", item, year))
                .orElse(item);
        return Optional.ofNullable(codelists.units().byCode().get(figure.unitCode()))
                .map(unit -> name + " (" + lowerFirst(unit.name().in(language)) + ")")
                .orElse(name);
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

    private String printed(Object value, int decimals, String areaCode) {
        if (value instanceof BigDecimal number) {
            return number(number, decimals);
        }
        if (value instanceof Period period) {
            return new ReportingPeriod(period, codelists.reportingYears().of(areaCode))
                    .name()
                    .in(language);
        }
        if (value instanceof ObservationKey key) {
            String period = printed(key.period(), decimals, areaCode);
            boolean isPartOfYear = key.period().frequency() != Frequency.A;
            return key.accumulation() == Accumulation.CUMULATED && isPartOfYear
                    ? texts.text("rule.year_to", period)
                    : period;
        }
        if (value instanceof LocalDate day) {
            return PrintedDay.of(day).in(language);
        }
        if (value instanceof Relation.Term term) {
            return (term.sign() < 0 ? "- " : "")
                    + lowerFirst(name(codelists.indicator(term.indicatorCode()), term.activityCode()));
        }
        if (value instanceof Area area) {
            return area.name().in(language);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> printed(one, decimals, areaCode)).collect(Collectors.joining("; "));
        }
        throw new IllegalArgumentException("Expecting a number, period, key, day, term, area or list but was " + value);
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
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return PrintedNumber.in(language, rounded, Math.max(0, rounded.scale()));
    }

    /** Returns a text with its first letter small, unless that begins an abbreviation such as GRDP. */
    static String lowerFirst(String text) {
        boolean isWord = text.length() > 1 && !Character.isUpperCase(text.charAt(1));
        return isWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
