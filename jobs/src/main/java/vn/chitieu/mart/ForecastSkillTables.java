package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.method.statistics.DieboldMariano;
import vn.chitieu.method.statistics.PairedSkill;
import vn.chitieu.method.statistics.PairedSkill.Estimate;
import vn.chitieu.track.Skill;
import vn.chitieu.track.SkillGroup;
import vn.chitieu.track.SkillTable;
import vn.chitieu.track.TrackRecord;

/** How good the program was beside the rules in daily use, and persons beside the program, as a table. */
final class ForecastSkillTables {

    /** A row with its numbers, each reckoned once. */
    record Row(Skill skill, PairedSkill.Result paired, Optional<DieboldMariano.Result> test) {

        private static Row of(Skill skill) {
            return new Row(skill, skill.paired(), skill.test());
        }

        private SkillGroup group() {
            return skill.group();
        }

        private String id() {
            return String.join(
                    ".",
                    group().areaCode(),
                    group().scope(),
                    group().indicatorCode(),
                    group().months(),
                    group().vintageKind());
        }

        private @Nullable String indicator() {
            return group().indicatorCode().equals(SkillGroup.ALL) ? null : group().indicatorCode();
        }

        private @Nullable Integer months() {
            return group().months().equals(SkillGroup.ALL) ? null : Integer.valueOf(group().months());
        }

        private @Nullable String kind() {
            return group().vintageKind().equals(SkillGroup.ALL) ? null : group().vintageKind();
        }

        private static @Nullable Double lower(Estimate estimate) {
            return estimate.hasInterval() ? estimate.lower() : null;
        }

        private static @Nullable Double upper(Estimate estimate) {
            return estimate.hasInterval() ? estimate.upper() : null;
        }
    }

    static final Columns<Row> FORECAST_SKILL = Columns.<Row>of("forecast_skill", "skill_id", "source", "against")
            .required("skill_id", TEXT, Row::id)
            .required("area_code", TEXT, row -> row.group().areaCode())
            .required("scope_code", TEXT, row -> row.group().scope())
            .optional("indicator_code", TEXT, Row::indicator)
            .optional("months_known", INTEGER, Row::months)
            .optional("vintage_kind", TEXT, Row::kind)
            .required("source", TEXT, row -> row.skill().source())
            .required("against", TEXT, row -> row.skill().against())
            .required("statements", INTEGER, row -> row.skill().statements())
            .required("tasks", INTEGER, row -> row.paired().tasks())
            .required("clusters", INTEGER, row -> row.paired().clusters())
            .required("skill", DOUBLE, row -> row.paired().skill().value())
            .optional("skill_p5", DOUBLE, row -> Row.lower(row.paired().skill()))
            .optional("skill_p95", DOUBLE, row -> Row.upper(row.paired().skill()))
            .required("win_rate", DOUBLE, row -> row.paired().winRate().value())
            .optional("win_rate_p5", DOUBLE, row -> Row.lower(row.paired().winRate()))
            .optional("win_rate_p95", DOUBLE, row -> Row.upper(row.paired().winRate()))
            .required("mean_scaled_error", DOUBLE, row -> row.skill().error())
            .required("mean_scaled_error_against", DOUBLE, row -> row.skill().errorOfOther())
            .optional("mean_error_pct", DOUBLE, row -> row.skill().errorPct())
            .optional("scaled_wis", DOUBLE, row -> row.skill().wis())
            .optional("mean_brier", DOUBLE, row -> row.skill().brier())
            .optional("coverage_80", DOUBLE, row -> row.skill().coverage80())
            .optional("coverage_95", DOUBLE, row -> row.skill().coverage95())
            .optional("dm_statistic", DOUBLE, row -> row.test()
                    .map(DieboldMariano.Result::statistic)
                    .orElse(null))
            .optional("dm_p_value", DOUBLE, row -> row.test()
                    .map(DieboldMariano.Result::pValue)
                    .orElse(null))
            .ofRun();

    private ForecastSkillTables() {}

    /** Returns {@link MartTables#FORECAST_SKILL}. */
    static Table skill(TrackRecord record, RunStamp stamp) {
        List<Row> rows = SkillTable.of(record).stream().map(Row::of).toList();
        return FORECAST_SKILL.table(rows, stamp);
    }
}
