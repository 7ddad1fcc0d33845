package vn.chitieu.notebook;

import java.util.OptionalDouble;

/** A programme as a reader of one language sees it, and the published tables around it. */
record ProgrammeView(MartReader marts, ProgrammeAttainment programme, TargetTexts texts) {

    String text(String key, Object... arguments) {
        return texts.texts().text(key, arguments);
    }

    /** Returns which figures are used: those known by the as-of date, of a closed programme by the day it closed. */
    String dates() {
        String knownBy = texts.numbers().date(programme.knownBy());
        return programme.knownBy().equals(programme.asOf())
                ? text("page.as_of", knownBy)
                : text("page.as_of.closed", knownBy, texts.numbers().date(programme.asOf()));
    }

    /** Returns the name of the programme's area. */
    String area() {
        return PageBlock.shortened(programme.areaName(texts.language()));
    }

    /** Returns what gross product is called: of a nation or of a region. */
    String product() {
        return text(programme.isNation() ? "grdp.total.country" : "grdp.total");
    }

    /** Returns a number for a cell or a sentence, or the sign for none. */
    String number(OptionalDouble value, int decimals) {
        return value.isEmpty() ? TargetTexts.NONE : number(value.getAsDouble(), decimals);
    }

    String number(double value, int decimals) {
        return texts.numbers().number(value, decimals);
    }

    String percent(double value, int decimals) {
        return texts.numbers().percent(value, decimals);
    }
}
