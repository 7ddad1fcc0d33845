package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;

/** What a figure says beside the history of its own series. */
final class HistoryChecks {

    /** Makes the median of absolute deviations an estimate of the standard deviation of a normal law. */
    private static final double NORMAL = 1.4826;

    private HistoryChecks() {}

    /** A level against the one before, or the year before for years to date. */
    static void jump(KnownFigures known, ValidationRule rule, Results results) {
        BigDecimal factor = BigDecimal.valueOf(rule.tolerance("factor"));
        for (Observation figure : known.latest()) {
            Optional<Observation> earlier = isLevel(known.indicator(figure)) ? before(known, figure) : Optional.empty();
            if (earlier.isEmpty()) {
                continue;
            }
            BigDecimal now = figure.value().abs();
            BigDecimal then = earlier.get().value().abs();
            boolean jumps = now.signum() > 0
                    && then.signum() > 0
                    && (now.compareTo(then.multiply(factor)) >= 0 || then.compareTo(now.multiply(factor)) >= 0);
            if (jumps) {
                results.fail(
                        figure,
                        Math.abs(Math.log(now.doubleValue() / then.doubleValue())),
                        Map.of(
                                "period", figure.key().period(),
                                "value", figure.value(),
                                "before", earlier.get().key().period(),
                                "other", earlier.get().value()));
            } else {
                results.pass();
            }
        }
    }

    private static boolean isLevel(Indicator indicator) {
        return !indicator.isNet() && (indicator.kind().isLevel() || indicator.kind() == IndicatorKind.LEVEL_PER_CAPITA);
    }

    private static Optional<Observation> before(KnownFigures known, Observation figure) {
        ObservationKey key = figure.key();
        Period period = key.period();
        if (period.year() <= 1900) {
            return Optional.empty();
        }
        Period before = key.accumulation() == Accumulation.CUMULATED
                ? period.inYear(period.year() - 1)
                : period.index() > 1
                        ? new Period(period.year(), period.frequency(), period.index() - 1)
                        : new Period(
                                period.year() - 1,
                                period.frequency(),
                                period.frequency().periodsPerYear());
        return known.latest(KnownFigures.with(key, before, key.accumulation()));
    }

    /** A series of periods alone that has most of its periods, against the gaps between first and last. */
    static void gapFree(KnownFigures known, ValidationRule rule, Results results) {
        for (List<Observation> series : series(known).values()) {
            Observation last = series.get(series.size() - 1);
            long present = series.size();
            long expected =
                    ordinal(last.key().period()) - ordinal(series.get(0).key().period()) + 1;
            if (present < 3 || present < rule.tolerance("min_share") * expected) {
                continue;
            }
            if (present == expected) {
                results.pass();
                continue;
            }
            List<Period> missing = new ArrayList<>();
            Period next = series.get(0).key().period();
            for (Observation figure : series) {
                for (; next.compareTo(figure.key().period()) < 0; next = next.next()) {
                    missing.add(next);
                }
                next = next.next();
            }
            results.fail(
                    last,
                    missing.size(),
                    Map.of(
                            "period",
                            last.key().period(),
                            "before",
                            series.get(0).key().period(),
                            "parts",
                            missing));
        }
    }

    /** A later vintage that is softer than a final one and has another value. */
    static void finalReplaced(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            Optional<Observation> last = Optional.empty();
            Optional<Observation> replaced = Optional.empty();
            for (Observation vintage : known.vintages(figure.key())) {
                if (vintage.status() == ObservationStatus.FINAL) {
                    last = Optional.of(vintage);
                } else if (last.filter(f -> isSofterAndLater(vintage, f)).isPresent()) {
                    replaced = Optional.of(vintage);
                }
            }
            if (last.isEmpty()) {
                continue;
            }
            if (replaced.isEmpty()) {
                results.pass();
                continue;
            }
            results.fail(
                    replaced.get(),
                    Math.abs(replaced.get().value().subtract(last.get().value()).doubleValue()),
                    Map.of(
                            "period", figure.key().period(),
                            "value", replaced.get().value(),
                            "other", last.get().value(),
                            "day", replaced.get().sourceDate(),
                            "before", last.get().sourceDate()));
        }
    }

    private static boolean isSofterAndLater(Observation vintage, Observation last) {
        boolean isSofter = vintage.status() == ObservationStatus.ESTIMATE
                || vintage.status() == ObservationStatus.PROVISIONAL
                || vintage.status() == ObservationStatus.FORECAST;
        return isSofter
                && vintage.sourceDate().isAfter(last.sourceDate())
                && vintage.value().compareTo(last.value()) != 0;
    }

    /** Growth between two levels at constant prices against the printed growth of the same period. */
    static void baseYearChange(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            ObservationKey key = figure.key();
            if (!key.priceBasis().isConstant() || key.period().year() <= 1900) {
                continue;
            }
            Optional<Observation> before = known.knownWith(
                    figure,
                    KnownFigures.with(key, key.period().inYear(key.period().year() - 1), key.accumulation()));
            Optional<Observation> printed = known.knownWith(
                    figure,
                    KnownFigures.with(key, new Relation.Term(key.indicatorCode() + "_growth", key.activityCode(), 1)));
            if (before.isEmpty() || printed.isEmpty() || before.get().value().signum() <= 0) {
                continue;
            }
            double growth =
                    100 * (figure.value().doubleValue() / before.get().value().doubleValue() - 1);
            double difference = Math.abs(growth - printed.get().value().doubleValue());
            if (difference <= rule.tolerance("points")) {
                results.pass();
            } else {
                results.fail(
                        figure,
                        difference,
                        Map.of(
                                "period", key.period(),
                                "value", BigDecimal.valueOf(growth).setScale(2, RoundingMode.HALF_UP),
                                "other", printed.get().value()));
            }
        }
    }

    /** Growth of the last level over a year against the growth of all years before, by median and deviations. */
    static void outlier(KnownFigures known, ValidationRule rule, Results results) {
        for (List<Observation> series : series(known).values()) {
            Observation last = series.get(series.size() - 1);
            if (!isLevel(known.indicator(last))) {
                continue;
            }
            List<Double> growths = series.subList(0, series.size() - 1).stream()
                    .flatMap(figure -> growth(known, figure).stream())
                    .toList();
            Optional<Double> ofLast = growth(known, last);
            if (ofLast.isEmpty() || growths.size() < rule.tolerance("min_history")) {
                continue;
            }
            double median = median(growths);
            double size = deviations(ofLast.get(), growths);
            if (size <= rule.tolerance("deviations")
                    || ReportingChecks.partOfLast(known, series).isPresent()) {
                results.pass();
            } else {
                results.fail(
                        last,
                        size,
                        Map.of(
                                "period", last.key().period(),
                                "value", last.value(),
                                "pct", percent(ofLast.get()),
                                "other", percent(median),
                                "deviations", BigDecimal.valueOf(size).setScale(1, RoundingMode.HALF_UP)));
            }
        }
    }

    /** A stock of a year against those of the years before and after, which agree with each other. */
    static void spike(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            ObservationKey key = figure.key();
            Period period = key.period();
            if (!Spike.isLookedAt(known.indicator(figure).kind(), period) || period.year() <= 1900) {
                continue;
            }
            Optional<Observation> before =
                    known.latest(KnownFigures.with(key, period.inYear(period.year() - 1), key.accumulation()));
            Optional<Observation> after =
                    known.latest(KnownFigures.with(key, period.inYear(period.year() + 1), key.accumulation()));
            if (before.isEmpty() || after.isEmpty()) {
                continue;
            }
            if (!Spike.is(before, figure, after) || Spike.isConfirmed(figure, known.vintages(key))) {
                results.pass();
                continue;
            }
            results.fail(
                    figure,
                    Spike.size(
                            before.get().value().doubleValue(),
                            figure.value().doubleValue(),
                            after.get().value().doubleValue()),
                    Map.of(
                            "period", period,
                            "value", figure.value(),
                            "before", before.get().value(),
                            "other", after.get().value()));
        }
    }

    /**
     * Returns the logarithm of growth on the same period a year before; empty if a figure is missing or not above 0.
     */
    private static Optional<Double> growth(KnownFigures known, Observation figure) {
        Period period = figure.key().period();
        if (period.year() <= 1900 || figure.value().signum() <= 0) {
            return Optional.empty();
        }
        return known.latest(KnownFigures.with(figure.key(), period.inYear(period.year() - 1), Accumulation.PERIOD))
                .filter(before -> before.value().signum() > 0)
                .map(before ->
                        Math.log(figure.value().doubleValue() / before.value().doubleValue()));
    }

    /**
     * Returns how far a number is from the median of others, in robust standard deviations; 0 where these are alike.
     */
    private static double deviations(double number, List<Double> others) {
        double median = median(others);
        double deviation =
                NORMAL * median(others.stream().map(x -> Math.abs(x - median)).toList());
        return deviation == 0 ? 0 : Math.abs(number - median) / deviation;
    }

    private static BigDecimal percent(double logGrowth) {
        return BigDecimal.valueOf(100 * Math.expm1(logGrowth)).setScale(1, RoundingMode.HALF_UP);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static long ordinal(Period period) {
        return (long) period.year() * period.frequency().periodsPerYear() + period.index();
    }

    /** Returns the monthly and quarterly figures of periods alone, by series, in the order of time. */
    static Map<List<Object>, List<Observation>> series(KnownFigures known) {
        Map<List<Object>, List<Observation>> series = new LinkedHashMap<>();
        for (Observation figure : known.latest()) {
            ObservationKey key = figure.key();
            Frequency frequency = key.period().frequency();
            if (key.accumulation() == Accumulation.PERIOD && (frequency == Frequency.M || frequency == Frequency.Q)) {
                series.computeIfAbsent(
                                List.of(
                                        key.areaCode(),
                                        key.indicatorCode(),
                                        key.activityCode(),
                                        key.priceBasis(),
                                        frequency),
                                k -> new ArrayList<>())
                        .add(figure);
            }
        }
        series.values()
                .forEach(figures -> figures.sort(Comparator.comparing(
                        (Observation figure) -> figure.key().period())));
        return series;
    }
}
