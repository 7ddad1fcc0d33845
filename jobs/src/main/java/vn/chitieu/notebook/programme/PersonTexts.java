package vn.chitieu.notebook.programme;

import java.util.List;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;

/** Judgements of persons in sentences, beside the projection that they do not replace. */
public final class PersonTexts {

    private static final int REASON_LETTERS = 400;

    private PersonTexts() {}

    /** Returns a sentence for each judgement in force on a target. */
    public static List<String> of(MartReader marts, TargetTexts texts, String programmeId, String targetId) {
        return MartRows.of(marts, MartTables.EXPERT_JUDGEMENT)
                .where("programme_id", programmeId)
                .where("target_id", targetId)
                .stream()
                .map(row -> sentence(row, texts))
                .toList();
    }

    private static String sentence(MartRow row, TargetTexts texts) {
        double value = row.number("judgement_value").orElseThrow();
        String unit = row.text("unit_code");
        int decimals = NumberFormats.decimals(value, unit);
        String projected = row.number("point").isEmpty()
                ? texts.texts().text("person.no_projection")
                : texts.quantity(row.number("point").getAsDouble(), unit, decimals);
        return texts.texts()
                .text(
                        "person.sentence",
                        PlainText.oneLine(row.text("role")),
                        texts.quantity(value, unit, decimals),
                        texts.numbers().date(row.date("stated_on")),
                        texts.numbers().date(row.date("expires_on")),
                        PlainText.cut(PlainText.oneLine(row.text("judgement_reason")), REASON_LETTERS),
                        projected);
    }
}
