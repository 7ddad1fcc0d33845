package vn.chitieu.projection.dense;

import java.io.Serializable;
import java.util.List;

/**
 * What would have been projected for an earlier, now complete year at the same point of that year.
 *
 * @param year the year projected
 * @param historyYears complete years known before it
 * @param actual its annual value
 * @param point the projection
 * @param errorScale the scale that its error was expected to have, with the predictors of that scale
 * @param members what each member said
 */
public record BacktestRow(
        int year, int historyYears, double actual, double point, ErrorScale errorScale, List<MemberProjection> members)
        implements Serializable {

    public BacktestRow {
        members = List.copyOf(members);
    }

    /**
     * Returns the error as {@link ErrorScale} counts it; not finite where a logarithm is asked of an annual value that
     * turned out not to be positive.
     */
    public double error() {
        return errorScale.isLog() ? Math.log(actual / point) : (actual - point) / errorScale.unit();
    }

    /** Returns the error in units of its expected scale. */
    public double scaledError() {
        return error() / errorScale.sigma();
    }
}
