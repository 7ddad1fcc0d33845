package vn.chitieu.projection.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.rule.HalfReported;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.dense.NotProjectable;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.dense.YearEndProjection;
import vn.chitieu.projection.dense.YearEndProjector;
import vn.chitieu.projection.dense.YearEndResult;
import vn.chitieu.projection.distribution.AddedError;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.forecaster.RegularSeries;
import vn.chitieu.projection.series.DensePeriods;
import vn.chitieu.projection.series.HalfReportedPeriod;

/**
 * The answers to what is asked of one series. A case sees nothing of its series after its cut-off; of other series it
 * sees nothing but the pooled tables.
 */
final class SeriesAnswers {

    private SeriesAnswers() {}

    /**
     * An answer.
     *
     * @param line of the case in its file
     * @param isUnderstood whether it is more than a refusal
     */
    record Answer(long line, boolean isUnderstood, EvaluationRow row) {}

    /** Returns the answers to all questions, in their order. */
    static List<Answer> of(SeriesGroup group, CaseTables tables) {
        List<Answer> answers = new ArrayList<>();
        List<EvaluationPanel.Member> members = new EvaluationPanel(group.understood(), tables.prior()).members();
        for (SeriesGroup.Asked asked : group.questions()) {
            boolean isUnderstood = asked.question() instanceof EvaluationCase;
            EvaluationRow row = asked.question() instanceof EvaluationCase question
                    ? row(members.get(0), question, tables.of(question), tables.reason(question))
                    : refused((RefusedCase) asked.question());
            answers.add(new Answer(asked.line(), isUnderstood, row));
        }
        return answers;
    }

    private static EvaluationRow refused(RefusedCase refused) {
        return EvaluationRow.withoutDistribution(refused.caseId(), OptionalDouble.empty(), "none", refused.reason());
    }

    private static EvaluationRow row(
            EvaluationPanel.Member member, EvaluationCase question, PooledTables tables, String tablesReason) {
        NavigableMap<Integer, Double> seen =
                question.series().values().headMap(EvaluationSeries.index(question.cutoff()), true);
        if (!isHalfReported(question, seen)) {
            return rowOfAll(member, question, tables, tablesReason, 1);
        }
        EvaluationSeries series = question.series();
        boolean isAlone = seen.lastKey() == question.year() * series.frequency().periodsPerYear();
        return rowOfAll(
                member,
                isAlone ? question : question.until(series.period(seen.lastKey() - 1)),
                tables,
                joined(HalfReportedPeriod.FLAG + "_" + series.period(seen.lastKey()), tablesReason),
                HalfReportedPeriod.SPREAD);
    }

    /** Returns whether the last value of a flow that a case sees is perhaps a part, and belongs to the year asked. */
    private static boolean isHalfReported(EvaluationCase question, NavigableMap<Integer, Double> seen) {
        int m = question.series().frequency().periodsPerYear();
        return question.aggregation() == Aggregation.SUM
                && !seen.isEmpty()
                && seen.lastKey() >= question.year() * m
                && HalfReported.ofLast(values(seen, seen.firstKey()), m).isPresent();
    }

    /** Returns the row of all that a case sees, its distribution spread by a factor. */
    private static EvaluationRow rowOfAll(
            EvaluationPanel.Member member,
            EvaluationCase question,
            PooledTables tables,
            String tablesReason,
            double spread) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int start = question.year() * m;
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        NavigableMap<Integer, Double> known = series.values().headMap(end, false);
        if (hasGap(known) && known.lastKey() >= start) {
            Optional<EvaluationRow> interpolated = interpolated(question, known, tables, tablesReason, spread);
            if (interpolated.isPresent()) {
                return interpolated.get();
            }
        }
        int observed = observed(question);
        if (observed == 0) {
            return fromLatestCompleteYear(question, known, m);
        }
        int first = series.startOfRun(start + observed - 1);
        String reason = joined(
                joined(
                        start + observed == end
                                ? ""
                                : "known_until_" + new Period(question.year(), series.frequency(), observed),
                        known.firstKey() == first ? "" : "history_since_" + series.period(first)),
                doubtful(series, first, start + observed));
        YearEndResult result = YearEndProjector.project(
                member.origins(first, observed, question.aggregation()), question.year(), tables);
        if (result instanceof YearEndProjection projection) {
            return row(
                    question,
                    projection,
                    widened(projection.distribution(), spread),
                    joined(joined(reason, projection.method().fallbackReason()), tablesReason));
        }
        NotProjectable none = (NotProjectable) result;
        return EvaluationRow.withoutDistribution(
                question.caseId(), none.indicativePoint(), none.indicativeMethod(), joined(reason, none.reason()));
    }

    /** Returns how many periods are known from the start of the year to the first gap or the cut-off. */
    private static int observed(EvaluationCase question) {
        int start = question.year() * question.series().frequency().periodsPerYear();
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        int observed = 0;
        while (start + observed < end && question.series().values().containsKey(start + observed)) {
            observed++;
        }
        return observed;
    }

    private static boolean hasGap(NavigableMap<Integer, Double> known) {
        return !known.isEmpty() && known.lastKey() - known.firstKey() + 1 != known.size();
    }

    /** Returns the values from an index to the last known one, a missing one being NaN. */
    private static double[] values(NavigableMap<Integer, Double> known, int first) {
        double[] values = new double[known.lastKey() + 1 - first];
        Arrays.fill(values, Double.NaN);
        known.forEach((index, value) -> values[index - first] = value);
        return values;
    }

    /**
     * Returns the row that short gaps filled in lead to, the error of those in the year added; empty if none of the
     * gaps can be filled that cut the history or the year.
     */
    private static Optional<EvaluationRow> interpolated(
            EvaluationCase question,
            NavigableMap<Integer, Double> known,
            PooledTables tables,
            String tablesReason,
            double spread) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int firstYear = known.firstKey() / m;
        DensePeriods periods = DensePeriods.of(firstYear, m, values(known, firstYear * m));
        int observed = periods.reach(question.year());
        if (observed == 0) {
            return Optional.empty();
        }
        RegularSeries run = RegularSeries.lastRun(m, firstYear, 1, periods.until(question.year(), observed));
        int first = run.firstYear() * m + run.firstPeriod() - 1;
        List<Period> interpolated = periods.interpolatedSince(first - firstYear * m);
        YearEndResult result = YearEndProjector.project(
                run, question.year(), observed, question.aggregation(), tables.with(PointCorrection.NONE));
        if (interpolated.isEmpty() || !(result instanceof YearEndProjection projection)) {
            return Optional.empty();
        }
        PredictiveDistribution distribution = AddedError.to(
                projection.distribution(),
                periods.error(question.year(), observed, question.aggregation()),
                periods.degreesOfFreedom(question.year()));
        int end = EvaluationSeries.index(question.cutoff()) + 1;
        String reason = joined(
                question.year() * m + observed == end
                        ? ""
                        : "known_until_" + new Period(question.year(), series.frequency(), observed),
                known.firstKey() == first ? "" : "history_since_" + series.period(first));
        String filled =
                interpolated.stream().map(period -> "interpolated_" + period).collect(Collectors.joining(";"));
        return Optional.of(row(
                question,
                projection,
                widened(distribution, spread),
                joined(joined(joined(reason, filled), projection.method().fallbackReason()), tablesReason)));
    }

    private static PredictiveDistribution widened(PredictiveDistribution distribution, double spread) {
        return spread == 1 ? distribution : distribution.widened(spread);
    }

    private static EvaluationRow row(
            EvaluationCase question, YearEndProjection projection, PredictiveDistribution distribution, String reason) {
        OptionalDouble pAttain = question.target().isPresent()
                ? OptionalDouble.of(
                        distribution.probabilityAtLeast(question.target().getAsDouble()))
                : OptionalDouble.empty();
        Quantiles quantiles = Quantiles.of(distribution);
        return new EvaluationRow(
                question.caseId(),
                OptionalDouble.of(projection.point()),
                OptionalDouble.of(quantiles.p10()),
                OptionalDouble.of(quantiles.p90()),
                OptionalDouble.of(quantiles.p2_5()),
                OptionalDouble.of(quantiles.p97_5()),
                pAttain,
                projection.method().code(),
                reason);
    }

    private static EvaluationRow fromLatestCompleteYear(
            EvaluationCase question, NavigableMap<Integer, Double> known, int m) {
        if (known.isEmpty()) {
            return EvaluationRow.withoutDistribution(question.caseId(), OptionalDouble.empty(), "none", "no_data");
        }
        int first = known.firstKey() / m;
        for (int year = question.year() - 1; year >= first; year--) {
            double[] values = known.subMap(year * m, (year + 1) * m).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length == m) {
                OptionalDouble point = OptionalDouble.of(question.aggregation().annual(values, 0, m));
                return EvaluationRow.withoutDistribution(
                        question.caseId(), point, "latest_complete_year", "no_data_this_year");
            }
        }
        return EvaluationRow.withoutDistribution(
                question.caseId(), OptionalDouble.empty(), "none", "no_data_this_year");
    }

    /** Returns the code that says which of the used periods were stated twice with different values. */
    private static String doubtful(EvaluationSeries series, int first, int end) {
        return series.doubtful().subSet(first, end).stream()
                .map(index -> "doubtful_" + series.period(index))
                .collect(Collectors.joining(";"));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ";" + second;
    }
}
