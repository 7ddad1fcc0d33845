package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.text.Texts;

/**
 * What an earlier run said of a programme: of each month the last, as the history keeps it for good.
 *
 * @param asOf the day whose figures the run knew
 * @param judged rows of {@code target_history} by target, in the order of the programme
 */
public record PastReport(ProgrammeAttainment programme, LocalDate asOf, Map<Target, MartRow> judged) {

    public PastReport {
        judged = Collections.unmodifiableMap(new LinkedHashMap<>(judged));
    }

    /**
     * Returns the reports of the months before that of the present run, the latest first. A report that only repeats
     * the evaluation of the present one, as those after a programme closed, is none.
     */
    public static List<PastReport> of(MartReader reader, ProgrammeAttainment programme) {
        LocalDate shown = programme.evaluatedOn().orElse(programme.asOf());
        YearMonth now = YearMonth.from(programme.asOf());
        TreeMap<LocalDate, List<MartRow>> days = MartRows.of(reader, MartTables.TARGET_HISTORY)
                .where("programme_id", programme.programmeId())
                .sortedBy("as_of_date", "run_no")
                .stream()
                .filter(row -> !row.date("evaluated_on").orElseThrow().equals(shown))
                .filter(row -> YearMonth.from(day(row)).isBefore(now))
                .collect(Collectors.groupingBy(PastReport::day, TreeMap::new, Collectors.toList()));
        List<PastReport> reports = new ArrayList<>();
        YearMonth month = now;
        for (Map.Entry<LocalDate, List<MartRow>> day : days.descendingMap().entrySet()) {
            if (YearMonth.from(day.getKey()).isBefore(month)) {
                month = YearMonth.from(day.getKey());
                reports.add(new PastReport(programme, day.getKey(), judged(programme, day.getValue())));
            }
        }
        return reports;
    }

    private static LocalDate day(MartRow row) {
        return row.date("as_of_date").orElseThrow();
    }

    private static Map<Target, MartRow> judged(ProgrammeAttainment programme, List<MartRow> rows) {
        Map<String, MartRow> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.text("target_id"), row)); // of the runs of a day the last counts
        Map<Target, MartRow> judged = new LinkedHashMap<>();
        for (Target target : programme.targets()) {
            MartRow row = last.get(target.id());
            if (row != null) {
                judged.put(target, row);
            }
        }
        return judged;
    }

    /** Returns how many targets had which verdict, in one sentence. */
    public String verdicts(Texts texts) {
        Map<VerdictWord, Integer> counts = new EnumMap<>(VerdictWord.class);
        judged.values().forEach(row -> counts.merge(VerdictWord.of(row), 1, Integer::sum));
        return texts.text(
                "rollup.targets",
                judged.size(),
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().word(texts))
                        .collect(Collectors.joining(", ")));
    }
}
