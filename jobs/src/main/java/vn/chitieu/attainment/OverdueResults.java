package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.codelist.ReleaseDays;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.MissingPeriods;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.text.PrintedDay;

/**
 * Whether the result of a programme's year should be there and is not: then nothing is foretold of it any more.
 *
 * <p>A year whose last month alone is missing is still projected, for one month ends no target.
 *
 * @param evaluatedOn the day whose knowledge counts
 */
record OverdueResults(Programme programme, LocalDate evaluatedOn, ReleaseDays releaseDays) {

    private static final int MONTHS = 12;

    /** Returns why a projection is no verdict any more; empty while the result is not due, or all but a month known. */
    Optional<Reason> of(SeriesProjection series) {
        Period last = series.lastPeriod();
        int month = last == null || series.observedPeriods() == 0 ? 0 : last.lastMonth();
        if (month >= MONTHS - 1) {
            return Optional.empty();
        }
        return reason(month == 0 || last == null ? Frequency.A : last.frequency(), month, series.interpolated());
    }

    /** Returns the same of a figure that nobody could project. */
    Optional<Reason> of(Optional<Period> known) {
        return known.isPresent()
                ? reason(known.get().frequency(), known.get().lastMonth(), List.of())
                : reason(Frequency.A, 0, List.of());
    }

    /** Returns what limits the projection of a year of which the last month alone is overdue. */
    Optional<Reason> lastMonthOf(SeriesProjection series) {
        Period last = series.lastPeriod();
        return last == null || last.lastMonth() != MONTHS - 1
                ? Optional.empty()
                : since(last.frequency())
                        .map(day -> said(
                                "last_month_overdue",
                                day,
                                missing(last.frequency(), last.lastMonth(), series.interpolated())));
    }

    private Optional<Reason> reason(Frequency frequency, int month, List<Period> interpolated) {
        return since(frequency)
                .map(day -> month == 0
                        ? Reason.in("result_overdue", "result_overdue.nothing", PrintedDay.of(day))
                        : said("result_overdue", day, missing(frequency, month, interpolated)));
    }

    private Reason said(String code, LocalDate since, List<Period> missing) {
        int periods = missing.get(0).frequency().periodsPerYear();
        return Reason.of(
                code,
                PrintedDay.of(since),
                periods - missing.size(),
                periods,
                MissingPeriods.phrase(missing, releaseDays.years().of(programme.areaCode())));
    }

    /** Returns the day on which the result was due, if that has passed. */
    private Optional<LocalDate> since(Frequency frequency) {
        Period last = new Period(programme.year(), frequency, frequency.periodsPerYear());
        return releaseDays.first(programme.areaCode(), last).filter(evaluatedOn::isAfter);
    }

    private List<Period> missing(Frequency frequency, int month, List<Period> interpolated) {
        List<Period> missing = new ArrayList<>(interpolated);
        for (int i = 1; i <= frequency.periodsPerYear(); i++) {
            Period period = new Period(programme.year(), frequency, i);
            if (period.lastMonth() > month) {
                missing.add(period);
            }
        }
        return missing;
    }
}
