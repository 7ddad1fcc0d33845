package vn.chitieu.observation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.Words;

/**
 * A period with the days that it has. As text it is the {@link Period} itself where the year is that of the calendar,
 * and else the reporting period of SDMX with its first day: {@code 2025-M01/2024-07-01} is July 2024, the first month
 * of the year 2025.
 */
public record ReportingPeriod(Period period, ReportingYear year) implements Comparable<ReportingPeriod> {

    private static final Words WORDS = Words.of("observation");
    private static final Pattern DATED = Pattern.compile("(\\d{4})-([ASQM])(\\d{1,2})/(\\d{4}-\\d{2})-01");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static ReportingPeriod parse(String text) {
        Matcher dated = DATED.matcher(text);
        if (!dated.matches()) {
            return new ReportingPeriod(Period.parse(text), ReportingYear.CALENDAR);
        }
        Period period = new Period(
                Integer.parseInt(dated.group(1)), Frequency.valueOf(dated.group(2)), Integer.parseInt(dated.group(3)));
        YearMonth inCalendar = YearMonth.from(ReportingYear.CALENDAR.start(period));
        YearMonth first = YearMonth.parse(dated.group(4));
        int lead = 12 * (inCalendar.getYear() - first.getYear()) + inCalendar.getMonthValue() - first.getMonthValue();
        return new ReportingPeriod(period, new ReportingYear(lead));
    }

    /** Returns whether a text has the form of one, whether or not there is such a period. */
    public static boolean hasForm(String text) {
        return DATED.matcher(text).matches() || Period.hasForm(text);
    }

    /** Returns the place in the year that a text names, whichever year that is. */
    public static Period placeOf(String text) {
        return parse(text).period();
    }

    public LocalDate start() {
        return year.start(period);
    }

    public LocalDate end() {
        return year.end(period);
    }

    /**
     * Returns it as SDMX writes time: in calendar time, of another year than that as a range, {@code 2024-07-01/P12M}.
     */
    public String inSdmx() {
        return year.isCalendar() ? period.toString() : start() + "/P" + period.months() + "M";
    }

    /** Returns the calendar month that it ends in, 1 to 12. */
    public int lastMonth() {
        return end().getMonthValue();
    }

    /** Returns its name, with the calendar months that it has where its year is not that of the calendar. */
    public LocalizedText name() {
        if (year.isCalendar()) {
            String key = "rule.period." + period.frequency();
            String ofYear = Integer.toString(period.year());
            return switch (period.frequency()) {
                case A -> WORDS.text(key, ofYear);
                case S, Q -> WORDS.text(key + "." + period.index(), ofYear);
                case M -> monthOf(end());
            };
        }
        return switch (period.frequency()) {
            case M -> monthOf(end());
            case A -> WORDS.text("reporting.A", period.year(), monthOf(start()), monthOf(end()));
            case S, Q ->
                WORDS.text(
                        "reporting." + period.frequency(),
                        period.index(),
                        period.year(),
                        monthOf(start()),
                        monthOf(end()));
        };
    }

    /** Returns the months of its year up to its end, for a year other than that of the calendar. */
    public LocalizedText throughName() {
        return period.frequency() == Frequency.A
                ? name()
                : WORDS.text("reporting.through", monthOf(year.start(Period.ofYear(period.year()))), monthOf(end()));
    }

    private static LocalizedText monthOf(LocalDate day) {
        return WORDS.text("rule.period.M", PrintedDay.month(day.getMonthValue()), Integer.toString(day.getYear()));
    }

    /** Orders by the place in the year, as {@link Period} does. */
    @Override
    public int compareTo(ReportingPeriod other) {
        int byPlace = period.compareTo(other.period);
        return byPlace != 0 ? byPlace : Integer.compare(other.year.lead(), year.lead());
    }

    @Override
    public String toString() {
        if (year.isCalendar()) {
            return period.toString();
        }
        String index = period.frequency() == Frequency.M && period.index() < 10 ? "0" : "";
        return String.format(
                Locale.ROOT, "%d-%s%s%d/%s", period.year(), period.frequency(), index, period.index(), start());
    }
}
