package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSpecTest {

    private static final Column AREA = Column.required("area_code", ColumnType.TEXT);
    private static final Column YEAR = Column.required("year", ColumnType.INTEGER);
    private static final Column GROWTH = Column.optional("growth_pct", ColumnType.DOUBLE);

    @Test
    void aColumnIsFoundByItsName() {
        TableSpec spec = new TableSpec("sample", List.of(AREA, YEAR, GROWTH), List.of("year"));

        assertThat(spec.indexOf("area_code")).isZero();
        assertThat(spec.indexOf("growth_pct")).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.indexOf("growth"))
                .withMessage("Expecting a column of sample but was 'growth'");
    }

    @Test
    void aColumnGivenTwiceIsRefusedEvenOfAnotherType() {
        Column again = Column.optional("year", ColumnType.TEXT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableSpec("sample", List.of(YEAR, AREA, again), List.of()))
                .withMessage("Expecting each column of sample once but found again year");
    }

    @Test
    void aKeyIsOfColumnsThatAreAlwaysFilled() {
        for (String part : List.of("growth_pct", "month")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TableSpec("sample", List.of(AREA, GROWTH), List.of("area_code", part)))
                    .withMessage("Expecting key column " + part + " of sample to be required");
        }
    }

    @Test
    void aContractCannotBeChangedAfterwards() {
        List<Column> columns = new ArrayList<>(List.of(AREA));
        List<String> key = new ArrayList<>(List.of("area_code"));
        TableSpec spec = new TableSpec("sample", columns, key);
        columns.add(AREA);
        key.add("year");

        assertThat(spec).isEqualTo(new TableSpec("sample", List.of(AREA), List.of("area_code")));
    }
}
