package vn.chitieu.mart;

import static vn.chitieu.catalog.Column.optional;
import static vn.chitieu.catalog.Column.required;
import static vn.chitieu.catalog.ColumnType.DATE;
import static vn.chitieu.catalog.ColumnType.DOUBLE;
import static vn.chitieu.catalog.ColumnType.INTEGER;
import static vn.chitieu.catalog.ColumnType.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.audit.AuditCheck;
import vn.chitieu.catalog.Table;
import vn.chitieu.catalog.TableSpec;
import vn.chitieu.programme.Programme;

/** The audit of a programme as a table. A run publishes what it found among its findings, not the table itself. */
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
}
