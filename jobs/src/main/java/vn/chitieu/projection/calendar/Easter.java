package vn.chitieu.projection.calendar;

/** The eight days up to and including Easter Sunday. */
enum Easter implements MovingHoliday {
    HOLIDAY;

    private static final int LONG_RUN_FIRST_YEAR = 1930;
    private static final int LONG_RUN_LAST_YEAR = 2039;
    private static final double[] LONG_RUN_SHARE = new double[12];

    static {
        int years = LONG_RUN_LAST_YEAR - LONG_RUN_FIRST_YEAR + 1;
        for (int year = LONG_RUN_FIRST_YEAR; year <= LONG_RUN_LAST_YEAR; year++) {
            for (int month = 1; month <= 12; month++) {
                LONG_RUN_SHARE[month - 1] += share(year, month) / years;
            }
        }
    }

    @Override
    public double deviation(int year, int month) {
        return share(year, month) - LONG_RUN_SHARE[month - 1];
    }

    @Override
    public int refits() {
        return 0;
    }

    /** Returns the share of the eight days that falls in the month. */
    static double share(int year, int month) {
        if (month != 3 && month != 4) {
            return 0;
        }
        int easter = sundayAsDayOfMarch(year);
        int daysInMarch = Math.max(0, Math.min(8, 31 - (easter - 8)));
        return (month == 3 ? daysInMarch : 8 - daysInMarch) / 8.0;
    }

    /**
     * Returns the date of Easter Sunday, 1 April counting as 32: the Gregorian rule of the full moon on or after 21
     * March, with the century's solar and lunar corrections (Knuth, The Art of Computer Programming 1, 1.3.2, exercise
     * 14).
     */
    static int sundayAsDayOfMarch(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int droppedLeapYears = 3 * century / 4 - 12;
        int moonCorrection = (8 * century + 5) / 25 - 5;
        int sunday = 5 * year / 4 - droppedLeapYears - 10;
        int epact = Math.floorMod(11 * golden + 20 + moonCorrection - droppedLeapYears, 30);
        if ((epact == 25 && golden > 11) || epact == 24) {
            epact++;
        }
        int fullMoon = 44 - epact;
        if (fullMoon < 21) {
            fullMoon += 30;
        }
        return fullMoon + 7 - (sunday + fullMoon) % 7;
    }
}
