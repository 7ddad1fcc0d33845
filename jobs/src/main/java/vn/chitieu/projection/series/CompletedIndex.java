package vn.chitieu.projection.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * Levels of an index where only its growth against the same period of the year before is printed.
 *
 * <p>Growth is printed without a break when the base of an index changes, so that the level of one base is carried on,
 * and back, by it: levels of two bases are never put together. A printed level stands.
 */
final class CompletedIndex {

    private static final String PERIOD_ON_PERIOD = "_mom";

    private CompletedIndex() {}

    /**
     * Adds to each index the levels that follow from its growth, known from when the later of both figures was.
     *
     * @param series by id, the lists can grow
     */
    static void complete(Map<SeriesId, List<DatedValue>> series, Map<String, Indicator> facts) {
        for (Map.Entry<SeriesId, List<DatedValue>> growth : List.copyOf(series.entrySet())) {
            SeriesId id = growth.getKey();
            Indicator rate = facts.get(id.indicatorCode());
            if (rate == null
                    || rate.kind() != IndicatorKind.GROWTH
                    || rate.code().endsWith(PERIOD_ON_PERIOD)) {
                continue;
            }
            Indicator base = facts.get(rate.baseCode());
            if (base != null && base.kind() == IndicatorKind.INDEX && base.aggregation() == Aggregation.MEAN) {
                List<DatedValue> levels =
                        series.get(new SeriesId(id.areaCode(), base.code(), id.activityCode(), id.priceBasis()));
                if (levels != null) {
                    levels.addAll(missing(levels, growth.getValue()));
                }
            }
        }
    }

    private static List<DatedValue> missing(List<DatedValue> levels, List<DatedValue> growth) {
        NavigableMap<Period, DatedValue> known = ofPeriods(levels);
        NavigableMap<Period, DatedValue> rates = ofPeriods(growth);
        List<DatedValue> found = new ArrayList<>();
        rates.forEach((period, rate) -> {
            DatedValue before = known.get(period.inYear(period.year() - 1));
            if (before != null && !known.containsKey(period)) {
                DatedValue level = level(period, before.value() * factor(rate), before, rate);
                known.put(period, level);
                found.add(level);
            }
        });
        rates.descendingMap().forEach((period, rate) -> {
            Period earlier = period.inYear(period.year() - 1);
            DatedValue later = known.get(period);
            if (later != null && !known.containsKey(earlier)) {
                DatedValue level = level(earlier, later.value() / factor(rate), later, rate);
                known.put(earlier, level);
                found.add(level);
            }
        });
        return found;
    }

    private static double factor(DatedValue rate) {
        return 1 + rate.value() / 100;
    }

    private static DatedValue level(Period period, double value, DatedValue from, DatedValue rate) {
        LocalDate published =
                from.publishedDate().isAfter(rate.publishedDate()) ? from.publishedDate() : rate.publishedDate();
        return new DatedValue(
                period, Accumulation.PERIOD, value, ObservationStatus.PROVISIONAL, published, Origin.DERIVED);
    }

    private static NavigableMap<Period, DatedValue> ofPeriods(List<DatedValue> values) {
        NavigableMap<Period, DatedValue> byPeriod = new TreeMap<>();
        for (DatedValue value : values) {
            if (value.accumulation() == Accumulation.PERIOD && value.period().frequency() != Frequency.A) {
                byPeriod.put(value.period(), value);
            }
        }
        return byPeriod;
    }
}
