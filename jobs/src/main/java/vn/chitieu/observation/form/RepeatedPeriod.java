package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.Units;
import vn.chitieu.text.Words;

/**
 * The figures of an earlier period that a form states once more, as first or as later stated, to the decimals that were
 * typed.
 *
 * <p>Figures of three digits or more that agree by chance are few: at least three that are more than half of those that
 * can be compared are copied. Shorter ones prove something only if all agree with the same period of the year before. A
 * state may stay as it is from one period to the next, so it is compared with the same period of earlier years alone.
 */
final class RepeatedPeriod {

    private static final Words WORDS = Words.of("observation");

    private static final int FEWEST = 3;
    private static final int FEWEST_DIGITS = 3;

    private int compared;
    private int equal;
    private int comparedLong;
    private int equalLong;

    private RepeatedPeriod() {}

    /**
     * Refuses a form that repeats another period.
     *
     * @param known every vintage of every figure before; the form's own are not among them
     */
    static void refuse(FormContent content, String file, Collection<Observation> known, Units units) {
        Map<List<Object>, List<Observation>> bySeries = new HashMap<>();
        for (Observation vintage : known) {
            if (vintage.key().period().frequency() == content.period().frequency()
                    && !vintage.key().period().equals(content.period())) {
                bySeries.computeIfAbsent(series(vintage.key()), series -> new ArrayList<>())
                        .add(vintage);
            }
        }
        NavigableMap<Period, RepeatedPeriod> byPeriod = new TreeMap<>(Collections.reverseOrder());
        for (FormContent.Figure figure : content.figures()) {
            Map<Period, Boolean> isEqual = new HashMap<>();
            for (Observation vintage : bySeries.getOrDefault(series(FormChecks.key(content, figure)), List.of())) {
                Period period = vintage.key().period();
                boolean isComparable = !figure.row().isState()
                        || period.index() == content.period().index();
                if (isComparable) {
                    isEqual.merge(period, isEqual(figure, vintage, units), Boolean::logicalOr);
                }
            }
            isEqual.forEach((period, equals) -> byPeriod.computeIfAbsent(period, any -> new RepeatedPeriod())
                    .count(figure.value(), equals));
        }
        byPeriod.forEach((period, repeated) -> {
            boolean isYearBefore = period.year() == content.period().year() - 1
                    && period.index() == content.period().index();
            boolean areAll = isYearBefore && repeated.equal >= FEWEST && repeated.equal == repeated.compared;
            boolean areMost = repeated.equalLong >= FEWEST && 2 * repeated.equalLong > repeated.comparedLong;
            if (areAll || areMost) {
                throw new DataException(WORDS.text(
                        "form.same_as_before", file, content.period(), repeated.equal, repeated.compared, period));
            }
        });
    }

    private void count(BigDecimal typed, boolean isEqual) {
        compared++;
        equal += isEqual ? 1 : 0;
        if (isLong(typed)) {
            comparedLong++;
            equalLong += isEqual ? 1 : 0;
        }
    }

    private static boolean isEqual(FormContent.Figure figure, Observation vintage, Units units) {
        BigDecimal typed = figure.value();
        String unitCode = figure.row().unit().code();
        if (typed.signum() == 0 || !units.areComparable(vintage.unitCode(), unitCode)) {
            return false;
        }
        double factor = units.factor(vintage.unitCode(), unitCode);
        BigDecimal stated = factor == 1 ? vintage.value() : vintage.value().multiply(BigDecimal.valueOf(factor));
        int decimals = isLong(typed) ? typed.stripTrailingZeros().scale() : typed.scale();
        BigDecimal rounded = stated.scale() > decimals ? stated.setScale(decimals, RoundingMode.HALF_UP) : stated;
        return rounded.compareTo(typed) == 0;
    }

    private static boolean isLong(BigDecimal typed) {
        return typed.stripTrailingZeros().precision() >= FEWEST_DIGITS;
    }

    private static List<Object> series(ObservationKey key) {
        return List.of(key.areaCode(), key.indicatorCode(), key.activityCode(), key.accumulation(), key.priceBasis());
    }
}
