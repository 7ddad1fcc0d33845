package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Optional;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.terminal.ConsoleTable.Column;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/**
 * What the targets of a dissolved territory would have come to by its last known share in the area it became part of.
 */
public final class LegacyListing {

    private static final String METHOD = "last_known_share";
    private static final double WIDTH_OF_80 = 1.2816; // normal quantile of 0.9

    private LegacyListing() {}

    /**
     * Returns the listing, or a sentence where the new area has published no figure to share yet. The text ends with a
     * line feed.
     *
     * @param width columns of the terminal
     */
    public static String text(MartReader reader, String programmeId, Language language, int width) {
        Texts texts = Words.of("notebook").in(language);
        NumberFormats numbers = NumberFormats.of(language);
        ConsoleTable table = new ConsoleTable(List.of(
                Column.text(texts.text("column.no"), 4, 0),
                Column.flexible(texts.text("column.target")),
                Column.number(texts.text("column.plan"), 14, 0),
                Column.number(texts.text("legacy.estimate"), 14, 0),
                Column.number(texts.text("legacy.interval"), 24, 0),
                Column.number(texts.text("legacy.attainment"), 12, 0)));
        int count = 0;
        for (MartRow row : MartRows.of(reader, MartTables.TARGET_ATTAINMENT).where("programme_id", programmeId)) {
            Optional<MartRow> carried = row.isTrue("is_headline") ? carried(reader, row) : Optional.empty();
            if (carried.isPresent() && row.number("target_value").isPresent()) {
                double value = carried.get().number("obs_value").orElseThrow();
                double spread =
                        WIDTH_OF_80 * carried.get().number("standard_error").orElse(0);
                double target = row.number("target_value").getAsDouble();
                String unit = row.text("unit_code");
                table.row(
                        row.text("target_id"),
                        name(reader, programmeId, row.text("target_id"), language),
                        numbers.amount(target, unit),
                        numbers.amount(value, unit),
                        numbers.amount(value - spread, unit) + " … " + numbers.amount(value + spread, unit),
                        target > 0 ? numbers.percent(100 * value / target, 1) : TargetTexts.NONE);
                count++;
            }
        }
        StringBuilder out = new StringBuilder();
        PlainText.wrap(texts.text(count == 0 ? "legacy.none" : "legacy.heading", programmeId), width)
                .forEach(line -> out.append(line).append('\n'));
        return count == 0 ? out.toString() : out.append(table.text(width)).toString();
    }

    /** Returns the figure of the target's indicator carried on for its whole year. */
    private static Optional<MartRow> carried(MartReader reader, MartRow target) {
        return MartRows.of(reader, MartTables.AREA_HISTORY).where("area_code", target.text("area_code")).stream()
                .filter(row -> row.text("method_code").equals(METHOD)
                        && row.text("indicator_code").equals(target.text("indicator_code"))
                        && row.text("activity_code").equals(target.text("activity_code"))
                        && row.text("unit_code").equals(target.text("unit_code"))
                        && row.text("period")
                                .equals(Integer.toString(target.integer("year").orElse(0))))
                .findFirst();
    }

    private static String name(MartReader reader, String programmeId, String targetId, Language language) {
        return MartRows.of(reader, MartTables.DIM_TARGET)
                .where("programme_id", programmeId)
                .where("target_id", targetId)
                .first()
                .map(row -> row.label("target_name", language))
                .orElse("");
    }
}
