package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
    private static final double LEAST_PART = Math.log(0.3);
    private static final double MOST_PART = Math.log(0.7);
    private static final double LEAST_DEVIATIONS = 4;

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

    /**
     * The last period of a single series, of which nothing tells who reported: about half of what last year's period
     * and usual growth lead to expect, and further off than growth ever was.
     */
    static void halfReported(KnownFigures known, ValidationRule rule, Results results) {
        for (List<Observation> series : HistoryChecks.series(known).values()) {
            Observation last = series.get(series.size() - 1);
            if (!isOfPeriods(known, last)) {
                continue;
            }
            List<Double> growths = new ArrayList<>();
            Optional<Double> ofLast = Optional.empty();
            for (Observation figure : series) {
                Optional<Double> growth = HistoryChecks.growth(known, figure);
                if (figure.equals(last)) {
                    ofLast = growth;
                } else {
                    growth.ifPresent(growths::add);
                }
            }
            if (ofLast.isEmpty() || growths.size() < rule.tolerance("min_history")) {
                continue;
            }
            if (isPerhapsHalf(known, last, ofLast.get(), growths)) {
                double part = Math.exp(ofLast.get() - HistoryChecks.median(growths));
                results.fail(
                        last,
                        1 - part,
                        Map.of(
                                "period", last.key().period(),
                                "value", last.value(),
                                "pct", percent(part),
                                "other", last.value().divide(BigDecimal.valueOf(part), 2, RoundingMode.HALF_UP)));
            } else {
                results.pass();
            }
        }
    }

    /** Returns whether the growth of a last figure is that of a part, which then is no outlier besides. */
    static boolean isPerhapsHalf(KnownFigures known, Observation last, double growth, List<Double> before) {
        double part = growth - HistoryChecks.median(before);
        return isOfPeriods(known, last)
                && part >= LEAST_PART
                && part <= MOST_PART
                && before.stream().allMatch(other -> growth < other)
                && HistoryChecks.deviations(growth, before) > LEAST_DEVIATIONS;
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
