package vn.chitieu.projection;

import java.util.List;

/**
 * What would have been projected for an earlier, now complete year at the same point of that year.
 *
 * @param year the year projected
 * @param actual its annual value
 * @param point the projection
 * @param errorScale the scale that its error was expected to have, with the predictors of that scale
 * @param members what each member said
 */
public record BacktestRow(
        int year, double actual, double point, ErrorScale errorScale, List<MemberProjection> members) {

    public BacktestRow {
        members = List.copyOf(members);
    }

    /**
     * Returns the error in units of its expected scale, as the pooled law counts it; not finite where a logarithm is
     * asked of an annual value that turned out not to be positive.
     */
    public double scaledError() {
        double error = errorScale.isLog() ? Math.log(actual / point) : (actual - point) / errorScale.unit();
        return error / errorScale.sigma();
    }
}
