package vn.chitieu.projection.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.backtest.PooledRow;
import vn.chitieu.projection.backtest.PooledTablesEstimation;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.distribution.ErrorQuantiles;

/**
 * Pooled tables for judging the method: for each data set and year estimated without both, and without any year of any
 * series that a case asks for or that comes after it.
 *
 * <p>They are drawn to nothing that was learnt from the data set judged: the prior has no slopes and the quantiles of a
 * Laplace distribution, which is what the scale regression assumes. Where too little is left, the shipped tables stand
 * in.
 */
final class LeaveOutTables implements CaseTables {

    private static final long serialVersionUID = 1L;

    /** Why a row was not made with tables of its own. */
    static final String TOO_SMALL = "shipped_tables";

    private final Map<DatasetYear, PooledEstimate> estimates;
    private final PooledTables shipped;

    private LeaveOutTables(Map<DatasetYear, PooledEstimate> estimates, PooledTables shipped) {
        this.estimates = estimates;
        this.shipped = shipped;
    }

    static LeaveOutTables of(List<DatasetYear> judged, EvaluationPanel panel, PooledTables shipped) {
        List<EvaluationPanel.Row> rows = panel.rows();
        PooledTables prior = uninformed(shipped);
        Map<DatasetYear, PooledEstimate> estimates = judged.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        each -> each, each -> PooledTablesEstimation.estimate(others(rows, each), prior)));
        return new LeaveOutTables(estimates, shipped);
    }

    private static List<PooledRow> others(List<EvaluationPanel.Row> rows, DatasetYear judged) {
        return rows.stream()
                .filter(row -> !row.dataset().equals(judged.dataset())
                        && row.row().backtest().year() != judged.year())
                .map(EvaluationPanel.Row::row)
                .toList();
    }

    private static PooledTables uninformed(PooledTables shipped) {
        double[] probabilities = shipped.errors().probabilities();
        double[] laplace = new double[probabilities.length];
        for (int i = 0; i < laplace.length; i++) {
            double p = probabilities[i];
            laplace[i] = p < 0.5 ? Math.log(2 * p) : -Math.log(2 * (1 - p));
        }
        return shipped.withErrorDistribution(
                shipped.scaleCoefficients().map((quarters, b) -> new double[b.length]),
                new ErrorQuantiles(probabilities, laplace));
    }

    /** Returns these tables with the correction that is learnt for each family of data sets. */
    CaseTables with(LeaveOutCorrections corrections) {
        LeaveOutTables tables = this;
        return new CaseTables() {
            private static final long serialVersionUID = 1L;

            @Override
            public PooledTables prior() {
                return tables.prior();
            }

            @Override
            public PooledTables of(EvaluationCase question) {
                return tables.of(question).with(corrections.of(question));
            }

            @Override
            public String reason(EvaluationCase question) {
                return tables.reason(question);
            }
        };
    }

    @Override
    public PooledTables prior() {
        return shipped;
    }

    /** Returns the tables for a case. */
    @Override
    public PooledTables of(EvaluationCase question) {
        PooledEstimate estimate = estimate(question);
        return estimate.isEstimated() ? estimate.tables() : shipped;
    }

    /** Returns {@link #TOO_SMALL} where the shipped tables stand in, otherwise {@code ""}. */
    @Override
    public String reason(EvaluationCase question) {
        return estimate(question).isEstimated() ? "" : TOO_SMALL;
    }

    private PooledEstimate estimate(EvaluationCase question) {
        PooledEstimate estimate = estimates.get(new DatasetYear(question.dataset(), question.year()));
        if (estimate == null) {
            throw new IllegalArgumentException(
                    "Expecting a case that the tables were made for but was " + question.caseId());
        }
        return estimate;
    }
}
