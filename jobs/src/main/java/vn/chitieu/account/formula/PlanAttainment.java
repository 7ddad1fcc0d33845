package vn.chitieu.account.formula;

/** The result to date in percent of the plan of the year, as departments report it. */
public final class PlanAttainment {

    private PlanAttainment() {}

    /**
     * Returns the attainment in percent.
     *
     * @throws IllegalArgumentException if the plan is not above 0
     */
    public static double pct(double actual, double plan) {
        if (!(plan > 0)) {
            throw new IllegalArgumentException("Expecting a plan above 0 but was " + plan);
        }
        return actual / plan * 100;
    }

    /**
     * Returns the plan that a published result and attainment imply.
     *
     * @throws IllegalArgumentException if the attainment is not above 0
     */
    public static double impliedPlan(double actual, double attainmentPct) {
        if (!(attainmentPct > 0)) {
            throw new IllegalArgumentException("Expecting an attainment above 0 percent but was " + attainmentPct);
        }
        return actual / attainmentPct * 100;
    }
}
