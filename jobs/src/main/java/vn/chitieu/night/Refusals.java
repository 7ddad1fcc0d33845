package vn.chitieu.night;

import java.util.HashSet;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.run.PublishedRun;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.TargetErrors;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.RememberedMarts;

/** What runs quarantined, refused or found wrong under a target, to know whether a later run does so with more. */
final class Refusals {

    private Refusals() {}

    /** Returns those of a run. */
    static Set<String> of(PublishedRun run) {
        Set<String> refusals = new HashSet<>();
        MartReader marts = RememberedMarts.of(MartReader.of(run));
        Table quarantine = marts.table(MartTables.QUARANTINE.name());
        for (Object[] row : quarantine.rows()) {
            if (Boolean.FALSE.equals(row[MartTables.QUARANTINE.indexOf("is_used")])) {
                refusals.add(row[MartTables.QUARANTINE.indexOf("delivery_id")] + "\n"
                        + row[MartTables.QUARANTINE.indexOf("rule_code")] + "\n"
                        + row[MartTables.QUARANTINE.indexOf("row_text")]);
            }
        }
        for (Object[] row : marts.table(MartTables.FINDING.name()).rows()) {
            if ("delivery_refused".equals(row[MartTables.FINDING.indexOf("rule_code")])) {
                refusals.add(String.valueOf(row[MartTables.FINDING.indexOf("message_en")]));
            }
        }
        refusals.addAll(TargetErrors.ids(marts));
        return refusals;
    }

    /** Returns those of an earlier run; nothing, as the log says, if another version wrote it. */
    static Set<String> before(PublishedRun run) {
        try {
            return of(run);
        } catch (DataException e) {
            LogManager.getLogger(Refusals.class).warn("all that is quarantined counts as new: {}", e.getMessage());
            return Set.of();
        }
    }
}
