package vn.chitieu.notebook.programme;

import java.util.OptionalDouble;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.Period;

/** A programme as a reader of one language sees it, and the published tables around it. */
public record ProgrammeView(MartReader marts, ProgrammeAttainment programme, TargetTexts texts) {

    public String text(String key, Object... arguments) {
        return texts.texts().text(key, arguments);
    }

    /** Returns which figures are used: those known by the as-of date, of a closed programme by the day it closed. */
    public String dates() {
        String knownBy = texts.numbers().date(programme.knownBy());
        return programme.knownBy().equals(programme.asOf())
                ? text("page.as_of", knownBy)
                : text("page.as_of.closed", knownBy, texts.numbers().date(programme.asOf()));
    }

    /** Returns the name of the programme's area. */
    public String area() {
        return PlainText.shortened(programme.areaName(texts.language()));
    }

    /** Returns what gross product is called: of a nation or of a region. */
    public String product() {
        return text(programme.isNation() ? "grdp.total.country" : "grdp.total");
    }

    /** Returns the form of the whole years in tables of the area. */
    public String years() {
        boolean isOfCalendar =
                MartRows.of(marts, MartTables.TARGET_ATTAINMENT).where("area_code", programme.areaCode()).stream()
                        .map(row -> row.text("actual_period"))
                        .allMatch(period -> period.isEmpty() || Period.hasForm(period));
        return isOfCalendar ? "[0-9]{4}" : "[0-9]{4}-A1/.*";
    }

    /** Returns a number for a cell or a sentence, or the sign for none. */
    public String number(OptionalDouble value, int decimals) {
        return texts.numbers().number(value, decimals);
    }

    public String number(double value, int decimals) {
        return texts.numbers().number(value, decimals);
    }

    public String percent(double value, int decimals) {
        return texts.numbers().percent(value, decimals);
    }
}
