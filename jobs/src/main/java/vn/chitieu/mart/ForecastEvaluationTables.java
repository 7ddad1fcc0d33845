package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.PastProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** How well the past would have been projected, beside the two rules in daily use, as a table. */
public final class ForecastEvaluationTables {

    private static final Set<String> RATES = Set.of("pct", "pct_points");

    /** The product's own projections in column {@code source}. */
    public static final String CHITIEU = "chitieu";

    /** Growth so far times the year before. */
    public static final String GROWTH_RULE = "growth_to_date_rule";

    /** The known part over the share of the year that has passed. */
    public static final String PLAN_RULE = "plan_share_rule";

    /**
     * What one source made of a year of the past.
     *
     * @param value the year by that source
     * @param evaluatedOn the day whose knowledge the outturn is of
     */
    record Evaluation(PastProjection past, String source, double value, LocalDate evaluatedOn) {

        private SeriesProjection projection() {
            return past.projection();
        }

        private boolean isRule() {
            return !source.equals(CHITIEU);
        }

        private double error() {
            return past.outturn() - value;
        }

        /**
         * Returns the error in percent; null where annual values pass through 0, so that a percentage says nothing, and
         * of what is a percentage itself.
         */
        private @Nullable Double errorPct() {
            boolean isRate = RATES.contains(projection().unitCode());
            boolean isSigned = isRate
                    || past.outturn() <= 0
                    || projection().history().stream().anyMatch(year -> year.annual() <= 0);
            return isSigned ? null : Double.valueOf(100 * error() / Math.abs(past.outturn()));
        }

        private int horizon() {
            return (past.cutoff().year() < projection().year()
                            ? 1
                            : 12 / past.cutoff().months() - past.cutoff().index())
                    - 1;
        }

        private @Nullable PredictiveDistribution distribution() {
            return isRule() ? null : projection().distribution();
        }

        private @Nullable Double quantile(double probability) {
            PredictiveDistribution distribution = distribution();
            return distribution == null ? null : Double.valueOf(distribution.quantile(probability));
        }

        private @Nullable Boolean isCovered(double lower, double upper) {
            Double from = quantile(lower);
            Double to = quantile(upper);
            if (from == null || to == null) {
                return null;
            }
            return from <= past.outturn() && past.outturn() <= to;
        }

        private @Nullable Boolean isAttained() {
            Double target = past.target();
            return target == null ? null : Boolean.valueOf(past.outturn() >= target);
        }

        private @Nullable Double probability() {
            Double target = past.target();
            PredictiveDistribution distribution = distribution();
            return target == null || distribution == null
                    ? null
                    : Double.valueOf(distribution.probabilityAtLeast(target));
        }

        /** Returns the probability as a rule gives it: certain or none. */
        private @Nullable Double stated() {
            Double target = past.target();
            return !isRule() || target == null ? probability() : Double.valueOf(value >= target ? 1 : 0);
        }

        private @Nullable Boolean isJudgedAttained() {
            Double stated = stated();
            return stated == null ? null : Boolean.valueOf(stated >= 0.5);
        }

        private @Nullable Double brier() {
            Double stated = stated();
            if (stated == null) {
                return null;
            }
            double missed = stated - (Boolean.TRUE.equals(isAttained()) ? 1 : 0);
            return missed * missed;
        }
    }

    static final Columns<Evaluation> FORECAST_EVALUATION = Columns.<Evaluation>of(
                    "forecast_evaluation", "variable", "date", "cutoff_period", "source")
            .required("variable", TEXT, row -> row.projection().id().toString())
            .required("date", DATE, row -> LocalDate.of(row.projection().year(), 12, 31))
            .required("vintage_date", DATE, row -> row.past().known().day())
            .required("source", TEXT, Evaluation::source)
            .required("frequency", TEXT, row -> row.past().cutoff().frequency().name())
            .required("forecast_horizon", INTEGER, Evaluation::horizon)
            .required("metric", TEXT, row -> "levels")
            .required("value", DOUBLE, Evaluation::value)
            .required("value_outturn", DOUBLE, row -> row.past().outturn())
            .required("vintage_date_outturn", DATE, row -> row.past().outturnKnownOn())
            .required("forecast_error", DOUBLE, Evaluation::error)
            .optional("error_pct", DOUBLE, Evaluation::errorPct)
            .required(
                    "scaled_error",
                    DOUBLE,
                    row -> Math.abs(row.error()) / row.past().typicalChange())
            .with(ProjectionTables.SERIES, row -> row.projection().id())
            .required("unit_code", TEXT, row -> row.projection().unitCode())
            .required("year", INTEGER, row -> row.projection().year())
            .required("cutoff_period", TEXT, row -> row.past().cutoff().toString())
            .required(
                    "observed_periods",
                    INTEGER,
                    row -> row.past().cutoff().year() < row.projection().year()
                            ? 0
                            : row.past().cutoff().index())
            .required("vintage_kind", TEXT, row -> row.past().known().kind().code())
            .required("history_years", INTEGER, row -> row.projection().method().historyYears())
            .optional("p2_5", DOUBLE, row -> row.quantile(0.025))
            .optional("p10", DOUBLE, row -> row.quantile(0.1))
            .optional("p50", DOUBLE, row -> row.quantile(0.5))
            .optional("p90", DOUBLE, row -> row.quantile(0.9))
            .optional("p97_5", DOUBLE, row -> row.quantile(0.975))
            .optional("is_covered_80", BOOLEAN, row -> row.isCovered(0.1, 0.9))
            .optional("is_covered_95", BOOLEAN, row -> row.isCovered(0.025, 0.975))
            .optional("target_value", DOUBLE, row -> row.past().target())
            .optional("p_attain", DOUBLE, Evaluation::probability)
            .optional("is_attained", BOOLEAN, Evaluation::isAttained)
            .optional("is_judged_attained", BOOLEAN, Evaluation::isJudgedAttained)
            .optional("brier", DOUBLE, Evaluation::brier)
            .required(
                    "method_code",
                    TEXT,
                    row -> row.isRule() ? "rule" : row.projection().method().code())
            .required("evaluated_on", DATE, Evaluation::evaluatedOn)
            .ofRun();

    private ForecastEvaluationTables() {}

    /**
     * Returns {@link MartTables#FORECAST_EVALUATION} of a backtest that no run has published yet.
     *
     * @param evaluatedOn the day whose knowledge the outturns are of
     */
    public static Table of(List<PastProjection> projections, LocalDate evaluatedOn) {
        List<Evaluation> rows = new ArrayList<>();
        for (PastProjection past : projections) {
            rows.add(new Evaluation(past, CHITIEU, past.projection().point(), evaluatedOn));
            Double plan = past.planRulePoint();
            if (plan != null) {
                rows.add(new Evaluation(past, PLAN_RULE, plan, evaluatedOn));
            }
            Double growth = past.growthRulePoint();
            if (growth != null) {
                rows.add(new Evaluation(past, GROWTH_RULE, growth, evaluatedOn));
            }
        }
        return FORECAST_EVALUATION.table(rows, new RunStamp("backtest", evaluatedOn));
    }
}
