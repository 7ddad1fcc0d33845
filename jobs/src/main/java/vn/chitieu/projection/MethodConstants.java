package vn.chitieu.projection;

/**
 * The fixed numbers of the method, chosen once on public series; {@code constants.csv} beside this package says them.
 *
 * @param seasonalDiscount weight per year back in the seasonal effects
 * @param fastSeasonalDiscount the same where seasonal effects forget fast
 * @param temper exponent of the likelihood of a grid point
 * @param calendarT least |t| of a calendar regressor
 * @param outlierThreshold size of an outlier in robust standard deviations of the irregular
 * @param drift what is kept of drifts and mean growth
 * @param backtestDiscount weight per year back in the backtest
 * @param mostBacktestYears years of backtest that give the weights
 * @param priorYears weight of equal weights, in years of backtest
 * @param power exponent of the relative mean squared error in the weights
 * @param errorCap largest scaled error of the backtest
 * @param trim weight cut at each end of the sorted projections
 * @param mostHistoryYears years of history used
 * @param mostSigma largest predictive scale
 * @param clip largest innovation of the robust members, in running scales
 * @param halfLifeYears half-life of the discounted regression
 */
record MethodConstants(
        double seasonalDiscount,
        double fastSeasonalDiscount,
        double temper,
        double calendarT,
        double outlierThreshold,
        double drift,
        double backtestDiscount,
        int mostBacktestYears,
        double priorYears,
        double power,
        double errorCap,
        double trim,
        int mostHistoryYears,
        double mostSigma,
        double clip,
        double halfLifeYears) {}
