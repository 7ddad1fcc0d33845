package vn.chitieu.notebook.exhibit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.AccuracyFigures;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.VerdictWord;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;

/** What runs of earlier days said of the targets of a programme, beside what is said now. */
final class EarlierVerdicts {

    /** The columns of days that a page has room for. */
    private static final int MOST_DAYS = 4;

    private EarlierVerdicts() {}

    /** Returns the table; empty where the record has no earlier day. */
    static Optional<Exhibit> of(ProgrammeView view) {
        MartQuery query = MartQuery.of("earlier", MartTables.TRACK_RECORD.name())
                .where("programme_id", view.programme().programmeId())
                .where("source", AccuracyFigures.OWN)
                .orderBy("target_id", "vintage_date")
                .columns("target_id", "vintage_date", "verdict_code", "stated_probability", "value", "value_outturn");
        TreeMap<LocalDate, Map<String, MartRow>> said = new TreeMap<>();
        for (MartRow row : query.rows(view.marts())) {
            row.date("vintage_date")
                    .filter(day -> day.isBefore(view.programme().knownBy())
                            && !row.text("verdict_code").isEmpty())
                    .ifPresent(day ->
                            said.computeIfAbsent(day, d -> new TreeMap<>()).put(row.text("target_id"), row));
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> days = shown(said);
        FigureColumns<Target> columns = new FigureColumns<Target>(view)
                .text("earlier.target", target -> target.heading(view.texts().language()));
        days.forEach(
                day -> columns.headed(view.texts().numbers().date(day), target -> Optional.ofNullable(said.get(day))
                        .map(ofDay -> ofDay.get(target.id()))
                        .map(row -> VerdictWord.of(row).label(view.texts().texts()))
                        .orElse(NumberFormats.NONE)));
        columns.headed(view.texts().numbers().date(view.programme().knownBy()), target -> target.verdict()
                .label(view.texts().texts()));
        String heading = view.text("earlier.heading");
        return Optional.of(Exhibit.words("earlier", heading, view.text("earlier.sentence", String.valueOf(said.size())))
                .tabled(columns.table(heading, view.programme().targets()))
                .noted(List.of(view.text("earlier.note")))
                .from(query));
    }

    /** Returns the first day, the last, and days evenly between them. */
    private static List<LocalDate> shown(SortedMap<LocalDate, Map<String, MartRow>> said) {
        List<LocalDate> all = List.copyOf(said.keySet());
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < MOST_DAYS; i++) {
            chosen.add(Math.round(i * (all.size() - 1) / (float) (MOST_DAYS - 1)));
        }
        return new ArrayList<>(chosen.stream().map(all::get).toList());
    }
}
