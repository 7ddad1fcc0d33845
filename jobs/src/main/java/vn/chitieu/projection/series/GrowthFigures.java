package vn.chitieu.projection.series;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.observation.Frequency;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/** Growth of one year so far against the same months of the year before, in percent, by the number of months. */
public final class GrowthFigures {

    private static final int MONTHS = 12;

    private final double[] toDate = new double[MONTHS + 1];

    private GrowthFigures() {
        Arrays.fill(toDate, Double.NaN);
    }

    /**
     * Returns the published rates of one year; the rate printed for the year itself goes before that of its December.
     */
    public static GrowthFigures published(List<DatedValue> ofYear) {
        GrowthFigures figures = new GrowthFigures();
        for (DatedValue value : ofYear) {
            int months = value.monthsFromJanuary();
            boolean isYear = value.period().frequency() == Frequency.A;
            if (months > 0 && (isYear || Double.isNaN(figures.toDate[months]))) {
                figures.toDate[months] = value.value();
            }
        }
        return figures;
    }

    /** Returns the rates between the figures of a year and of the year before, of a sum. */
    public static GrowthFigures between(YearFigures year, YearFigures before) {
        GrowthFigures figures = new GrowthFigures();
        for (int month = 1; month <= MONTHS; month++) {
            OptionalDouble now = month == MONTHS ? year.annual() : year.toDate(month);
            OptionalDouble then = month == MONTHS ? before.annual() : before.toDate(month);
            if (now.isPresent() && then.isPresent() && then.getAsDouble() > 0) {
                figures.toDate[month] = 100 * (now.getAsDouble() / then.getAsDouble() - 1);
            }
        }
        return figures;
    }

    /** Returns the growth of the first months, in percent; of 12 the growth of the year. */
    public OptionalDouble toDate(int month) {
        return Double.isNaN(toDate[month]) ? OptionalDouble.empty() : OptionalDouble.of(toDate[month]);
    }

    OptionalDouble annual() {
        return toDate(MONTHS);
    }

    /** Returns the last month of the year to date with a rate; 0 if there is none. */
    int lastMonth() {
        int month = MONTHS;
        while (month > 0 && Double.isNaN(toDate[month])) {
            month--;
        }
        return month;
    }
}
