package vn.chitieu.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.Language;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.ConsoleTable.Column;

/** Why numbers moved since the run before, cause by cause, for a person at a terminal. */
public final class ChangesTable {

    private static final List<String> CAUSES = List.of("method", "revised_data", "new_data", "target");

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
        add(table, rows, "p_attain", words.text("changes.targets"));
        add(table, rows, "point", words.text("changes.projections"));
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
        Map<String, Map<String, MartRow>> subjects = new LinkedHashMap<>();
        rows.where("quantity_code", quantity)
                .sortedBy("subject_id", "position")
                .forEach(row -> subjects.computeIfAbsent(row.text("subject_id"), id -> new LinkedHashMap<>())
                        .put(row.text("cause_code"), row));
        if (!subjects.isEmpty()) {
            table.heading(heading);
        }
        subjects.values().forEach(causes -> {
            List<MartRow> steps = CAUSES.stream()
                    .flatMap(cause -> Stream.ofNullable(causes.get(cause)))
                    .toList();
            MartRow first = steps.get(0);
            MartRow last = steps.get(steps.size() - 1);
            table.row(
                    name(first),
                    number(first.number("value_before"), first, last, false),
                    effect(causes, "method", last),
                    effect(causes, "revised_data", last),
                    effect(causes, "new_data", last),
                    effect(causes, "target", last),
                    number(last.number("value_after"), first, last, false));
        });
    }

    private String effect(Map<String, MartRow> causes, String cause, MartRow last) {
        MartRow row = causes.get(cause);
        OptionalDouble effect = row == null ? OptionalDouble.empty() : row.number("effect");
        return row == null || effect.orElse(0) == 0 ? TargetTexts.NONE : number(effect, row, last, true);
    }

    private String number(OptionalDouble value, MartRow row, MartRow last, boolean isEffect) {
        double number = value.orElseThrow();
        String text;
        if (row.text("quantity_code").equals("p_attain")) {
            text = isEffect
                    ? texts.numbers().number(100 * number, 1)
                    : texts.numbers().percent(100 * number, 1);
        } else {
            int decimals = NumberFormats.decimals(last.number("value_after").orElseThrow(), row.text("unit_code"));
            text = texts.numbers().number(number, decimals);
        }
        return isEffect && number > 0 ? "+" + text : text;
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
