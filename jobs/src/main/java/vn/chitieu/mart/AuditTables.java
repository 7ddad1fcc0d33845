package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chitieu.attainment.audit.AuditCheck;
import vn.chitieu.attainment.scenario.Scenario;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.programme.Programme;

/** Audits and scenarios as tables for a terminal. A run publishes what an audit found among its findings, not these. */
public final class AuditTables {

    private record Check(String programmeId, int number, AuditCheck check, LocalDate evaluatedOn) {}

    private record Line(String programmeId, String targetId, int number, Scenario.Row row, LocalDate evaluatedOn) {}

    /** One row per check of a programme. */
    private static final Columns<Check> PROGRAMME_AUDIT = Columns.<Check>of(
                    "programme_audit", "programme_id", "check_no")
            .required("programme_id", TEXT, Check::programmeId)
            .required("check_no", INTEGER, Check::number)
            .required("rule_code", TEXT, row -> row.check().ruleCode())
            .required("outcome_code", TEXT, row -> row.check().outcome().code())
            .required("target_ids", TEXT, row -> String.join(" ", row.check().targetIds()))
            .required("indicator_code", TEXT, row -> row.check().indicatorCode())
            .requiredText("title", row -> row.check().title())
            .optional("stated_value", DOUBLE, row -> row.check().stated())
            .optional("implied_value", DOUBLE, row -> row.check().implied())
            .optional("unit_code", TEXT, row -> row.check().unitCode())
            .optionalText("arithmetic", row -> row.check().arithmetic())
            .requiredText("meaning", row -> row.check().meaning())
            .required("evaluated_on", DATE, Check::evaluatedOn);

    /** One row per line of a scenario. */
    private static final Columns<Line> SCENARIO = Columns.<Line>of("scenario", "programme_id", "target_id", "row_no")
            .required("programme_id", TEXT, Line::programmeId)
            .required("target_id", TEXT, Line::targetId)
            .required("row_no", INTEGER, Line::number)
            .required("row_kind", TEXT, line -> line.row().kind().code())
            .required("code", TEXT, line -> line.row().code())
            .requiredText("label", line -> line.row().label())
            .required("basis_code", TEXT, line -> line.row().basis().code())
            .required("unit_code", TEXT, line -> line.row().unitCode())
            .optional("weight_pct", DOUBLE, line -> line.row().weightPct())
            .optional("last_year_value", DOUBLE, line -> line.row().lastYear())
            .optional("value", DOUBLE, line -> line.row().value())
            .optional("growth_pct", DOUBLE, line -> line.row().growthPct())
            .optional("cumulated_growth_pct", DOUBLE, line -> line.row().cumulatedGrowthPct())
            .optional("contribution_points", DOUBLE, line -> line.row()
                    .contribution()
                    .points())
            .optional("contribution_share_pct", DOUBLE, line -> line.row()
                    .contribution()
                    .growthSharePct())
            .optional("contribution_share_of_value_added_pct", DOUBLE, line -> line.row()
                    .contribution()
                    .valueAddedSharePct())
            .optional("percentile", DOUBLE, line -> line.row().past().percentile())
            .optionalText("reached", line -> line.row().past().reached())
            .required("evaluated_on", DATE, Line::evaluatedOn);

    private AuditTables() {}

    /** Returns one row per check of one programme, in the order given. */
    public static Table programmeAudit(Programme programme, LocalDate evaluatedOn, List<AuditCheck> checks) {
        List<Check> rows = new ArrayList<>();
        checks.forEach(check -> rows.add(new Check(programme.programmeId(), rows.size() + 1, check, evaluatedOn)));
        return PROGRAMME_AUDIT.table(rows);
    }

    /** Returns one row per line of a scenario of one target, in the order given. */
    public static Table scenario(Programme programme, String targetId, LocalDate evaluatedOn, Scenario scenario) {
        List<Line> rows = new ArrayList<>();
        scenario.rows()
                .forEach(row ->
                        rows.add(new Line(programme.programmeId(), targetId, rows.size() + 1, row, evaluatedOn)));
        return SCENARIO.table(rows);
    }
}
