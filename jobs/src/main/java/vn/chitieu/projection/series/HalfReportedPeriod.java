package vn.chitieu.projection.series;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.rule.HalfReported;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * The last month or quarter of a flow that is perhaps only partly reported, which its projection does without.
 *
 * @param period of the year projected, the last of which anything is known
 * @param input the series as if no figure that ends with that period had been delivered
 */
public record HalfReportedPeriod(Period period, SeriesInput input) {

    /** Added to the flag of a projection that is made without the last period. */
    public static final String FLAG = "half_reported";

    /** By how much errors spread more, because the figure may as well be whole: the root of a variance times 1.5. */
    public static final double SPREAD = Math.sqrt(1.5);

    /** Returns the last period of the projected year of a history; empty if nothing tells that it is only a part. */
    public static Optional<HalfReportedPeriod> of(SeriesHistory history) {
        YearFigures ofYear = history.levels().get(history.year());
        boolean isLooked = ofYear != null
                && history.facts().kind() == IndicatorKind.FLOW
                && history.aggregation() == Aggregation.SUM
                && !history.facts().isNet()
                && !ofYear.isAnnualPrinted()
                && history.input().values().stream()
                        .allMatch(value -> value.period().year() <= history.year());
        return isLooked
                ? last(history, 12).or(() -> last(history, 4)).flatMap(period -> without(history.input(), period))
                : Optional.empty();
    }

    /** Returns a history without such a period; itself if there is none. */
    public static SeriesHistory without(SeriesHistory history) {
        return of(history)
                .map(half -> SeriesHistory.of(half.input, history.year()))
                .orElse(history);
    }

    private static Optional<Period> last(SeriesHistory history, int periodsPerYear) {
        int firstYear = history.levels().firstKey();
        double[] values = new double[(history.year() + 1 - firstYear) * periodsPerYear];
        Arrays.fill(values, Double.NaN);
        for (Map.Entry<Integer, YearFigures> year : history.levels().entrySet()) {
            System.arraycopy(
                    year.getValue().periods(periodsPerYear),
                    0,
                    values,
                    (year.getKey() - firstYear) * periodsPerYear,
                    periodsPerYear);
        }
        int count = values.length;
        while (count > 0 && Double.isNaN(values[count - 1])) {
            count--;
        }
        int known = count - (values.length - periodsPerYear);
        if (known < 1
                || HalfReported.ofLast(Arrays.copyOf(values, count), periodsPerYear)
                        .isEmpty()) {
            return Optional.empty();
        }
        Period period = new Period(history.year(), periodsPerYear == 12 ? Frequency.M : Frequency.Q, known);
        return period.lastMonth() < history.lastMonth() ? Optional.empty() : Optional.of(period);
    }

    private static Optional<HalfReportedPeriod> without(SeriesInput input, Period period) {
        List<DatedValue> kept =
                input.values().stream().filter(value -> !isOf(value, period)).toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new HalfReportedPeriod(
                        period, new SeriesInput(input.id(), input.facts(), kept, input.rebuilt())));
    }

    private static boolean isOf(DatedValue value, Period period) {
        return value.period().year() == period.year() && value.period().lastMonth() >= period.lastMonth();
    }
}
