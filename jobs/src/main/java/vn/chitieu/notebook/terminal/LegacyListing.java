package vn.chitieu.notebook.terminal;

import java.util.List;
import java.util.Optional;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
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
        ConsoleTable<Carried> table = new ConsoleTable<Carried>(texts)
                .text("column.no", 4, 0, of -> of.target().text("target_id"))
                .flexible("column.target", of -> name(reader, of.target(), language))
                .number("column.plan", 14, 0, of -> numbers.amount(of.plan(), of.unit()))
                .number("legacy.estimate", 14, 0, of -> numbers.amount(of.value(), of.unit()))
                .number(
                        "legacy.interval",
                        24,
                        0,
                        of -> numbers.amount(of.value() - of.spread(), of.unit()) + " … "
                                + numbers.amount(of.value() + of.spread(), of.unit()))
                .number(
                        "legacy.attainment",
                        12,
                        0,
                        of -> of.plan() > 0 ? numbers.percent(100 * of.value() / of.plan(), 1) : NumberFormats.NONE);
        List<Carried> carried =
                MartRows.of(reader, MartTables.TARGET_ATTAINMENT).where("programme_id", programmeId).stream()
                        .filter(row -> row.isTrue("is_headline")
                                && row.number("target_value").isPresent())
                        .flatMap(row -> figure(reader, row).map(figure -> new Carried(row, figure)).stream())
                        .toList();
        carried.forEach(table::row);
        return carried.isEmpty()
                ? Paragraph.of(texts.text("legacy.none", programmeId), width)
                : Paragraph.of(texts.text("legacy.heading", programmeId), width) + table.text(width);
    }

    /** A target and the figure of its indicator carried on for its whole year. */
    private record Carried(MartRow target, MartRow figure) {

        double plan() {
            return target.number("target_value").orElseThrow();
        }

        double value() {
            return figure.number("obs_value").orElseThrow();
        }

        double spread() {
            return WIDTH_OF_80 * figure.number("standard_error").orElse(0);
        }

        String unit() {
            return target.text("unit_code");
        }
    }

    private static Optional<MartRow> figure(MartReader reader, MartRow target) {
        return MartRows.of(reader, MartTables.AREA_HISTORY).where("area_code", target.text("area_code")).stream()
                .filter(row -> row.text("method_code").equals(METHOD)
                        && row.text("indicator_code").equals(target.text("indicator_code"))
                        && row.text("activity_code").equals(target.text("activity_code"))
                        && row.text("unit_code").equals(target.text("unit_code"))
                        && row.text("period")
                                .equals(Integer.toString(target.integer("year").orElse(0))))
                .findFirst();
    }

    private static String name(MartReader reader, MartRow target, Language language) {
        return MartRows.of(reader, MartTables.DIM_TARGET)
                .where("programme_id", target.text("programme_id"))
                .where("target_id", target.text("target_id"))
                .first()
                .map(row -> row.label("target_name", language))
                .orElse("");
    }
}
