package vn.chitieu.account.reading;

/** How a figure was made, as tables say it. */
public final class MethodCode {

    public static final String PUBLISHED = "published";
    public static final String SUM_OF_PARTS = "sum_of_parts";
    public static final String TOTAL_LESS_PARTS = "total_less_parts";
    public static final String SUM_OF_PERIODS = "sum_of_periods";
    public static final String DIFFERENCE_OF_PERIODS = "difference_of_periods";
    /** Printed, and changed so that periods add up to a longer one. */
    public static final String BENCHMARKED_PERIODS = "benchmarked_periods";

    static final String LEVEL_FROM_GROWTH = "level_from_growth";
    static final String LEVEL_BEFORE_GROWTH = "level_before_growth";
    public static final String SHARE_OF_TOTAL = "share_of_total";
    public static final String GROWTH_OF_LEVELS = "growth_of_levels";
    /** Of two levels that no one source published together. */
    public static final String GROWTH_ACROSS_VINTAGES = "growth_across_vintages";

    public static final String CONTRIBUTION_OF_LEVELS = "contribution_of_levels";
    public static final String CONTRIBUTION_OVER_GROWTH = "contribution_over_growth";
    public static final String SHARE_OF_LEVELS = "share_of_levels";
    public static final String HUNDRED_LESS_SHARES = "hundred_less_shares";
    public static final String DEFLATOR_OF_LEVELS = "deflator_of_levels";
    public static final String GRDP_OVER_POPULATION = "grdp_over_average_population";
    public static final String IMPLIED_BY_PER_CAPITA = "implied_by_per_capita";
    public static final String EXPORTS_LESS_IMPORTS = "exports_less_imports";
    public static final String EXPORTS_PLUS_IMPORTS = "exports_plus_imports";
    public static final String EXPORTS_OVER_IMPORTS = "exports_over_imports";
    public static final String REVENUE_LESS_EXPENDITURE = "revenue_less_expenditure";
    public static final String CONTRIBUTION_OVER_VALUE_ADDED = "contribution_over_value_added";
    /** Estimated from all published figures together. */
    public static final String LEAST_SQUARES = "least_squares";

    public static final String PROVINCIAL_PLAN = "published_against_provincial_plan";
    public static final String CENTRAL_PLAN = "published_against_central_plan";

    /** Ends the code of an arithmetic whose inputs no one source published together. */
    public static final String MIXED = "_mixed_vintages";

    private MethodCode() {}
}
