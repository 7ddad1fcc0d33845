package vn.chitieu.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import vn.chitieu.observation.Period;

/**
 * Projects many series at many cut-offs, so that the projections can be scored against what came out.
 *
 * <p>A case sees nothing of its series after its cut-off, and one case nothing of another.
 */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Reads series and cases and writes one row for each case, in the order of the cases.
     *
     * <p>The rows do not depend on how many threads share the work.
     *
     * @param series CSV with {@code series_id, period, value}
     * @param cases CSV with {@code case_id, series_id, frequency, agg, year, cutoff_period, target}
     * @param out CSV to be written; all three gzipped where the name says so
     * @throws vn.chitieu.catalog.DataException if a file breaks these rules
     * @throws IOException if {@code out} cannot be written
     */
    public static void run(Path series, Path cases, Path out, PooledTables tables) throws IOException {
        CsvRows.isGzip(out); // refuses the name before the work is done
        List<EvaluationCase> questions = EvaluationFiles.cases(cases, EvaluationFiles.series(series));
        EvaluationFiles.write(out, rows(questions, tables));
    }

    /** Returns the row of each case, in their order. */
    static List<EvaluationRow> rows(List<EvaluationCase> cases, PooledTables tables) {
        return cases.parallelStream().map(question -> row(question, tables)).toList();
    }

    private static EvaluationRow row(EvaluationCase question, PooledTables tables) {
        EvaluationSeries series = question.series();
        int m = series.frequency().periodsPerYear();
        int start = question.year() * m;
        int end = Math.min(EvaluationSeries.index(question.cutoff()) + 1, start + m);
        NavigableMap<Integer, Double> known = series.values().headMap(end, false);
        int observed = 0;
        while (start + observed < end && known.containsKey(start + observed)) {
            observed++;
        }
        if (observed == 0) {
            return fromLatestCompleteYear(question, known, m);
        }
        String reason = start + observed == end
                ? ""
                : "known_until_" + new Period(question.year(), series.frequency(), observed);
        YearEndResult result = YearEndProjector.project(
                run(known, start + observed, m), question.year(), observed, question.aggregation(), tables);
        if (result instanceof YearEndProjection projection) {
            return row(question, projection, joined(reason, projection.fallbackReason()));
        }
        NotProjectable none = (NotProjectable) result;
        return EvaluationRow.withoutLaw(
                question.caseId(), none.indicativePoint(), none.indicativeMethod(), joined(reason, none.reason()));
    }

    private static EvaluationRow row(EvaluationCase question, YearEndProjection projection, String reason) {
        OptionalDouble pAttain = question.target().isPresent()
                ? OptionalDouble.of(
                        projection.probabilityAtLeast(question.target().getAsDouble()))
                : OptionalDouble.empty();
        return new EvaluationRow(
                question.caseId(),
                OptionalDouble.of(projection.point()),
                OptionalDouble.of(projection.p10()),
                OptionalDouble.of(projection.p90()),
                OptionalDouble.of(projection.p2_5()),
                OptionalDouble.of(projection.p97_5()),
                pAttain,
                projection.methodUsed(),
                reason);
    }

    /** Returns the run of known values that ends before index {@code end}, whose last value is known. */
    private static RegularSeries run(NavigableMap<Integer, Double> known, int end, int m) {
        int first = known.firstKey();
        double[] values = new double[end - first];
        Arrays.fill(values, Double.NaN);
        known.headMap(end, false).forEach((t, value) -> values[t - first] = value);
        return RegularSeries.lastRun(m, first / m, first % m + 1, values);
    }

    private static EvaluationRow fromLatestCompleteYear(
            EvaluationCase question, NavigableMap<Integer, Double> known, int m) {
        if (known.isEmpty()) {
            return EvaluationRow.withoutLaw(question.caseId(), OptionalDouble.empty(), "none", "no_data");
        }
        int first = known.firstKey() / m;
        for (int year = question.year() - 1; year >= first; year--) {
            double[] values = known.subMap(year * m, (year + 1) * m).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length == m) {
                OptionalDouble point = OptionalDouble.of(question.aggregation().annual(values, 0, m));
                return EvaluationRow.withoutLaw(question.caseId(), point, "latest_complete_year", "no_data_this_year");
            }
        }
        return EvaluationRow.withoutLaw(question.caseId(), OptionalDouble.empty(), "none", "no_data_this_year");
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ";" + second;
    }
}
