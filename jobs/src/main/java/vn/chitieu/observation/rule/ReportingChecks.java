package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Period;

/** Whether all who report have reported the last month or quarter of a flow. */
final class ReportingChecks {

    private static final int FEWEST_UNITS = 2;

    private ReportingChecks() {}

    /**
     * The areas below one area in the last period that any of them reports, against those that reported the year
     * before: regularly is in at least {@code min_share} of its periods.
     */
    static void unitsMissing(KnownFigures known, ValidationRule rule, Results results) {
        Map<List<Object>, NavigableMap<Period, NavigableMap<String, Observation>>> groups = new LinkedHashMap<>();
        for (Observation figure : known.latest()) {
            Optional<String> whole = known.areaAbove(figure);
            if (whole.isPresent() && isOfPeriods(known, figure)) {
                ObservationKey key = figure.key();
                groups.computeIfAbsent(
                                List.of(
                                        whole.get(),
                                        key.indicatorCode(),
                                        key.activityCode(),
                                        key.priceBasis(),
                                        key.period().frequency()),
                                k -> new TreeMap<>())
                        .computeIfAbsent(key.period(), p -> new TreeMap<>())
                        .put(key.areaCode(), figure);
            }
        }
        groups.values().forEach(group -> unitsMissing(known, group, rule, results));
    }

    private static void unitsMissing(
            KnownFigures known,
            NavigableMap<Period, NavigableMap<String, Observation>> group,
            ValidationRule rule,
            Results results) {
        Period last = group.lastKey();
        int year = last.frequency().periodsPerYear();
        Map<String, Integer> reports = new TreeMap<>();
        group.headMap(last).tailMap(last.inYear(last.year() - 1)).values().forEach(units -> units.keySet()
                .forEach(unit -> reports.merge(unit, 1, Integer::sum)));
        TreeSet<String> regular = new TreeSet<>();
        reports.forEach((unit, count) -> {
            if (count >= rule.tolerance("min_share") * year) {
                regular.add(unit);
            }
        });
        if (regular.size() < FEWEST_UNITS) {
            return;
        }
        TreeSet<String> missing = new TreeSet<>(regular);
        missing.removeAll(group.lastEntry().getValue().keySet());
        if (missing.isEmpty()) {
            results.pass();
        } else {
            results.fail(
                    group.lastEntry().getValue().firstEntry().getValue(),
                    missing.size(),
                    Map.of(
                            "period", last,
                            "value", BigDecimal.valueOf(regular.size() - missing.size()),
                            "other", BigDecimal.valueOf(regular.size()),
                            "parts", missing.stream().map(known::area).toList()));
        }
    }

    /** The last period of a single series, of which nothing tells who reported. */
    static void halfReported(KnownFigures known, ValidationRule rule, Results results) {
        for (List<Observation> series : HistoryChecks.series(known).values()) {
            Observation last = series.get(series.size() - 1);
            if (!isOfPeriods(known, last)) {
                continue;
            }
            OptionalDouble part = partOfLast(known, series);
            if (part.isPresent()) {
                results.fail(
                        last,
                        1 - part.getAsDouble(),
                        Map.of(
                                "period",
                                last.key().period(),
                                "value",
                                last.value(),
                                "pct",
                                percent(part.getAsDouble()),
                                "other",
                                last.value().divide(BigDecimal.valueOf(part.getAsDouble()), 2, RoundingMode.HALF_UP)));
            } else {
                results.pass();
            }
        }
    }

    /** Returns the part that a last figure perhaps is, which then is no outlier besides. */
    static OptionalDouble partOfLast(KnownFigures known, List<Observation> series) {
        Observation last = series.get(series.size() - 1);
        if (!isOfPeriods(known, last)) {
            return OptionalDouble.empty();
        }
        long first = HistoryChecks.ordinal(series.get(0).key().period());
        double[] values =
                new double[Math.toIntExact(HistoryChecks.ordinal(last.key().period()) - first) + 1];
        Arrays.fill(values, Double.NaN);
        for (Observation figure : series) {
            values[Math.toIntExact(HistoryChecks.ordinal(figure.key().period()) - first)] =
                    figure.value().doubleValue();
        }
        return HalfReported.ofLast(values, last.key().period().frequency().periodsPerYear());
    }

    private static BigDecimal percent(double part) {
        return BigDecimal.valueOf(100 * part).setScale(0, RoundingMode.HALF_UP);
    }

    private static boolean isOfPeriods(KnownFigures known, Observation figure) {
        Frequency frequency = figure.key().period().frequency();
        return figure.key().accumulation() == Accumulation.PERIOD
                && (frequency == Frequency.M || frequency == Frequency.Q)
                && known.indicator(figure).kind() == IndicatorKind.FLOW
                && !known.indicator(figure).isNet();
    }
}
