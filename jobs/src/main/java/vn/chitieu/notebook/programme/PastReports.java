package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.Period;

/**
 * What earlier runs reported of all programmes, and what is not there.
 *
 * @param reports of each programme the latest first
 * @param missing months between the first run of the history and the present one of which the history holds no run, in
 *     stretches of one or more
 * @param lost findings that a history could not be carried on
 */
public record PastReports(List<PastReport> reports, List<Stretch> missing, List<MartRow> lost) {

    public PastReports {
        reports = List.copyOf(reports);
        missing = List.copyOf(missing);
        lost = List.copyOf(lost);
    }

    /** Months that follow each other. */
    public record Stretch(YearMonth first, YearMonth last) {

        /** Returns the first and the last month; one if they are the same. */
        public List<Period> periods() {
            return Stream.of(first, last)
                    .distinct()
                    .map(month -> Period.parse(month.toString()))
                    .toList();
        }
    }

    /** Returns the reports of the programmes of a run, at least one. */
    public static PastReports of(MartReader reader, Collection<ProgrammeAttainment> programmes) {
        LocalDate asOf = programmes.iterator().next().asOf();
        return new PastReports(
                programmes.stream()
                        .flatMap(programme -> PastReport.of(reader, programme).stream())
                        .toList(),
                missing(reader, YearMonth.from(asOf)),
                MartRows.of(reader, MartTables.FINDING).where("rule_code", "history_begins_anew").stream()
                        .toList());
    }

    private static List<Stretch> missing(MartReader reader, YearMonth now) {
        TreeSet<YearMonth> told = MartRows.of(reader, MartTables.TARGET_HISTORY).stream()
                .map(row -> YearMonth.from(row.date("as_of_date").orElseThrow()))
                .collect(Collectors.toCollection(TreeSet::new));
        told.add(now);
        List<Stretch> missing = new ArrayList<>();
        for (YearMonth month : told.headSet(now)) {
            YearMonth next = told.higher(month);
            if (next != null && next.isAfter(month.plusMonths(1))) {
                missing.add(new Stretch(month.plusMonths(1), next.minusMonths(1)));
            }
        }
        return missing;
    }
}
