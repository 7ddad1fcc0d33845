package vn.chitieu.notebook.exhibit;

import java.util.stream.Collectors;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.programme.SeriesNames;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.PlainText;

/** What a table of a target shows, and in which unit. */
final class TargetCaption {

    private TargetCaption() {}

    /**
     * Returns the name of the target; of figures in another unit, as those of a rate whose fall is the target, the name
     * of their series.
     */
    static String of(Target target, String unitCode, ProgrammeView view) {
        MartRow row = target.headline();
        String name = row.text("unit_code").equals(unitCode)
                ? target.name(view.texts().language())
                : new SeriesNames(view.marts(), view.texts().texts())
                        .parts(target.projection().orElse(row))
                        .collect(Collectors.joining(SeriesNames.BETWEEN));
        return view.text("twin.caption", PlainText.shortened(name), view.texts().unit(unitCode));
    }
}
