package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;

/**
 * What part of a year a figure covers: the first period of a year to date is the period itself, and so is the whole
 * year.
 */
record Span(Period period, Accumulation accumulation) {

    /** The days are those of the calendar year; {@link PeriodCodes} sets those of other years. */
    static final Columns<Span> DAYS = Columns.<Span>part()
            .required("first_day", DATE, span -> span.firstDay(ReportingYear.CALENDAR))
            .required("last_day", DATE, span -> span.lastDay(ReportingYear.CALENDAR))
            .required("is_cumulated", BOOLEAN, Span::isCumulated);

    static final Columns<Span> COLUMNS = Columns.<Span>part()
            .required("period", TEXT, span -> span.period().toString())
            .required("accumulation", TEXT, span -> span.accumulation().code())
            .required("frequency", TEXT, span -> span.period().frequency().name())
            .with(DAYS, span -> span);

    /** Returns whether it begins before its period does, so that it holds what earlier periods hold too. */
    boolean isCumulated() {
        return accumulation == Accumulation.CUMULATED && period.index() > 1;
    }

    LocalDate firstDay(ReportingYear year) {
        return year.start(accumulation == Accumulation.CUMULATED ? Period.ofYear(period.year()) : period);
    }

    LocalDate lastDay(ReportingYear year) {
        return year.end(period);
    }
}
