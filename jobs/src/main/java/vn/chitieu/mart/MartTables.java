package vn.chitieu.mart;

import static vn.chitieu.catalog.table.Column.optional;
import static vn.chitieu.catalog.table.Column.required;
import static vn.chitieu.catalog.table.ColumnType.BIGINT;
import static vn.chitieu.catalog.table.ColumnType.BOOLEAN;
import static vn.chitieu.catalog.table.ColumnType.DATE;
import static vn.chitieu.catalog.table.ColumnType.DECIMAL;
import static vn.chitieu.catalog.table.ColumnType.DOUBLE;
import static vn.chitieu.catalog.table.ColumnType.INTEGER;
import static vn.chitieu.catalog.table.ColumnType.TEXT;

import java.util.List;
import java.util.stream.Stream;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;

/** The contracts of the published tables. */
public final class MartTables {

    /** One row per version of a target. */
    public static final TableSpec TARGET_ATTAINMENT = figures(
            "target_attainment",
            List.of("programme_id", "target_id", "target_version"),
            required("programme_id", TEXT),
            required("target_id", TEXT),
            required("target_version", INTEGER),
            required("is_headline", BOOLEAN),
            optional("group_no", INTEGER),
            required("area_code", TEXT),
            required("year", INTEGER),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("measure_code", TEXT),
            required("unit_code", TEXT),
            required("comparator_code", TEXT),
            required("comparator_basis", TEXT),
            optional("tolerance", DOUBLE),
            required("issuer", TEXT),
            required("issued_on", DATE),
            required("relation_code", TEXT),
            optional("target_value", DOUBLE),
            optional("previous_year_value", DOUBLE),
            optional("actual_to_date", DOUBLE),
            optional("actual_period", TEXT),
            optional("to_date_change_pct", DOUBLE),
            optional("to_date_attainment_pct", DOUBLE),
            optional("point", DOUBLE),
            optional("p2_5", DOUBLE),
            optional("p10", DOUBLE),
            optional("p50", DOUBLE),
            optional("p90", DOUBLE),
            optional("p97_5", DOUBLE),
            optional("projected_attainment_pct", DOUBLE),
            optional("p_attain", DOUBLE),
            optional("unit_estimate", DOUBLE),
            optional("official_estimate", DOUBLE),
            required("verdict_code", TEXT),
            optional("reason_code", TEXT),
            optional("reason_vi", TEXT),
            optional("reason_en", TEXT),
            optional("plan_share_rule_attains", BOOLEAN),
            optional("growth_to_date_rule_point", DOUBLE),
            optional("required_rest", DOUBLE),
            optional("required_growth_pct", DOUBLE),
            optional("required_growth_percentile", DOUBLE),
            optional("method_used", TEXT),
            optional("method_vi", TEXT),
            optional("method_en", TEXT),
            optional("fallback_reason", TEXT),
            optional("fallback_reason_vi", TEXT),
            optional("fallback_reason_en", TEXT),
            optional("history_years", INTEGER),
            optional("flag", TEXT),
            optional("closed_on", DATE),
            required("evaluated_on", DATE));

    /** One row per projected series and year. */
    public static final TableSpec PROJECTION = figures(
            "projection",
            List.of("area_code", "indicator_code", "activity_code", "price_basis", "year"),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("price_basis", TEXT),
            required("year", INTEGER),
            required("unit_code", TEXT),
            required("frequency", TEXT),
            required("aggregation", TEXT),
            optional("last_period", TEXT),
            required("observed_periods", INTEGER),
            optional("ytd", DOUBLE),
            optional("rest", DOUBLE),
            required("point", DOUBLE),
            optional("p2_5", DOUBLE),
            optional("p10", DOUBLE),
            optional("p50", DOUBLE),
            optional("p90", DOUBLE),
            optional("p97_5", DOUBLE),
            optional("previous_year_value", DOUBLE),
            required("method_used", TEXT),
            required("method_vi", TEXT),
            required("method_en", TEXT),
            optional("fallback_reason", TEXT),
            optional("fallback_reason_vi", TEXT),
            optional("fallback_reason_en", TEXT),
            optional("members", TEXT),
            required("history_years", INTEGER),
            optional("error_scale", DOUBLE),
            optional("flag", TEXT),
            required("evaluated_on", DATE));

    /** One row per period of a projected year, known or not. */
    public static final TableSpec PROJECTION_PATH = figures(
            "projection_path",
            List.of("area_code", "indicator_code", "activity_code", "price_basis", "year", "period"),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("price_basis", TEXT),
            required("year", INTEGER),
            required("period", TEXT),
            required("unit_code", TEXT),
            required("is_known", BOOLEAN),
            required("value", DOUBLE),
            optional("last_year_value", DOUBLE),
            required("cumulated", DOUBLE),
            optional("cumulated_p2_5", DOUBLE),
            optional("cumulated_p10", DOUBLE),
            optional("cumulated_p90", DOUBLE),
            optional("cumulated_p97_5", DOUBLE));

    /** One row per remaining period of a version of a target: what it must bring. */
    public static final TableSpec REQUIRED_PACE = figures(
            "required_pace",
            List.of("programme_id", "target_id", "target_version", "period"),
            required("programme_id", TEXT),
            required("target_id", TEXT),
            required("target_version", INTEGER),
            required("period", TEXT),
            required("unit_code", TEXT),
            required("required_value", DOUBLE),
            required("required_cumulated", DOUBLE),
            optional("naive_value", DOUBLE),
            optional("projected_value", DOUBLE),
            optional("last_year_value", DOUBLE));

    /**
     * One row per projection of the past, year and point of the year; names as in bank-of-england/forecast_evaluation.
     */
    public static final TableSpec FORECAST_EVALUATION = table(
            "forecast_evaluation",
            List.of("variable", "date", "cutoff_period", "source"),
            required("variable", TEXT),
            required("date", DATE),
            required("vintage_date", DATE),
            required("source", TEXT),
            required("frequency", TEXT),
            required("forecast_horizon", INTEGER),
            required("metric", TEXT),
            required("value", DOUBLE),
            required("value_outturn", DOUBLE),
            required("vintage_date_outturn", DATE),
            required("forecast_error", DOUBLE),
            optional("error_pct", DOUBLE),
            required("scaled_error", DOUBLE),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("price_basis", TEXT),
            required("unit_code", TEXT),
            required("year", INTEGER),
            required("cutoff_period", TEXT),
            required("observed_periods", INTEGER),
            required("vintage_kind", TEXT),
            required("history_years", INTEGER),
            optional("p2_5", DOUBLE),
            optional("p10", DOUBLE),
            optional("p50", DOUBLE),
            optional("p90", DOUBLE),
            optional("p97_5", DOUBLE),
            optional("is_covered_80", BOOLEAN),
            optional("is_covered_95", BOOLEAN),
            optional("target_value", DOUBLE),
            optional("p_attain", DOUBLE),
            optional("is_attained", BOOLEAN),
            optional("is_judged_attained", BOOLEAN),
            optional("brier", DOUBLE),
            required("method_code", TEXT),
            required("evaluated_on", DATE),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per estimate of a target's year that somebody told: the department in charge, or an official source. */
    public static final TableSpec ESTIMATE_REVIEW = table(
            "estimate_review",
            List.of("programme_id", "target_id", "estimate_code"),
            required("programme_id", TEXT),
            required("target_id", TEXT),
            required("estimate_code", TEXT),
            required("unit_code", TEXT),
            required("estimate", DOUBLE),
            required("estimated_on", DATE),
            required("estimate_period", TEXT),
            required("sender", TEXT),
            optional("point", DOUBLE),
            optional("p_at_least", DOUBLE),
            optional("implied_rest", DOUBLE),
            optional("implied_growth_pct", DOUBLE),
            optional("implied_growth_percentile", DOUBLE),
            optional("past_bias", DOUBLE),
            required("past_bias_years", INTEGER),
            optional("past_bias_basis", TEXT),
            optional("causes", TEXT),
            optional("solutions", TEXT),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per cause of a change since the run before, for each number that both runs have; causes add up. */
    public static final TableSpec CHANGE_EXPLANATION = table(
            "change_explanation",
            List.of("subject_id", "quantity_code", "cause_code"),
            required("subject_id", TEXT),
            required("quantity_code", TEXT),
            required("cause_code", TEXT),
            required("position", INTEGER),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            optional("price_basis", TEXT),
            required("year", INTEGER),
            optional("programme_id", TEXT),
            optional("target_id", TEXT),
            required("unit_code", TEXT),
            required("value_before", DOUBLE),
            required("value_after", DOUBLE),
            required("effect", DOUBLE),
            required("previous_run_id", TEXT),
            required("previous_as_of_date", DATE),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per area, activity, period, accumulation and price basis. */
    public static final TableSpec GRDP_BY_SECTOR = figures(
            "grdp_by_sector",
            List.of("area_code", "activity_code", "period", "accumulation", "price_basis"),
            required("area_code", TEXT),
            required("activity_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            required("price_basis", TEXT),
            optional("value_billion_vnd", DECIMAL),
            optional("value_origin", TEXT),
            optional("se_value_billion_vnd", DOUBLE),
            optional("growth_pct", DOUBLE),
            optional("growth_origin", TEXT),
            optional("se_growth_pct", DOUBLE),
            optional("contribution_points", DOUBLE),
            optional("contribution_origin", TEXT),
            optional("se_contribution_points", DOUBLE),
            optional("contribution_share_pct", DOUBLE),
            optional("contribution_value_added_share_pct", DOUBLE),
            optional("share_pct", DOUBLE),
            optional("share_origin", TEXT),
            optional("se_share_pct", DOUBLE),
            optional("deflator_2010_100", DOUBLE));

    /** One row per area, period and accumulation. */
    public static final TableSpec GRDP_PER_CAPITA = figures(
            "grdp_per_capita",
            List.of("area_code", "period", "accumulation"),
            required("area_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            optional("value_million_vnd", DECIMAL),
            optional("value_origin", TEXT),
            optional("se_value_million_vnd", DOUBLE),
            optional("growth_pct", DOUBLE),
            optional("growth_origin", TEXT),
            optional("population_thousand", DECIMAL),
            optional("population_origin", TEXT),
            optional("se_population_thousand", DOUBLE));

    /** One row per area, activity, period, accumulation, price basis and measure of the balanced gross product. */
    public static final TableSpec BALANCED_ACCOUNT = figures(
            "balanced_account",
            List.of("area_code", "activity_code", "period", "accumulation", "price_basis", "account_measure_code"),
            required("area_code", TEXT),
            required("activity_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            required("price_basis", TEXT),
            required("account_measure_code", TEXT),
            required("is_determined", BOOLEAN),
            optional("balanced_value", DOUBLE),
            optional("standard_error", DOUBLE));

    /** One row per area, kind of revenue, period and accumulation. */
    public static final TableSpec BUDGET_REVENUE = figures(
            "budget_revenue",
            List.of("area_code", "revenue_code", "period", "accumulation"),
            required("area_code", TEXT),
            required("revenue_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            optional("value_billion_vnd", DECIMAL),
            optional("value_origin", TEXT),
            optional("growth_pct", DOUBLE),
            optional("growth_origin", TEXT),
            optional("plan_attainment_pct", DOUBLE),
            optional("plan_attainment_origin", TEXT),
            optional("plan_attainment_council_pct", DOUBLE),
            optional("plan_attainment_central_pct", DOUBLE),
            optional("balanced_billion_vnd", DOUBLE),
            optional("se_balanced_billion_vnd", DOUBLE),
            optional("plan_billion_vnd", DOUBLE),
            optional("se_plan_billion_vnd", DOUBLE));

    /** One row per area, coverage, period and accumulation. */
    public static final TableSpec TRADE_BALANCE = figures(
            "trade_balance",
            List.of("area_code", "coverage", "period", "accumulation"),
            required("area_code", TEXT),
            required("coverage", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            optional("exports_million_usd", DECIMAL),
            optional("exports_origin", TEXT),
            optional("imports_million_usd", DECIMAL),
            optional("imports_origin", TEXT),
            optional("turnover_million_usd", DECIMAL),
            optional("turnover_origin", TEXT),
            optional("balance_million_usd", DECIMAL),
            optional("balance_origin", TEXT),
            optional("cover_ratio_pct", DOUBLE));

    /**
     * One row per figure of an area whose territory has changed: published, rebuilt from its parts, missing with the
     * reason, or carried on.
     */
    public static final TableSpec AREA_HISTORY = figures(
            "area_history",
            List.of("area_code", "indicator_code", "activity_code", "period", "accumulation", "price_basis"),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            required("price_basis", TEXT),
            required("unit_code", TEXT),
            optional("obs_value", DOUBLE),
            optional("standard_error", DOUBLE),
            optional("part_codes", TEXT),
            optional("missing_part_codes", TEXT),
            optional("reason_code", TEXT),
            optional("reason_vi", TEXT),
            optional("reason_en", TEXT),
            required("break_on", DATE));

    private static final Column[] VINTAGE = {
        required("area_code", TEXT),
        required("indicator_code", TEXT),
        required("activity_code", TEXT),
        required("frequency", TEXT),
        required("period", TEXT),
        required("accumulation", TEXT),
        required("price_basis", TEXT),
        required("status_code", TEXT),
        required("published_date", DATE),
        required("source_date", DATE),
        required("source_url", TEXT),
        required("delivery_id", TEXT),
        required("source_file", TEXT),
        required("published_kind", TEXT),
        required("unit_code", TEXT),
        required("obs_value", DOUBLE),
        required("trust_rank", INTEGER)
    };

    private static final List<String> VINTAGE_KEY = List.of(
            "area_code",
            "indicator_code",
            "activity_code",
            "frequency",
            "period",
            "accumulation",
            "price_basis",
            "status_code",
            "published_date",
            "source_date",
            "source_url",
            "delivery_id",
            "source_file");

    /** One row per vintage of an observation that was known by the as-of date. */
    public static final TableSpec OBSERVATION = table(
            "observation",
            VINTAGE_KEY,
            Stream.concat(
                            Stream.of(VINTAGE),
                            Stream.of(
                                    required("is_latest", BOOLEAN),
                                    required("run_id", TEXT),
                                    required("as_of_date", DATE)))
                    .toArray(Column[]::new));

    /** One row per published figure of a gross product: how it agrees with the balanced account. */
    public static final TableSpec BALANCE_RESIDUAL = table(
            "balance_residual",
            VINTAGE_KEY,
            Stream.concat(
                            Stream.of(VINTAGE),
                            Stream.of(
                                    required("residual_code", TEXT),
                                    optional("fitted_value", DOUBLE),
                                    required("rounding_error", DOUBLE),
                                    required("standardised_residual", DOUBLE),
                                    optional("balanced_value", DOUBLE),
                                    required("run_id", TEXT),
                                    required("as_of_date", DATE)))
                    .toArray(Column[]::new));

    /** One row per delivered figure that is a plan, not an outcome. */
    public static final TableSpec PLAN_FIGURE = table(
            "plan_figure",
            VINTAGE_KEY,
            Stream.concat(Stream.of(VINTAGE), Stream.of(required("run_id", TEXT), required("as_of_date", DATE)))
                    .toArray(Column[]::new));

    /** One row per delivered row that was refused, and the rule that refused it. */
    public static final TableSpec QUARANTINE = table(
            "quarantine",
            List.of("delivery_id", "source_file", "source_line", "source_cell", "rule_code"),
            required("delivery_id", TEXT),
            required("source_file", TEXT),
            required("source_line", INTEGER),
            required("source_cell", TEXT),
            required("rule_code", TEXT),
            required("expected_vi", TEXT),
            required("expected_en", TEXT),
            required("found", TEXT),
            required("advice_vi", TEXT),
            required("advice_en", TEXT),
            required("row_text", TEXT),
            required("is_used", BOOLEAN),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per observation that has several vintages with different values. */
    public static final TableSpec REVISION = table(
            "revision",
            List.of("area_code", "indicator_code", "activity_code", "period", "accumulation", "price_basis"),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("activity_code", TEXT),
            required("period", TEXT),
            required("accumulation", TEXT),
            required("price_basis", TEXT),
            required("unit_code", TEXT),
            required("first_value", DOUBLE),
            required("first_published_date", DATE),
            required("latest_value", DOUBLE),
            required("latest_published_date", DATE),
            required("vintage_count", INTEGER),
            required("revision", DOUBLE),
            optional("revision_pct", DOUBLE),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per disagreement between figures. */
    public static final TableSpec FINDING = table(
            "finding",
            List.of("finding_id"),
            required("finding_id", TEXT),
            required("kind_code", TEXT),
            required("severity_code", TEXT),
            required("rule_code", TEXT),
            required("area_code", TEXT),
            required("indicator_code", TEXT),
            required("period", TEXT),
            required("subject", TEXT),
            required("message_vi", TEXT),
            required("message_en", TEXT),
            required("run_id", TEXT),
            required("as_of_date", DATE));

    /** One row per area of {@code CL_AREA}. */
    public static final TableSpec DIM_AREA = table(
            "dim_area",
            List.of("area_code"),
            required("area_code", TEXT),
            required("area_name_vi", TEXT),
            required("area_name_en", TEXT),
            required("area_level", TEXT),
            optional("parent_code", TEXT),
            optional("valid_from", DATE),
            optional("valid_to", DATE));

    /** One row per indicator of {@code CL_INDICATOR}. */
    public static final TableSpec DIM_INDICATOR = table(
            "dim_indicator",
            List.of("indicator_code"),
            required("indicator_code", TEXT),
            required("indicator_name_vi", TEXT),
            required("indicator_name_en", TEXT),
            required("unit_code", TEXT),
            required("kind_code", TEXT),
            required("aggregation", TEXT));

    /** One row per activity of {@code CL_ACTIVITY}. */
    public static final TableSpec DIM_ACTIVITY = table(
            "dim_activity",
            List.of("activity_code"),
            required("activity_code", TEXT),
            required("activity_name_vi", TEXT),
            required("activity_name_en", TEXT),
            optional("parent_code", TEXT),
            optional("isic", TEXT));

    /** One row per unit of {@code CL_UNIT}. */
    public static final TableSpec DIM_UNIT = table(
            "dim_unit",
            List.of("unit_code"),
            required("unit_code", TEXT),
            required("unit_name_vi", TEXT),
            required("unit_name_en", TEXT),
            required("dimension", TEXT),
            required("factor_to_base", DOUBLE));

    /** One row per period that any table of the run names. */
    public static final TableSpec DIM_PERIOD = table(
            "dim_period",
            List.of("period"),
            required("period", TEXT),
            required("frequency", TEXT),
            required("year", INTEGER),
            required("period_no", INTEGER),
            required("period_start", DATE),
            required("period_end", DATE));

    /** One row per target of a programme. */
    public static final TableSpec DIM_TARGET = table(
            "dim_target",
            List.of("programme_id", "target_id"),
            required("programme_id", TEXT),
            required("target_id", TEXT),
            required("position", INTEGER),
            required("programme_name_vi", TEXT),
            required("programme_name_en", TEXT),
            optional("group_no", INTEGER),
            optional("group_name_vi", TEXT),
            optional("group_name_en", TEXT),
            required("target_name_vi", TEXT),
            required("target_name_en", TEXT),
            required("lead_unit_vi", TEXT),
            required("lead_unit_en", TEXT),
            required("area_code", TEXT),
            required("year", INTEGER),
            optional("closed_on", DATE));

    /** One row per column of every published table. */
    public static final TableSpec DATA_DICTIONARY = table(
            "data_dictionary",
            List.of("table_name", "column_name"),
            required("table_name", TEXT),
            required("column_name", TEXT),
            required("position", INTEGER),
            required("type", TEXT),
            required("is_key", BOOLEAN),
            required("is_nullable", BOOLEAN),
            required("meaning_vi", TEXT),
            required("meaning_en", TEXT),
            optional("unit", TEXT),
            required("source_vi", TEXT),
            required("source_en", TEXT),
            optional("formula_vi", TEXT),
            optional("formula_en", TEXT));

    /** One row: the run itself, without any clock time. */
    public static final TableSpec RUN = table(
            "run",
            List.of("run_id"),
            required("run_id", TEXT),
            required("as_of_date", DATE),
            required("input_sha256", TEXT),
            required("settings_sha256", TEXT),
            required("classes_sha256", TEXT),
            optional("previous_run_id", TEXT),
            required("delivered_rows", BIGINT),
            required("accepted_rows", BIGINT),
            required("quarantined_rows", BIGINT),
            required("plan_rows", BIGINT),
            required("later_rows", BIGINT));

    private MartTables() {}

    /** Returns every published table, in the order of publication. */
    public static List<TableSpec> all() {
        return List.of(
                TARGET_ATTAINMENT,
                PROJECTION,
                PROJECTION_PATH,
                REQUIRED_PACE,
                ESTIMATE_REVIEW,
                CHANGE_EXPLANATION,
                FORECAST_EVALUATION,
                GRDP_BY_SECTOR,
                GRDP_PER_CAPITA,
                BALANCED_ACCOUNT,
                BALANCE_RESIDUAL,
                BUDGET_REVENUE,
                TRADE_BALANCE,
                AREA_HISTORY,
                OBSERVATION,
                PLAN_FIGURE,
                QUARANTINE,
                REVISION,
                FINDING,
                DIM_AREA,
                DIM_INDICATOR,
                DIM_ACTIVITY,
                DIM_UNIT,
                DIM_PERIOD,
                DIM_TARGET,
                DATA_DICTIONARY,
                RUN);
    }

    private static TableSpec figures(String name, List<String> key, Column... columns) {
        return table(
                name,
                key,
                Stream.concat(
                                Stream.of(columns),
                                Stream.of(
                                        required("origin", TEXT),
                                        required("obs_status", TEXT),
                                        optional("vintage_date", DATE),
                                        required("method_code", TEXT),
                                        required("run_id", TEXT),
                                        required("as_of_date", DATE)))
                        .toArray(Column[]::new));
    }

    private static TableSpec table(String name, List<String> key, Column... columns) {
        return new TableSpec(name, List.of(columns), key);
    }
}
