package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.ArrayList;
import java.util.List;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.programme.ExpertJudgement;

/** What persons expect of the year of a target, beside what the program does, as a table. */
final class JudgementTables {

    /** A judgement in force and the target it is of. */
    record Row(ExpertJudgement judgement, TargetAttainment attainment) {}

    static final Columns<Row> EXPERT_JUDGEMENT = Columns.<Row>of(
                    "expert_judgement", "programme_id", "target_id", "role")
            .required("programme_id", TEXT, row -> row.judgement().programmeId())
            .required("target_id", TEXT, row -> row.judgement().targetId())
            .required("role", TEXT, row -> row.judgement().role())
            .required("unit_code", TEXT, row -> row.attainment().target().unitCode())
            .required("judgement_value", DOUBLE, row -> row.judgement().value())
            .required("judgement_reason", TEXT, row -> row.judgement().reason())
            .required("stated_on", DATE, row -> row.judgement().statedOn())
            .required("expires_on", DATE, row -> row.judgement().expiresOn())
            .optional("point", DOUBLE, row -> row.attainment().forecast().point())
            .optional("target_value", DOUBLE, row -> row.attainment().targetValue())
            .ofRun();

    private JudgementTables() {}

    /** Returns {@link MartTables#EXPERT_JUDGEMENT}: what is in force on the day that each target is evaluated on. */
    static Table judgement(List<ExpertJudgement> judgements, List<TargetAttainment> attainments, RunStamp stamp) {
        List<Row> rows = new ArrayList<>();
        for (ExpertJudgement judgement : judgements) {
            attainments.stream()
                    .filter(attainment -> attainment.isHeadline()
                            && attainment.programmeId().equals(judgement.programmeId())
                            && attainment.targetId().equals(judgement.targetId())
                            && judgement.isInForce(attainment.evaluatedOn()))
                    .forEach(attainment -> rows.add(new Row(judgement, attainment)));
        }
        return EXPERT_JUDGEMENT.table(rows, stamp);
    }
}
