package vn.chitieu.projection.calendar;

import java.io.Serializable;

/**
 * A holiday that moves between months from year to year, by the part of its days that falls in each month as the
 * deviation from what is usual for that month of the year.
 */
public interface MovingHoliday extends Serializable {

    /**
     * Returns the deviation of a month, 0 on average over the years that the holiday is known for; 0 in a year that it
     * is not known for.
     *
     * @param month from 1 to 12
     */
    double deviation(int year, int month);

    /**
     * Returns how often its effect is fitted again after a first look: 0 where it is small beside the noise of the
     * series, some times where it would be cut like an outlier.
     */
    int refits();

    /** Returns the eight days up to and including Easter Sunday, known for every year. */
    static MovingHoliday easter() {
        return Easter.HOLIDAY;
    }
}
