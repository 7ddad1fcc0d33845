package vn.chitieu.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Frequency;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.backtest.PastProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** How well the past would have been projected, beside the two rules in daily use, as a table. */
public final class ForecastEvaluationTables {

    /** The product's own projections in column {@code source}. */
    public static final String CHITIEU = "chitieu";

    /** Growth so far times the year before. */
    public static final String GROWTH_RULE = "growth_to_date_rule";

    /** The known part over the share of the year that has passed. */
    public static final String PLAN_RULE = "plan_share_rule";

    private ForecastEvaluationTables() {}

    /**
     * Returns {@link MartTables#FORECAST_EVALUATION} of a backtest that no run has published yet.
     *
     * @param evaluatedOn the day whose knowledge the outturns are of
     */
    public static Table of(List<PastProjection> projections, LocalDate evaluatedOn) {
        RunStamp stamp = new RunStamp("backtest", evaluatedOn);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PastProjection past : projections) {
            rows.add(ofProjection(row(past, CHITIEU, past.projection().point(), stamp), past)
                    .build());
            rows.add(ofRule(row(past, PLAN_RULE, past.planRulePoint(), stamp), past, past.planRulePoint())
                    .build());
            Double growth = past.growthRulePoint();
            if (growth != null) {
                rows.add(ofRule(row(past, GROWTH_RULE, growth, stamp), past, growth)
                        .build());
            }
        }
        return new Table(MartTables.FORECAST_EVALUATION, rows);
    }

    /** Returns the rows of a backtest as published by a run. */
    static Table published(Table backtest, RunStamp stamp) {
        int run = MartTables.FORECAST_EVALUATION.indexOf("run_id");
        int asOf = MartTables.FORECAST_EVALUATION.indexOf("as_of_date");
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : backtest.rows()) {
            @Nullable Object[] stamped = row.clone();
            stamped[run] = stamp.runId();
            stamped[asOf] = stamp.asOf();
            rows.add(stamped);
        }
        return new Table(MartTables.FORECAST_EVALUATION, rows);
    }

    private static RowBuilder row(PastProjection past, String source, double value, RunStamp stamp) {
        SeriesProjection projection = past.projection();
        int periods = past.cutoff().frequency() == Frequency.M ? 12 : 4;
        double error = past.outturn() - value;
        return RowBuilder.of(MartTables.FORECAST_EVALUATION, stamp)
                .set("variable", projection.id().toString())
                .set("date", LocalDate.of(projection.year(), 12, 31))
                .set("vintage_date", past.knownOn())
                .set("source", source)
                .set("frequency", past.cutoff().frequency().name())
                .set("forecast_horizon", periods - past.cutoff().index() - 1)
                .set("metric", "levels")
                .set("value", value)
                .set("value_outturn", past.outturn())
                .set("vintage_date_outturn", past.outturnKnownOn())
                .set("forecast_error", error)
                .set("error_pct", isSigned(past) ? null : Double.valueOf(100 * error / Math.abs(past.outturn())))
                .set("scaled_error", Math.abs(error) / past.typicalChange())
                .set("area_code", projection.id().areaCode())
                .set("indicator_code", projection.id().indicatorCode())
                .set("activity_code", projection.id().activityCode())
                .set("price_basis", projection.id().priceBasis().code())
                .set("unit_code", projection.unitCode())
                .set("year", projection.year())
                .set("cutoff_period", past.cutoff().toString())
                .set("observed_periods", past.cutoff().index())
                .set("vintage_kind", past.kind().code())
                .set("history_years", projection.method().historyYears())
                .set("target_value", past.target())
                .set("is_attained", isAttained(past))
                .set("evaluated_on", stamp.asOf());
    }

    private static RowBuilder ofProjection(RowBuilder row, PastProjection past) {
        row.set("method_code", past.projection().method().code());
        PredictiveDistribution law = past.projection().distribution();
        if (law == null) {
            return row;
        }
        double p10 = law.quantile(0.1);
        double p90 = law.quantile(0.9);
        double p2p5 = law.quantile(0.025);
        double p97p5 = law.quantile(0.975);
        row.set("p2_5", p2p5)
                .set("p10", p10)
                .set("p50", law.quantile(0.5))
                .set("p90", p90)
                .set("p97_5", p97p5)
                .set("is_covered_80", p10 <= past.outturn() && past.outturn() <= p90)
                .set("is_covered_95", p2p5 <= past.outturn() && past.outturn() <= p97p5);
        Double target = past.target();
        if (target != null) {
            double probability = law.probabilityAtLeast(target);
            double missed = probability - (past.outturn() >= target ? 1 : 0);
            row.set("p_attain", probability)
                    .set("is_judged_attained", probability >= 0.5)
                    .set("brier", missed * missed);
        }
        return row;
    }

    private static RowBuilder ofRule(RowBuilder row, PastProjection past, double point) {
        row.set("method_code", "rule");
        Double target = past.target();
        if (target != null) {
            boolean isJudged = point >= target;
            row.set("is_judged_attained", isJudged).set("brier", isJudged == past.outturn() >= target ? 0.0 : 1.0);
        }
        return row;
    }

    /** Returns whether annual values pass through 0, so that an error in percent of one says nothing. */
    private static boolean isSigned(PastProjection past) {
        return past.outturn() <= 0 || past.projection().history().stream().anyMatch(year -> year.annual() <= 0);
    }

    private static @Nullable Boolean isAttained(PastProjection past) {
        Double target = past.target();
        return target == null ? null : Boolean.valueOf(past.outturn() >= target);
    }
}
