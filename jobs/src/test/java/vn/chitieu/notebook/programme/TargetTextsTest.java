package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import vn.chitieu.notebook.rows.MartRow;

class TargetTextsTest {

    @Test
    void aTargetWithoutDecimalsDoesNotRoundTheFiguresBesideIt() {
        assertThat(TargetTexts.decimals(target("pct", 0))).isZero();
        assertThat(TargetTexts.decimals(target("pct", 0), List.of(-0.3, 1.0))).isEqualTo(1);
        assertThat(TargetTexts.decimals(target("score", 70), List.of(57.8155, 63.9134)))
                .as("as many as a score deserves")
                .isEqualTo(2);
        assertThat(TargetTexts.decimals(target("persons", 70), List.of(57.5)))
                .as("counts have none")
                .isZero();
    }

    private static MartRow target(String unitCode, double goal) {
        Table table = Table.create(
                StringColumn.create("unit_code", unitCode),
                DoubleColumn.create("target_value", goal),
                DoubleColumn.create("point", new Double[] {null}),
                DoubleColumn.create("actual_to_date", new Double[] {null}),
                DoubleColumn.create("previous_year_value", new Double[] {null}));
        return new MartRow(table, 0);
    }
}
