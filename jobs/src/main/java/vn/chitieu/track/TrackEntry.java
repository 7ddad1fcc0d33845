package vn.chitieu.track;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.method.statistics.IntervalScore;
import vn.chitieu.projection.Quantiles;

/**
 * A statement and, once it is known, how it came out.
 *
 * @param outturn null while the year is open
 */
public record TrackEntry(Statement statement, @Nullable Outturn outturn)
        implements Comparable<TrackEntry>, Serializable {

    private static final double[] OUTSIDE = {0.2, 0.05};

    @Override
    public int compareTo(TrackEntry other) {
        return statement.compareTo(other.statement);
    }

    public boolean isResolved() {
        return outturn != null;
    }

    /** Returns the outturn less the value stated; null while the year is open, as are all that follow. */
    public @Nullable Double error() {
        return outturn == null ? null : Double.valueOf(outturn.value() - statement.value());
    }

    /** Returns the error in percent of the outturn; null where that says nothing. */
    public @Nullable Double errorPct() {
        Double error = error();
        return (error == null || outturn == null || !statement.scale().isRatio() || outturn.value() <= 0)
                ? null
                : Double.valueOf(100 * error / outturn.value());
    }

    /** Returns the absolute error in units of the usual yearly change. */
    public @Nullable Double scaledError() {
        Double error = error();
        return error == null
                ? null
                : Double.valueOf(Math.abs(error) / statement.scale().typicalChange());
    }

    public @Nullable Boolean isCovered80() {
        Quantiles q = statement.quantiles();
        return (q == null || outturn == null) ? null : Boolean.valueOf(isWithin(q.p10(), outturn.value(), q.p90()));
    }

    public @Nullable Boolean isCovered95() {
        Quantiles q = statement.quantiles();
        return (q == null || outturn == null) ? null : Boolean.valueOf(isWithin(q.p2_5(), outturn.value(), q.p97_5()));
    }

    private static boolean isWithin(double lower, double value, double upper) {
        return lower <= value && value <= upper;
    }

    /** Returns the weighted interval score in the unit of the subject. */
    public @Nullable Double wis() {
        if (outturn == null) {
            return null;
        }
        Quantiles q = statement.quantiles();
        return q == null
                ? Math.abs(outturn.value() - statement.value())
                : IntervalScore.weighted(
                        q.p50(),
                        new double[] {q.p10(), q.p2_5()},
                        new double[] {q.p90(), q.p97_5()},
                        OUTSIDE,
                        outturn.value());
    }

    public @Nullable Boolean isReached() {
        return outturn == null ? null : outturn.isReached();
    }

    /** Returns whether the source thought it more likely than not that the target is reached. */
    public @Nullable Boolean isJudgedReached() {
        Stake stake = statement.stake();
        return stake == null ? null : Boolean.valueOf(stake.probability() >= 0.5);
    }

    /** Returns the squared difference of the probability stated and what came. */
    public @Nullable Double brier() {
        Stake stake = statement.stake();
        Boolean isReached = isReached();
        if (stake == null || isReached == null) {
            return null;
        }
        double missed = stake.probability() - (isReached ? 1 : 0);
        return missed * missed;
    }
}
