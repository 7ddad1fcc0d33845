package vn.chitieu.projection.forecaster;

import java.io.Serializable;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.calendar.MovingHoliday;

/**
 * The fixed settings of the method: its numbers, chosen once on public series, which {@code constants.csv} beside this
 * package says, and the calendar of the country.
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
 * @param holiday what moves between months from year to year
 * @param year when the year begins
 */
// Eighteen components: each line of constants.csv is one.
public record MethodConstants(
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
        double halfLifeYears,
        MovingHoliday holiday,
        ReportingYear year)
        implements Serializable {

    /** Returns the same settings for another calendar. */
    public MethodConstants with(MovingHoliday otherHoliday, ReportingYear otherYear) {
        return new MethodConstants(
                seasonalDiscount,
                fastSeasonalDiscount,
                temper,
                calendarT,
                outlierThreshold,
                drift,
                backtestDiscount,
                mostBacktestYears,
                priorYears,
                power,
                errorCap,
                trim,
                mostHistoryYears,
                mostSigma,
                clip,
                halfLifeYears,
                otherHoliday,
                otherYear);
    }
}
