package vn.chitieu.notebook.report;

import java.util.Locale;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/** Words on periods that several paragraphs of the report share. */
final class PeriodWords {

    private static final double SAME = 0.05;
    private static final int MONTHS = 12;

    private PeriodWords() {}

    /** Returns a text with a large first letter, as a sentence begins. */
    static String upperFirst(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int letter = text.offsetByCodePoints(0, 1);
        return text.substring(0, letter).toUpperCase(Locale.ROOT) + text.substring(letter);
    }

    /** Returns the part of the year that a figure is of, as a sentence begins. */
    static String first(ProgrammeView view, String period, String name) {
        boolean isYear = Period.hasForm(period) && Period.parse(period).frequency() == Frequency.A;
        return isYear ? view.text("report.year", Period.parse(period).year()) : upperFirst(name);
    }

    /**
     * Returns by how much a figure is above or below that of the same period of the year before.
     *
     * @param isYear whether the period is the whole year
     */
    static String change(ProgrammeView view, double percent, boolean isYear) {
        String direction = Math.abs(percent) < SAME ? "same" : percent < 0 ? "down" : "up";
        return view.text("report.level." + direction + (isYear ? ".year" : ""), view.percent(Math.abs(percent), 1));
    }

    /** Returns whether a period ends with its year. */
    static boolean isWhole(MartRow row) {
        return place(row).lastMonth() == MONTHS;
    }

    /** Returns whether a row holds all months of the year up to its end. */
    static boolean isSinceStart(MartRow row) {
        String period = row.text("period");
        return ReportingPeriod.hasForm(period)
                && (place(row).index() == 1 || row.text("accumulation").equals("C"));
    }

    static Period place(MartRow row) {
        return ReportingPeriod.placeOf(row.text("period"));
    }

    /** Returns whether a period ends with the same month of the same year as a row. */
    static boolean endsWith(String period, MartRow row) {
        return ReportingPeriod.hasForm(period)
                && ReportingPeriod.placeOf(period).year() == place(row).year()
                && ReportingPeriod.placeOf(period).lastMonth() == place(row).lastMonth();
    }
}
