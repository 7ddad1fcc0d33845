package vn.chitieu.mart;

import static vn.chitieu.catalog.table.Column.optional;
import static vn.chitieu.catalog.table.Column.required;
import static vn.chitieu.catalog.table.ColumnType.DATE;
import static vn.chitieu.catalog.table.ColumnType.DOUBLE;
import static vn.chitieu.catalog.table.ColumnType.INTEGER;
import static vn.chitieu.catalog.table.ColumnType.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.audit.AuditCheck;
import vn.chitieu.attainment.scenario.Scenario;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.programme.Programme;

/** Audits and scenarios as tables for a terminal. A run publishes what an audit found among its findings, not these. */
public final class AuditTables {

    /** One row per check of a programme. */
    public static final TableSpec PROGRAMME_AUDIT = new TableSpec(
            "programme_audit",
            List.of(
                    required("programme_id", TEXT),
                    required("check_no", INTEGER),
                    required("rule_code", TEXT),
                    required("outcome_code", TEXT),
                    required("target_ids", TEXT),
                    required("indicator_code", TEXT),
                    required("title_vi", TEXT),
                    required("title_en", TEXT),
                    optional("stated_value", DOUBLE),
                    optional("implied_value", DOUBLE),
                    optional("unit_code", TEXT),
                    optional("arithmetic_vi", TEXT),
                    optional("arithmetic_en", TEXT),
                    required("meaning_vi", TEXT),
                    required("meaning_en", TEXT),
                    required("evaluated_on", DATE)),
            List.of("programme_id", "check_no"));

    /** One row per line of a scenario. */
    public static final TableSpec SCENARIO = new TableSpec(
            "scenario",
            List.of(
                    required("programme_id", TEXT),
                    required("target_id", TEXT),
                    required("row_no", INTEGER),
                    required("row_kind", TEXT),
                    required("code", TEXT),
                    required("label_vi", TEXT),
                    required("label_en", TEXT),
                    required("basis_code", TEXT),
                    required("unit_code", TEXT),
                    optional("weight_pct", DOUBLE),
                    optional("last_year_value", DOUBLE),
                    optional("value", DOUBLE),
                    optional("growth_pct", DOUBLE),
                    optional("cumulated_growth_pct", DOUBLE),
                    optional("contribution_points", DOUBLE),
                    optional("contribution_share_pct", DOUBLE),
                    optional("contribution_share_of_value_added_pct", DOUBLE),
                    optional("percentile", DOUBLE),
                    optional("reached_vi", TEXT),
                    optional("reached_en", TEXT),
                    required("evaluated_on", DATE)),
            List.of("programme_id", "target_id", "row_no"));

    private AuditTables() {}

    /** Returns {@link #PROGRAMME_AUDIT} of one programme, checks in the order given. */
    public static Table programmeAudit(Programme programme, LocalDate evaluatedOn, List<AuditCheck> checks) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AuditCheck check : checks) {
            rows.add(RowBuilder.of(PROGRAMME_AUDIT)
                    .set("programme_id", programme.programmeId())
                    .set("check_no", rows.size() + 1)
                    .set("rule_code", check.ruleCode())
                    .set("outcome_code", check.outcome().code())
                    .set("target_ids", String.join(" ", check.targetIds()))
                    .set("indicator_code", check.indicatorCode())
                    .set("title_vi", check.title().vi())
                    .set("title_en", check.title().en())
                    .set("stated_value", check.stated())
                    .set("implied_value", check.implied())
                    .setText("unit_code", check.unitCode())
                    .setText("arithmetic_vi", check.arithmetic().vi())
                    .setText("arithmetic_en", check.arithmetic().en())
                    .set("meaning_vi", check.meaning().vi())
                    .set("meaning_en", check.meaning().en())
                    .set("evaluated_on", evaluatedOn)
                    .build());
        }
        return new Table(PROGRAMME_AUDIT, rows);
    }

    /** Returns {@link #SCENARIO} of one target, rows in the order given. */
    public static Table scenario(Programme programme, String targetId, LocalDate evaluatedOn, Scenario scenario) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Scenario.Row row : scenario.rows()) {
            rows.add(RowBuilder.of(SCENARIO)
                    .set("programme_id", programme.programmeId())
                    .set("target_id", targetId)
                    .set("row_no", rows.size() + 1)
                    .set("row_kind", row.kind().code())
                    .set("code", row.code())
                    .set("label_vi", row.label().vi())
                    .set("label_en", row.label().en())
                    .set("basis_code", row.basis().code())
                    .set("unit_code", row.unitCode())
                    .set("weight_pct", row.weightPct())
                    .set("last_year_value", row.lastYear())
                    .set("value", row.value())
                    .set("growth_pct", row.growthPct())
                    .set("cumulated_growth_pct", row.cumulatedGrowthPct())
                    .set("contribution_points", row.contributionPoints())
                    .set("contribution_share_pct", row.growthSharePct())
                    .set("contribution_share_of_value_added_pct", row.valueAddedSharePct())
                    .set("percentile", row.percentile())
                    .setText("reached_vi", row.reached().vi())
                    .setText("reached_en", row.reached().en())
                    .set("evaluated_on", evaluatedOn)
                    .build());
        }
        return new Table(SCENARIO, rows);
    }
}
