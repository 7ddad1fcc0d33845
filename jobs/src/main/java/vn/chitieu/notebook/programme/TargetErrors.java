package vn.chitieu.notebook.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.rows.RememberedMarts;
import vn.chitieu.observation.ReportingPeriod;

/**
 * What is wrong with figures that a target rests on: findings of severity error about its indicator, its growth or what
 * it is a part of, in the year of the target or the year before.
 */
public final class TargetErrors {

    private static final String ERROR = "error";

    /** Found of targets, not of figures. */
    private static final String AUDIT = "audit";

    private TargetErrors() {}

    /** Returns the errors of each target of a programme that has any, in the order of the table of targets. */
    public static Map<String, List<MartRow>> of(MartReader marts, String programmeId) {
        Map<String, List<MartRow>> byTarget = new LinkedHashMap<>();
        for (MartRow target : MartRows.of(marts, MartTables.TARGET_ATTAINMENT).where("programme_id", programmeId)) {
            if (target.isTrue("is_headline")) {
                List<MartRow> errors = of(marts, target);
                if (!errors.isEmpty()) {
                    byTarget.put(target.text("target_id"), errors);
                }
            }
        }
        return byTarget;
    }

    /**
     * Returns the errors of one target, in the order of the table of findings.
     *
     * @param target its row in the table of targets
     */
    public static List<MartRow> of(MartReader marts, MartRow target) {
        List<MartRow> errors = new ArrayList<>();
        Map<String, String> errorsOfArea = Map.of("severity_code", ERROR, "area_code", target.text("area_code"));
        for (MartRow finding : MartRows.of(marts, MartTables.FINDING).where(errorsOfArea)) {
            boolean isOfFigure = !finding.text("kind_code").equals(AUDIT);
            if (isOfFigure && isOfYear(finding, target) && restsOn(target, finding)) {
                errors.add(finding);
            }
        }
        return errors;
    }

    /** Returns the ids of all errors that any target rests on. */
    public static Set<String> ids(MartReader marts) {
        Set<String> ids = new TreeSet<>();
        MartReader once = RememberedMarts.of(marts);
        for (MartRow target : MartRows.of(once, MartTables.TARGET_ATTAINMENT)) {
            of(once, target).forEach(finding -> ids.add(finding.text("finding_id")));
        }
        return ids;
    }

    private static boolean isOfYear(MartRow finding, MartRow target) {
        String period = finding.text("period");
        if (!ReportingPeriod.hasForm(period)) {
            return false;
        }
        int year = ReportingPeriod.placeOf(period).year();
        int ofTarget = target.integer("year").orElseThrow();
        return year == ofTarget || year == ofTarget - 1;
    }

    private static boolean restsOn(MartRow target, MartRow finding) {
        String indicator = target.text("indicator_code");
        String found = finding.text("indicator_code");
        String measure = target.text("measure_code");
        boolean isItself =
                found.equals(indicator) || found.equals(indicator + "_growth") || found.equals(indicator + "_share");
        if (isItself) {
            // A subject that names a figure begins with its key: area, indicator, activity.
            String series = target.text("area_code") + "." + found + ".";
            String subject = finding.text("subject");
            return !subject.startsWith(series) || subject.startsWith(series + target.text("activity_code") + ".");
        }
        return switch (measure) {
            case "share_of_grdp" -> AccountIndicators.isProduct(found);
            case "per_capita" -> found.equals("population") || found.equals(indicator + "_per_capita");
            default ->
                indicator.equals("trade_balance")
                        && Set.of("exports", "imports").contains(found);
        };
    }
}
