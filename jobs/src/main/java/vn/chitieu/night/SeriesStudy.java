package vn.chitieu.night;

import java.io.IOException;
import java.nio.file.Path;
import vn.chitieu.projection.backtest.PooledEstimate;
import vn.chitieu.projection.dense.PointCorrection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.evaluation.EvaluationJob;
import vn.chitieu.projection.evaluation.EvaluationOutcome;
import vn.chitieu.projection.evaluation.Studied;

/**
 * Looks at the past of many series, in a Spark session of its own, as {@link EvaluationJob} says.
 *
 * @param series file of their values
 * @param cases file of what is asked of them
 */
public record SeriesStudy(Path series, Path cases) {

    /** Answers the cases with some tables. */
    public EvaluationOutcome evaluate(Path out, PooledTables tables) throws IOException {
        return SessionStart.during(spark -> EvaluationJob.run(spark, series, cases, out, tables));
    }

    /**
     * Answers them with tables that leave each data set out.
     *
     * @param isCorrectionLeftOut whether a correction is learnt without its family too
     */
    public EvaluationOutcome evaluateLeavingOut(Path out, PooledTables shipped, boolean isCorrectionLeftOut)
            throws IOException {
        return SessionStart.during(spark -> isCorrectionLeftOut
                ? EvaluationJob.runLeavingOutFamilies(spark, series, cases, out, shipped)
                : EvaluationJob.runLeavingOut(spark, series, cases, out, shipped));
    }

    /** Estimates pooled tables on the series. */
    public Studied<PooledEstimate> estimate(PooledTables shipped) throws IOException {
        return SessionStart.during(spark -> EvaluationJob.estimate(spark, series, cases, shipped));
    }

    /** Learns a correction from them. */
    public Studied<PointCorrection> learn(PooledTables tables) throws IOException {
        return SessionStart.during(spark -> EvaluationJob.learn(spark, series, cases, tables));
    }
}
