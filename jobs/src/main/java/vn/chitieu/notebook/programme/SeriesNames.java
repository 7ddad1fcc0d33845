package vn.chitieu.notebook.programme;

import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.text.Texts;

/** What projected series are called in one language. */
public final class SeriesNames {

    /** Stands between the parts of a name. */
    public static final String BETWEEN = " · ";

    private final CodeNames indicators;
    private final CodeNames activities;
    private final Texts texts;

    public SeriesNames(MartReader reader, Texts texts) {
        this.indicators = CodeNames.of(reader, MartTables.DIM_INDICATOR, texts.language());
        this.activities = CodeNames.of(reader, MartTables.DIM_ACTIVITY, texts.language());
        this.texts = texts;
    }

    /** Returns indicator, activity and prices of a row's series, as far as it has them. */
    public Stream<String> parts(MartRow row) {
        String activity = row.text("activity_code");
        return Stream.of(
                        indicators.of(row.text("indicator_code")),
                        activity.equals("_T") ? "" : activities.of(activity),
                        row.hasColumn("price_basis")
                                ? texts.find("accuracy.price." + row.text("price_basis"))
                                        .orElse("")
                                : "")
                .filter(part -> !part.isEmpty());
    }
}
