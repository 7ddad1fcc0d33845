package vn.chitieu.account;

/** How a figure came about, as tables say it. */
final class MethodCode {

    static final String PUBLISHED = "published";
    /** Printed for the same months under another name of the period. */
    static final String SAME_MONTHS = "same_months";

    static final String SUM_OF_PARTS = "sum_of_parts";
    static final String TOTAL_LESS_PARTS = "total_less_parts";
    static final String SUM_OF_PERIODS = "sum_of_periods";
    static final String DIFFERENCE_OF_PERIODS = "difference_of_periods";
    static final String LEVEL_FROM_GROWTH = "level_from_growth";
    static final String LEVEL_BEFORE_GROWTH = "level_before_growth";
    static final String SHARE_OF_TOTAL = "share_of_total";
    static final String GROWTH_OF_LEVELS = "growth_of_levels";
    /** Of two levels that no one source published together. */
    static final String GROWTH_ACROSS_VINTAGES = "growth_across_vintages";

    static final String CONTRIBUTION_OF_LEVELS = "contribution_of_levels";
    static final String CONTRIBUTION_OVER_GROWTH = "contribution_over_growth";
    static final String SHARE_OF_LEVELS = "share_of_levels";
    static final String HUNDRED_LESS_SHARES = "hundred_less_shares";
    static final String DEFLATOR_OF_LEVELS = "deflator_of_levels";
    static final String GRDP_OVER_POPULATION = "grdp_over_average_population";
    static final String IMPLIED_BY_PER_CAPITA = "implied_by_per_capita";
    static final String EXPORTS_LESS_IMPORTS = "exports_less_imports";
    static final String EXPORTS_PLUS_IMPORTS = "exports_plus_imports";
    static final String EXPORTS_OVER_IMPORTS = "exports_over_imports";
    static final String REVENUE_LESS_EXPENDITURE = "revenue_less_expenditure";
    static final String CONTRIBUTION_OVER_VALUE_ADDED = "contribution_over_value_added";
    /** Estimated from all published figures together. */
    static final String LEAST_SQUARES = "least_squares";

    static final String PROVINCIAL_PLAN = "published_against_provincial_plan";
    static final String CENTRAL_PLAN = "published_against_central_plan";

    /** Ends the code of an arithmetic whose inputs no one source published together. */
    static final String MIXED = "_mixed_vintages";

    private MethodCode() {}
}
