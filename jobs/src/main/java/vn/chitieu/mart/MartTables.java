package vn.chitieu.mart;

import java.util.List;
import vn.chitieu.catalog.table.TableSpec;

/** The contracts of the published tables. */
public final class MartTables {

    /** One row per version of a target. */
    public static final TableSpec TARGET_ATTAINMENT = AttainmentTables.TARGET_ATTAINMENT.spec();

    /** One row per projected series and year. */
    public static final TableSpec PROJECTION = ProjectionTables.PROJECTION.spec();

    /** One row per period of a projected year, known or not. */
    public static final TableSpec PROJECTION_PATH = ProjectionTables.PROJECTION_PATH.spec();

    /** One row per remaining period of a version of a target: what it must bring. */
    public static final TableSpec REQUIRED_PACE = AttainmentTables.REQUIRED_PACE.spec();

    /** One row per headline target and run of the chain: how its chance developed. */
    public static final TableSpec TARGET_HISTORY = HistoryTables.TARGET_HISTORY.spec();

    /** One row per projected series and year and run of the chain. */
    public static final TableSpec PROJECTION_HISTORY = HistoryTables.PROJECTION_HISTORY.spec();

    /** One row per statement on a year: by whom and when, and how it came out; what the next run takes over. */
    public static final TableSpec TRACK_RECORD = ForecastEvaluationTables.TRACK_RECORD.spec();

    /** One row per statement that has come out, scored; names as in bank-of-england/forecast_evaluation. */
    public static final TableSpec FORECAST_EVALUATION = ForecastEvaluationTables.FORECAST_EVALUATION.spec();

    /** One row per group of statements, source and other source: skill, win rate, coverage. */
    public static final TableSpec FORECAST_SKILL = ForecastSkillTables.FORECAST_SKILL.spec();

    /**
     * One row per estimate of a target's year that somebody stated: the department in charge, or an official source.
     */
    public static final TableSpec ESTIMATE_REVIEW = AttainmentTables.ESTIMATE_REVIEW.spec();

    /** One row per person's judgement in force, beside the projection of its target. */
    public static final TableSpec EXPERT_JUDGEMENT = JudgementTables.EXPERT_JUDGEMENT.spec();

    /** One row per cause of a change since the run before, for each number that both runs have; causes add up. */
    public static final TableSpec CHANGE_EXPLANATION = ChangeTables.CHANGE_EXPLANATION.spec();

    /** One row per area, activity, period, accumulation and price basis. */
    public static final TableSpec GRDP_BY_SECTOR = AccountTables.GRDP_BY_SECTOR.spec();

    /** One row per area, period and accumulation. */
    public static final TableSpec GRDP_PER_CAPITA = AccountTables.GRDP_PER_CAPITA.spec();

    /** One row per area, activity, period, accumulation, price basis and measure of the balanced gross product. */
    public static final TableSpec BALANCED_ACCOUNT = BalanceTables.BALANCED_ACCOUNT.spec();

    /** One row per area, kind of revenue, period and accumulation. */
    public static final TableSpec BUDGET_REVENUE = AccountTables.BUDGET_REVENUE.spec();

    /** One row per area, coverage, period and accumulation. */
    public static final TableSpec TRADE_BALANCE = AccountTables.TRADE_BALANCE.spec();

    /**
     * One row per figure of an area whose territory has changed: published, rebuilt from its parts, missing with the
     * reason, or carried on.
     */
    public static final TableSpec AREA_HISTORY = AreaHistoryTables.AREA_HISTORY.spec();

    /** One row per vintage of an observation that was known by the as-of date. */
    public static final TableSpec OBSERVATION = ObservationTables.OBSERVATION.spec();

    /** One row per published figure of a gross product: how it agrees with the balanced account. */
    public static final TableSpec BALANCE_RESIDUAL = BalanceTables.BALANCE_RESIDUAL.spec();

    /** One row per delivered figure that is a plan, not an outcome. */
    public static final TableSpec PLAN_FIGURE = ObservationTables.PLAN_FIGURE.spec();

    /** One row per delivered row that was refused, and the rule that refused it. */
    public static final TableSpec QUARANTINE = ObservationTables.QUARANTINE.spec();

    /** One row per observation that has several vintages with different values. */
    public static final TableSpec REVISION = ObservationTables.REVISION.spec();

    /** One row per disagreement between figures. */
    public static final TableSpec FINDING = ObservationTables.FINDING.spec();

    /** One row per delivery of a period that was expected: a form, or one that recurs. */
    public static final TableSpec EXPECTED_DELIVERY = ExpectedTables.EXPECTED_DELIVERY.spec();

    /** One row per area of {@code CL_AREA}. */
    public static final TableSpec DIM_AREA = DimensionTables.DIM_AREA.spec();

    /** One row per indicator of {@code CL_INDICATOR}. */
    public static final TableSpec DIM_INDICATOR = DimensionTables.DIM_INDICATOR.spec();

    /** One row per activity of {@code CL_ACTIVITY}. */
    public static final TableSpec DIM_ACTIVITY = DimensionTables.DIM_ACTIVITY.spec();

    /** One row per unit of {@code CL_UNIT}. */
    public static final TableSpec DIM_UNIT = DimensionTables.DIM_UNIT.spec();

    /** One row per code of the code lists that are the program's own. */
    public static final TableSpec DIM_CODE = DimensionTables.DIM_CODE.spec();

    /** One row per period that any table of the run names. */
    public static final TableSpec DIM_PERIOD = DimensionTables.DIM_PERIOD.spec();

    /** One row per target of a programme. */
    public static final TableSpec DIM_TARGET = DimensionTables.DIM_TARGET.spec();

    /** One row per column of every published table. */
    public static final TableSpec DATA_DICTIONARY = DimensionTables.DATA_DICTIONARY.spec();

    /** One row: the run itself, without any clock time. */
    public static final TableSpec RUN = RunTables.RUN.spec();

    private MartTables() {}

    /** Returns the tables that are told area by area, nine tenths of all rows: each row is of its {@code area_code}. */
    public static List<TableSpec> ofAreas() {
        return List.of(
                PROJECTION,
                PROJECTION_PATH,
                PROJECTION_HISTORY,
                TRACK_RECORD,
                FORECAST_EVALUATION,
                FORECAST_SKILL,
                GRDP_BY_SECTOR,
                GRDP_PER_CAPITA,
                BALANCED_ACCOUNT,
                BALANCE_RESIDUAL,
                BUDGET_REVENUE,
                TRADE_BALANCE,
                OBSERVATION,
                PLAN_FIGURE,
                REVISION);
    }

    /** Returns every published table, in the order of publication. */
    public static List<TableSpec> all() {
        return List.of(
                TARGET_ATTAINMENT,
                PROJECTION,
                PROJECTION_PATH,
                REQUIRED_PACE,
                ESTIMATE_REVIEW,
                EXPERT_JUDGEMENT,
                CHANGE_EXPLANATION,
                TARGET_HISTORY,
                PROJECTION_HISTORY,
                TRACK_RECORD,
                FORECAST_EVALUATION,
                FORECAST_SKILL,
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
                EXPECTED_DELIVERY,
                DIM_AREA,
                DIM_INDICATOR,
                DIM_ACTIVITY,
                DIM_UNIT,
                DIM_CODE,
                DIM_PERIOD,
                DIM_TARGET,
                DATA_DICTIONARY,
                RUN);
    }
}
