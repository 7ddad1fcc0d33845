package vn.chitieu.projection.forecaster;

import vn.chitieu.method.statistics.OrderStatistics;

/** The running scale of innovations by which the robust members clip them. */
final class RunningScale {

    private static final double MEMORY = 0.97;
    /** Makes the mean absolute value of normal innovations their standard deviation: √(π/2). */
    private static final double FROM_MEAN_ABSOLUTE = 1.2533;

    private static final double NEVER_ZERO = 1e-9;

    private RunningScale() {}

    static double start(double medianAbsoluteDeviation) {
        return OrderStatistics.NORMAL_CONSISTENCY * medianAbsoluteDeviation + NEVER_ZERO;
    }

    /** Returns the scale after an innovation that was clipped to the size {@code clipped}. */
    static double next(double scale, double clipped) {
        return MEMORY * scale + (1 - MEMORY) * FROM_MEAN_ABSOLUTE * clipped;
    }
}
