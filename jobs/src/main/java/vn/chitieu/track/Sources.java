package vn.chitieu.track;

/** Who states what a year will be. */
public final class Sources {

    /** The program itself. */
    public static final String OWN = "chitieu";

    /** Growth so far times the year before. */
    public static final String GROWTH_RULE = "growth_to_date_rule";

    /** The known part over the share of the year that has passed. */
    public static final String PLAN_RULE = "plan_share_rule";

    /** A person, before whose role it stands: {@code judgement:role}. */
    public static final String JUDGEMENT = "judgement";

    private Sources() {}
}
