package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Finding.Severity;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Period;

/** What years to date say about each other and about the periods alone. */
final class CumulatedChecks {

    private CumulatedChecks() {}

    /**
     * The year to date against the year to date one period before, plus the period itself, all as known on the day of
     * the former. The printed year to date is right; the difference is a silent revision of earlier periods.
     */
    static void sum(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            if (isCumulatedSum(known, figure)) {
                sum(known, figure, rule, results);
            }
        }
    }

    private static void sum(KnownFigures known, Observation figure, ValidationRule rule, Results results) {
        Period period = figure.key().period();
        Optional<Observation> alone =
                known.knownWith(figure, KnownFigures.with(figure.key(), period, Accumulation.PERIOD));
        if (period.index() == 1 || alone.isEmpty()) {
            return;
        }
        Period before = new Period(period.year(), period.frequency(), period.index() - 1);
        // The first period of a year is the year to date itself and is often stated only once.
        Optional<Observation> earlier = known.knownWith(
                        figure, KnownFigures.with(figure.key(), before, Accumulation.CUMULATED))
                .or(() -> before.index() == 1
                        ? known.knownWith(figure, KnownFigures.with(figure.key(), before, Accumulation.PERIOD))
                        : Optional.empty());
        if (earlier.isEmpty()) {
            return;
        }
        BigDecimal was = earlier.get().value();
        BigDecimal sum = was.add(alone.get().value());
        BigDecimal difference = figure.value().subtract(sum);
        BigDecimal rounding = KnownFigures.rounding(figure)
                .add(KnownFigures.rounding(alone.get()))
                .add(KnownFigures.rounding(earlier.get()));
        if (difference.abs().compareTo(rounding) <= 0 || figure.value().signum() == 0) {
            results.pass();
            return;
        }
        double share = Math.abs(difference.doubleValue() / figure.value().doubleValue());
        Severity severity = share > rule.tolerance("error_share")
                ? Severity.ERROR
                : share > rule.tolerance("warning_share") ? Severity.WARNING : rule.severity();
        results.fail(
                figure,
                severity,
                share,
                Map.of(
                        "period", period,
                        "value", figure.value(),
                        "before", before,
                        "other", was,
                        "alone", alone.get().value(),
                        "sum", sum,
                        "difference", difference,
                        "pct", BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP),
                        "revised", figure.value().subtract(alone.get().value())));
    }

    /**
     * The year to date against the largest earlier one of the same year. A net series with anything below 0 in the year
     * is a balance, or has a period of refunds in print: it falls without contradicting itself.
     */
    static void falls(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            if (!isCumulatedSum(known, figure)) {
                continue;
            }
            Period period = figure.key().period();
            Optional<Observation> higher = Optional.empty();
            boolean isCompared = false;
            for (int index = 1; index < period.index(); index++) {
                Optional<Observation> earlier = ofYear(known, figure, index, Accumulation.CUMULATED);
                isCompared |= earlier.isPresent();
                BigDecimal most = higher.map(Observation::value).orElse(figure.value());
                if (earlier.filter(e -> e.value().compareTo(most) > 0).isPresent()) {
                    higher = earlier;
                }
            }
            boolean isNet = known.indicator(figure).isNet();
            if (higher.isPresent() && !(isNet && isBelowZeroInYear(known, figure))) {
                results.fail(
                        figure,
                        isNet ? Severity.WARNING : rule.severity(),
                        higher.get().value().subtract(figure.value()).doubleValue(),
                        Map.of(
                                "period", period,
                                "value", figure.value(),
                                "before", higher.get().key().period(),
                                "other", higher.get().value()));
            } else if (isCompared) {
                results.pass();
            }
        }
    }

    /** Returns whether a figure, or one of its year up to its period, is below 0. */
    private static boolean isBelowZeroInYear(KnownFigures known, Observation figure) {
        return IntStream.rangeClosed(1, figure.key().period().index())
                .boxed()
                .flatMap(index -> Stream.of(Accumulation.PERIOD, Accumulation.CUMULATED)
                        .flatMap(accumulation -> ofYear(known, figure, index, accumulation).stream()))
                .anyMatch(one -> one.value().signum() < 0);
    }

    private static Optional<Observation> ofYear(
            KnownFigures known, Observation figure, int index, Accumulation accumulation) {
        Period period = figure.key().period();
        return known.latest(
                KnownFigures.with(figure.key(), new Period(period.year(), period.frequency(), index), accumulation));
    }

    /** A quarter alone against the years to date of the months around it. */
    static void quarterDifference(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation figure : known.latest()) {
            Period quarter = figure.key().period();
            boolean isQuarter =
                    quarter.frequency() == Frequency.Q && figure.key().accumulation() == Accumulation.PERIOD;
            if (!isQuarter || known.indicator(figure).aggregation() != Aggregation.SUM) {
                continue;
            }
            Optional<Observation> end = toDate(known, figure, quarter.lastMonth());
            Optional<Observation> start = toDate(known, figure, quarter.lastMonth() - 3);
            if (end.isEmpty() || (quarter.index() > 1 && start.isEmpty())) {
                continue;
            }
            BigDecimal other = start.map(Observation::value).orElse(BigDecimal.ZERO);
            BigDecimal difference = end.get().value().subtract(other).subtract(figure.value());
            BigDecimal allowed = KnownFigures.rounding(figure)
                    .add(KnownFigures.rounding(end.get()))
                    .add(start.map(KnownFigures::rounding).orElse(BigDecimal.ZERO))
                    .add(figure.value().abs().multiply(BigDecimal.valueOf(rule.tolerance("share"))));
            if (difference.abs().compareTo(allowed) <= 0) {
                results.pass();
            } else {
                results.fail(
                        figure,
                        Math.abs(difference.doubleValue()),
                        Map.of(
                                "period",
                                quarter,
                                "value",
                                figure.value(),
                                "sum",
                                end.get().value().subtract(other),
                                "difference",
                                difference));
            }
        }
    }

    /**
     * A year against its four quarters as they count on the day: quarters that were not printed anew with their year
     * belong to an older release, and do not add up to it.
     */
    static void yearOfQuarters(KnownFigures known, ValidationRule rule, Results results) {
        for (Observation year : known.latest()) {
            if (year.key().period().frequency() != Frequency.A
                    || known.indicator(year).aggregation() != Aggregation.SUM) {
                continue;
            }
            List<Observation> quarters = IntStream.rangeClosed(1, 4)
                    .mapToObj(index -> new Period(year.key().period().year(), Frequency.Q, index))
                    .flatMap(quarter ->
                            known.latest(KnownFigures.with(year.key(), quarter, Accumulation.PERIOD)).stream())
                    .toList();
            if (quarters.size() == 4) {
                yearOfQuarters(year, quarters, rule, results);
            }
        }
    }

    private static void yearOfQuarters(
            Observation year, List<Observation> quarters, ValidationRule rule, Results results) {
        BigDecimal sum = quarters.stream().map(Observation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = year.value().subtract(sum);
        BigDecimal allowed = quarters.stream()
                .map(KnownFigures::rounding)
                .reduce(KnownFigures.rounding(year), BigDecimal::add)
                .add(year.value().abs().multiply(BigDecimal.valueOf(rule.tolerance("share"))));
        if (difference.abs().compareTo(allowed) <= 0) {
            results.pass();
            return;
        }
        double share = difference.doubleValue() / year.value().doubleValue();
        results.fail(
                year,
                Math.abs(share),
                Map.of(
                        "period",
                        year.key().period(),
                        "value",
                        year.value(),
                        "day",
                        year.publishedDate(),
                        "before",
                        quarters.stream()
                                .map(Observation::publishedDate)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        "sum",
                        sum,
                        "difference",
                        difference,
                        "pct",
                        BigDecimal.valueOf(100 * Math.abs(share)).setScale(1, RoundingMode.HALF_UP)));
    }

    private static Optional<Observation> toDate(KnownFigures known, Observation figure, int month) {
        if (month == 0) {
            return Optional.empty();
        }
        Period period = new Period(figure.key().period().year(), Frequency.M, month);
        return known.knownWith(figure, KnownFigures.with(figure.key(), period, Accumulation.CUMULATED));
    }

    private static boolean isCumulatedSum(KnownFigures known, Observation figure) {
        return figure.key().accumulation() == Accumulation.CUMULATED
                && known.indicator(figure).aggregation() == Aggregation.SUM;
    }
}
