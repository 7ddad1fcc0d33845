package vn.chitieu.notebook.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

@NullUnmarked // javac 17 loses @Nullable inside generics of class files
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
        TableSpec spec = new TableSpec(
                "target",
                List.of(
                        Column.required("unit_code", ColumnType.TEXT),
                        Column.required("target_value", ColumnType.DOUBLE),
                        Column.optional("point", ColumnType.DOUBLE),
                        Column.optional("actual_to_date", ColumnType.DOUBLE),
                        Column.optional("previous_year_value", ColumnType.DOUBLE)),
                List.of("unit_code"));
        Table table = new Table(spec, List.<Object[]>of(new Object[] {unitCode, goal, null, null, null}));
        return MartRows.of(table).first().orElseThrow();
    }
}
