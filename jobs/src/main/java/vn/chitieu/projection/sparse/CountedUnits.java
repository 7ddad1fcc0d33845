package vn.chitieu.projection.sparse;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.series.SeriesInput;

/**
 * The numbers that a share of units is made of: those that meet a standard and all there are.
 *
 * <p>Where units are merged the share rises without one more meeting the standard, but a merged unit takes others out
 * of the numerator too. What the share would have done with an unchanged number of units lies between the printed share
 * and the numerator against the last number of units.
 *
 * @param quotient of the share
 */
public record CountedUnits(Quotient quotient, SeriesInput meeting, SeriesInput all) {

    /**
     * Returns the change of the share a time unit with the last number of units; empty if that number did not fall, or
     * if fewer than two figures of it are known.
     *
     * @param time of a period
     * @param score of a share on the scale of the walk
     * @param since earlier figures do not count
     */
    Optional<Double> drift(ToIntFunction<Period> time, ToDoubleFunction<Double> score, int since) {
        NavigableMap<Integer, Double> numerators = byTime(meeting, time, since);
        NavigableMap<Integer, Double> denominators = byTime(all, time, since);
        numerators.keySet().retainAll(denominators.keySet());
        if (numerators.size() < 2
                || denominators.lastEntry().getValue()
                        >= denominators.firstEntry().getValue()) {
            return Optional.empty();
        }
        double units = denominators.lastEntry().getValue();
        Map.Entry<Integer, Double> first = numerators.firstEntry();
        Map.Entry<Integer, Double> last = numerators.lastEntry();
        double before = score.applyAsDouble(quotient.of(new double[] {first.getValue(), units}));
        double now = score.applyAsDouble(quotient.of(new double[] {last.getValue(), units}));
        return Optional.of((now - before) / (last.getKey() - first.getKey()));
    }

    private static NavigableMap<Integer, Double> byTime(SeriesInput input, ToIntFunction<Period> time, int since) {
        NavigableMap<Integer, Double> byTime = new TreeMap<>();
        input.values().stream()
                .filter(value -> value.accumulation() == Accumulation.PERIOD
                        || value.period().frequency() == Frequency.A)
                .forEach(value -> byTime.put(time.applyAsInt(value.period()), value.value()));
        return new TreeMap<>(byTime.tailMap(since, true));
    }
}
