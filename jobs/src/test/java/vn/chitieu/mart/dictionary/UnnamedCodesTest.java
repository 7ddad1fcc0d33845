package vn.chitieu.mart.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.ForeignKey;
import vn.chitieu.mart.MartTables;
import vn.chitieu.observation.Finding;

class UnnamedCodesTest {

    private static final Table UNITS = table(MartTables.DIM_UNIT, Map.of("unit_code", "billion_vnd"));
    private static final Table VERDICTS =
            table(MartTables.DIM_CODE, Map.of("codelist_code", "verdict", "code", "likely"));

    @SafeVarargs
    private static Table table(TableSpec spec, Map<String, Object>... cells) {
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, Object> of : cells) {
            rows.add(spec.columns().stream().map(Column::name).map(of::get).toArray());
        }
        return new Table(spec, rows);
    }

    private static Table history(String unit, String... verdicts) {
        return new Table(
                MartTables.TARGET_HISTORY,
                Arrays.stream(verdicts)
                        .flatMap(verdict ->
                                table(MartTables.TARGET_HISTORY, Map.of("unit_code", unit, "verdict_code", verdict))
                                        .rows()
                                        .stream())
                        .toList());
    }

    /** The rows of a table come in parts. */
    private static List<Finding> findings(Table... parts) {
        UnnamedCodes codes = new UnnamedCodes(List.of(UNITS, VERDICTS));
        Arrays.stream(parts).forEach(codes::look);
        return codes.findings();
    }

    @Test
    void aCodeWithItsRowIsNoFinding() {
        assertThat(findings(history("billion_vnd", "likely", "likely"))).isEmpty();
    }

    /** A verdict and a unit that were said of two nights and one, and that no list has any more. */
    @Test
    void aCodeThatNoListHasAnyMoreIsSaidOnceWithItsRows() {
        List<Finding> findings = findings(
                history("billion_vnd", "won", "likely"), history("billion_vnd", "won"), history("gold_bar", "likely"));

        assertThat(findings)
                .extracting(finding -> finding.message().en())
                .containsExactly(
                        "target_history: no list has unit_code gold_bar any more; rows of earlier runs that stand"
                                + " without its name: 1",
                        "target_history: no list has verdict_code won any more; rows of earlier runs that stand without"
                                + " its name: 2");
        assertThat(findings).extracting(Finding::ruleCode).containsOnly("code_without_name");
        assertThat(findings.get(1).message().vi())
                .startsWith("target_history: không danh mục nào còn verdict_code won");
    }

    /** An indicator has a name because a series of a later area has it. */
    @Test
    void aCodeThatIsNamedAfterItsRowsIsNoFinding() {
        UnnamedCodes codes = new UnnamedCodes(List.of(UNITS, VERDICTS));
        codes.look(history("gold_bar", "won"));
        codes.name(table(MartTables.DIM_UNIT, Map.of("unit_code", "gold_bar")));

        assertThat(codes.findings()).hasSize(1);
        assertThat(codes.findings().get(0).message().en()).contains("verdict_code won");
    }

    /** Else one code that an office takes off a list would keep every later night out of the database. */
    @Test
    void whatOutlivesAListHasNoForeignKeyToIt() {
        assertThat(ForeignKey.of(MartTables.PROJECTION_HISTORY)).isEmpty();
        assertThat(ForeignKey.of(MartTables.TARGET_HISTORY)).isEmpty();
        assertThat(ForeignKey.of(MartTables.EXPECTED_DELIVERY))
                .extracting(ForeignKey::dimension)
                .isNotEmpty();
        assertThat(ForeignKey.of(MartTables.PROJECTION))
                .extracting(ForeignKey::dimension)
                .contains("dim_area", "dim_indicator", "dim_unit");
    }
}
