package vn.chitieu.projection.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.observation.codelist.CodelistFile;

/**
 * Tết: the seven days before and the seven days after lunar New Year's Day, which fall in January and February in
 * turns.
 *
 * <p>In years without a date the holiday counts as falling in its usual way, so that nothing is adjusted for it.
 */
public final class LunarNewYear implements MovingHoliday {

    private static final long serialVersionUID = 1L;
    private static final int DAYS_EACH_SIDE = 7;

    /** Output falls by a fifth for two weeks: more than trading days move it, and more than many series vary. */
    private static final int REFITS = 2;

    private final TreeMap<Integer, double[]> deviations = new TreeMap<>();

    private LunarNewYear(SortedMap<Integer, LocalDate> newYearsDays) {
        double[] longRun = new double[12];
        for (Map.Entry<Integer, LocalDate> entry : newYearsDays.entrySet()) {
            double[] shares = shares(entry.getKey(), entry.getValue());
            deviations.put(entry.getKey(), shares);
            for (int j = 0; j < longRun.length; j++) {
                longRun[j] += shares[j] / newYearsDays.size();
            }
        }
        for (double[] ofYear : deviations.values()) {
            for (int j = 0; j < longRun.length; j++) {
                ofYear[j] -= longRun[j];
            }
        }
    }

    /**
     * Returns the holiday with the given New Year's Days.
     *
     * @param newYearsDays by their year
     */
    public static LunarNewYear of(SortedMap<Integer, LocalDate> newYearsDays) {
        return new LunarNewYear(newYearsDays);
    }

    /**
     * Reads a file of {@code codelist}: New Year's Days in columns {@code year, date}.
     *
     * @throws vn.chitieu.catalog.DataException if the file cannot be read or a date is none of its year
     */
    public static LunarNewYear read(Path datasets, String file) {
        return of(new TreeMap<>(CodelistFile.read(datasets, file, "year", "date")
                .byKey(line -> line.whole("year"), LunarNewYear::day)));
    }

    private static LocalDate day(CodelistFile.Line line) {
        LocalDate day = line.day("date");
        if (line.whole("year") != day.getYear()) {
            throw line.refused("codelist.year_of_day", "year", day);
        }
        return day;
    }

    private static double[] shares(int year, LocalDate newYearsDay) {
        double[] shares = new double[12];
        for (int day = -DAYS_EACH_SIDE; day <= DAYS_EACH_SIDE; day++) {
            LocalDate date = newYearsDay.plusDays(day);
            if (day != 0 && date.getYear() == year) {
                shares[date.getMonthValue() - 1] += 1.0 / (2 * DAYS_EACH_SIDE);
            }
        }
        return shares;
    }

    @Override
    public double deviation(int year, int month) {
        double[] ofYear = deviations.get(year);
        return ofYear == null ? 0 : ofYear[month - 1];
    }

    @Override
    public int refits() {
        return REFITS;
    }
}
