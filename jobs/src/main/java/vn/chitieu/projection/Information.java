package vn.chitieu.projection;

/**
 * How much is known of a series.
 *
 * @param month the last month of the projected year that a figure covers which the projection goes on from; 0 if none
 *     does
 * @param lastYear the last earlier year with an annual value; 0 if there is none
 */
record Information(int month, int lastYear) {

    static Information of(SeriesProjection projection) {
        boolean isComplete = projection.law() instanceof KnownValue;
        int month = projection.lastPeriod() == null
                        || projection.observedPeriods() == 0
                        || projection.methodCode().equals(AnnualProjection.METHOD)
                ? 0
                : projection.lastPeriod().lastMonth();
        int last = projection.history().stream()
                .mapToInt(SeriesProjection.PastYear::year)
                .max()
                .orElse(0);
        return new Information(isComplete ? 12 : month, last);
    }

    /** Returns whether the other is known further into the year or, where nothing of it is, to a later year. */
    boolean isLessThan(Information other) {
        return month != other.month ? month < other.month : month == 0 && lastYear < other.lastYear;
    }
}
