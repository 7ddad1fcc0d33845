package vn.chitieu.observation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;

/** Whether the last month or quarter of a flow is whole. */
final class ReportingChecks {

    private ReportingChecks() {}

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

    /** Returns whether a figure is that of one month or quarter of a flow, which can be missing in part. */
    static boolean isOfPeriods(KnownFigures known, Observation figure) {
        Frequency frequency = figure.key().period().frequency();
        return figure.key().accumulation() == Accumulation.PERIOD
                && (frequency == Frequency.M || frequency == Frequency.Q)
                && known.indicator(figure).kind() == IndicatorKind.FLOW
                && !known.indicator(figure).isNet();
    }
}
