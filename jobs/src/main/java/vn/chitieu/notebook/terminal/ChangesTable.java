package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.Movement;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.SeriesNames;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;

/** Why numbers moved since the run before, cause by cause, for a person at a terminal. */
public final class ChangesTable {

    private final MartReader reader;
    private final TargetTexts texts;
    private final SeriesNames names;

    private ChangesTable(MartReader reader, Language language) {
        this.reader = reader;
        this.texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        this.names = new SeriesNames(reader, texts.texts());
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
            return Paragraph.of(
                    before.isEmpty() ? words.text("changes.first") : words.text("changes.none", before), width);
        }
        ConsoleTable<Movement> table = new ConsoleTable<Movement>(words)
                .flexible("changes.number", movement -> name(movement.row()))
                .number("changes.before", 14, 0, movement -> movement.beforeCell(texts));
        Movement.CAUSES.forEach(
                cause -> table.number("changes." + cause, 12, 0, movement -> movement.effectCell(cause, texts)));
        table.number("changes.after", 14, 0, movement -> movement.afterCell(texts));
        add(table, rows, Movement.PROBABILITY, words.text("changes.targets"));
        add(table, rows, Movement.POINT, words.text("changes.projections"));
        String day = texts.numbers().date(any.get().date("previous_as_of_date").orElseThrow());
        return Paragraph.of(words.text("changes.heading", before, day), width)
                + table.text(width)
                + Paragraph.of(words.text("changes.legend"), width);
    }

    private static void add(ConsoleTable<Movement> table, MartRows rows, String quantity, String heading) {
        List<Movement> moved = Movement.of(rows, quantity, row -> true);
        if (!moved.isEmpty()) {
            table.heading(heading);
        }
        moved.forEach(table::row);
    }

    private String name(MartRow row) {
        if (!row.text("programme_id").isEmpty()) {
            return MartRows.of(reader, MartTables.DIM_TARGET)
                    .where("programme_id", row.text("programme_id"))
                    .where("target_id", row.text("target_id"))
                    .first()
                    .map(target -> row.text("target_id") + " " + target.label("target_name", texts.language()) + " ("
                            + row.text("programme_id") + ")")
                    .orElse(row.text("subject_id"));
        }
        return Stream.concat(Stream.of(row.text("area_code")), names.parts(row))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(SeriesNames.BETWEEN));
    }
}
