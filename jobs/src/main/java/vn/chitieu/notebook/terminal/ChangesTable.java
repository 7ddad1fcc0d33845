package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.Movement;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ConsoleTable.Column;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** Why numbers moved since the run before, cause by cause, for a person at a terminal. */
public final class ChangesTable {

    private final MartReader reader;
    private final TargetTexts texts;

    private ChangesTable(MartReader reader, Language language) {
        this.reader = reader;
        this.texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
    }

    /**
     * Returns each number that moved with what each cause added, targets first; or that there was no run before, or
     * that nothing moved. Every text ends with a line feed.
     *
     * @param width columns of the terminal
     */
    public static String text(MartReader reader, Language language, int width) {
        return new ChangesTable(reader, language).text(width);
    }

    private String text(int width) {
        Texts words = texts.texts();
        String before = MartRows.of(reader, MartTables.RUN).first().stream()
                .map(run -> run.text("previous_run_id"))
                .findFirst()
                .orElse("");
        MartRows rows = MartRows.of(reader, MartTables.CHANGE_EXPLANATION);
        Optional<MartRow> any = rows.first();
        if (any.isEmpty()) {
            return paragraph(
                    before.isEmpty() ? words.text("changes.first") : words.text("changes.none", before), width);
        }
        ConsoleTable table = new ConsoleTable(List.of(
                Column.flexible(words.text("changes.number")),
                Column.number(words.text("changes.before"), 14, 0),
                Column.number(words.text("changes.method"), 12, 0),
                Column.number(words.text("changes.revised_data"), 12, 0),
                Column.number(words.text("changes.new_data"), 12, 0),
                Column.number(words.text("changes.target"), 12, 0),
                Column.number(words.text("changes.after"), 14, 0)));
        add(table, rows, Movement.PROBABILITY, words.text("changes.targets"));
        add(table, rows, Movement.POINT, words.text("changes.projections"));
        return paragraph(
                        words.text(
                                "changes.heading",
                                before,
                                texts.numbers()
                                        .date(any.get()
                                                .date("previous_as_of_date")
                                                .orElseThrow())),
                        width)
                + table.text(width)
                + paragraph(words.text("changes.legend"), width);
    }

    private void add(ConsoleTable table, MartRows rows, String quantity, String heading) {
        List<Movement> moved = Movement.of(rows, quantity, row -> true);
        if (!moved.isEmpty()) {
            table.heading(heading);
        }
        moved.forEach(movement -> table.row(
                name(movement.row()),
                movement.beforeCell(texts),
                movement.effectCell("method", texts),
                movement.effectCell("revised_data", texts),
                movement.effectCell("new_data", texts),
                movement.effectCell("target", texts),
                movement.afterCell(texts)));
    }

    private String name(MartRow row) {
        Language language = texts.language();
        if (!row.text("programme_id").isEmpty()) {
            return MartRows.of(reader, MartTables.DIM_TARGET)
                    .where("programme_id", row.text("programme_id"))
                    .where("target_id", row.text("target_id"))
                    .first()
                    .map(target -> row.text("target_id") + " " + target.label("target_name", language) + " ("
                            + row.text("programme_id") + ")")
                    .orElse(row.text("subject_id"));
        }
        String activity = row.text("activity_code");
        return Stream.of(
                        row.text("area_code"),
                        label(MartTables.DIM_INDICATOR.name(), "indicator", row.text("indicator_code")),
                        activity.equals("_T") ? "" : label(MartTables.DIM_ACTIVITY.name(), "activity", activity),
                        texts.texts()
                                .find("accuracy.price." + row.text("price_basis"))
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String label(String table, String stem, String code) {
        return MartRows.of(reader.table(table))
                .where(stem + "_code", code)
                .first()
                .map(row -> row.label(stem + "_name", texts.language()))
                .orElse(code);
    }

    private static String paragraph(String text, int width) {
        return String.join("\n", PlainText.wrap(PlainText.oneLine(text), width)) + "\n";
    }
}
