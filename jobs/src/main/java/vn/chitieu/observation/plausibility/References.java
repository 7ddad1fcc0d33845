package vn.chitieu.observation.plausibility;

import java.util.List;

/**
 * What the office holds typed figures against besides the figures that it knows.
 *
 * @param plans of every programme
 * @param identities between indicators of one area and period
 */
public record References(List<PlannedFigure> plans, List<Identity> identities) {

    public static final References NONE = new References(List.of(), List.of());

    public References {
        plans = List.copyOf(plans);
        identities = List.copyOf(identities);
    }

    /**
     * Figures of one area and period that belong together.
     *
     * @param isSum whether the parts make the total, rather than each being at most the total
     * @param share how far apart they may be, as a share of the total
     */
    public record Identity(Term total, List<Term> parts, boolean isSum, double share) {

        public Identity {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One indicator of one activity, counted positive or negative.
     *
     * @param sign 1 or -1
     */
    public record Term(String indicatorCode, String activityCode, int sign) {}

    /**
     * A row of a form and rows that it includes.
     *
     * @param areAll whether they make it up, which was checked before
     */
    public record RowSum(String total, List<String> parts, boolean areAll) {

        public RowSum {
            parts = List.copyOf(parts);
        }
    }
}
