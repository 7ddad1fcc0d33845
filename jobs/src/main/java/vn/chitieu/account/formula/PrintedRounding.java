package vn.chitieu.account.formula;

import java.math.BigDecimal;

/** How far a printed number may be from the number that was rounded to it. */
public final class PrintedRounding {

    private PrintedRounding() {}

    /** Returns half a unit of the last printed decimal: 0.005 for {@code 12.27}, 0.5 for {@code 58505}. */
    public static double halfUnit(BigDecimal printed) {
        return 0.5 * Math.pow(10, -Math.max(printed.scale(), 0));
    }

    /** Returns whether two numbers differ by no more than {@code tolerance}, which floating point may overstep. */
    public static boolean agree(double one, double other, double tolerance) {
        double noise = 1e-9 * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
        return Math.abs(one - other) <= tolerance + noise;
    }
}
