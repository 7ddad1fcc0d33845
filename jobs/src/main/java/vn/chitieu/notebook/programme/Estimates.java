package vn.chitieu.notebook.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

/** What others estimated of the year of a target. */
public final class Estimates {

    private static final String OFFICIAL = "official";

    private Estimates() {}

    /**
     * Returns the reviews of the estimates of a target, the unit's own first. Of a year that is known, what an official
     * source printed is no estimate where it is the outcome itself, rounded as it was printed.
     */
    public static List<MartRow> of(MartReader marts, Target target) {
        return MartRows.of(marts, MartTables.ESTIMATE_REVIEW)
                .where("programme_id", target.headline().text("programme_id"))
                .where("target_id", target.id())
                .sortedBy("-estimate_code")
                .stream()
                .filter(review -> !(target.isComplete() && isOutcome(review, target.headline())))
                .toList();
    }

    private static boolean isOutcome(MartRow review, MartRow headline) {
        OptionalDouble outcome = headline.number("actual_to_date");
        OptionalDouble printed = review.number("estimate");
        if (!review.text("estimate_code").equals(OFFICIAL) || outcome.isEmpty() || printed.isEmpty()) {
            return false;
        }
        int decimals = Math.max(
                0,
                BigDecimal.valueOf(printed.getAsDouble()).stripTrailingZeros().scale());
        double halfOfLastDigit = Math.pow(10, -decimals) / 2;
        return Math.abs(outcome.getAsDouble() - printed.getAsDouble()) <= halfOfLastDigit;
    }
}
