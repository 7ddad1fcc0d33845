package vn.chitieu.notebook.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;

/** How projections are made, and how good they were. */
final class AccuracyChapter {

    private AccuracyChapter() {}

    /** Returns the chapter; where nothing of the area has come out yet it says so. */
    static Chapter of(ProgrammeView view) {
        List<Exhibit> exhibits = new ArrayList<>(List.of(methods(view)));
        EarlierVerdicts.of(view).ifPresent(exhibits::add);
        exhibits.addAll(TrackExhibits.of(view));
        exhibits.addAll(BacktestExhibits.of(view));
        return new Chapter(
                "accuracy",
                view.text("chapter.accuracy"),
                List.of(Calibration.sentence(view), view.text("accuracy.lead"), view.text("accuracy.law")),
                exhibits);
    }

    private static Exhibit methods(ProgrammeView view) {
        Map<String, List<MartRow>> byMethod = new TreeMap<>();
        MartRows.of(view.marts(), MartTables.PROJECTION)
                .where("area_code", view.programme().areaCode())
                .forEach(row -> byMethod.computeIfAbsent(row.text("method_code"), m -> new ArrayList<>())
                        .add(row));
        String heading = view.text("methods.heading");
        if (byMethod.isEmpty()) {
            return Exhibit.words("method", heading, view.text("methods.none", view.area()));
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        byMethod.forEach((method, series) -> {
            String name = view.texts()
                    .texts()
                    .find("method." + method)
                    .orElseGet(() -> PlainText.cut(PlainText.oneLine(method), 60));
            names.put(method, name);
            long withoutYear = series.stream()
                    .filter(row -> row.text("flag").contains("no_data_this_year"))
                    .count();
            rows.add(List.of(name, String.valueOf(series.size()), String.valueOf(withoutYear)));
        });
        int count = byMethod.values().stream().mapToInt(List::size).sum();
        return Exhibit.words("method", heading, view.text("methods.sentence", view.area(), count, names.size()))
                .tabled(FigureTable.ofNumbers(
                        heading,
                        view.text("methods.column"),
                        List.of(view.text("methods.series"), view.text("methods.no_data")),
                        rows))
                .from(MartQuery.of("projections", MartTables.PROJECTION.name())
                        .where("area_code", view.programme().areaCode())
                        .orderBy("indicator_code", "activity_code", "price_basis")
                        .columns(
                                "indicator_code",
                                "activity_code",
                                "price_basis",
                                "observed_periods",
                                "point",
                                "p10",
                                "p90",
                                "method_code",
                                "history_years"));
    }
}
