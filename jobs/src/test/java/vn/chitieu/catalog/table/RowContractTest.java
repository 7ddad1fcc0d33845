package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.catalog.DataException;

/** What a row must keep; that files are refused with these words is for {@link ParquetTablesTest}. */
@NullUnmarked // class files keep no @Nullable inside generics
class RowContractTest {

    private static final RowContract CONTRACT = new RowContract(new TableSpec(
            "sample",
            List.of(
                    Column.optional("value_million", ColumnType.DECIMAL),
                    Column.required("year", ColumnType.INTEGER),
                    Column.required("area_code", ColumnType.TEXT),
                    Column.optional("growth_pct", ColumnType.DOUBLE)),
            List.of("area_code", "year")));

    private static Object[] row(String area, int year) {
        return new Object[] {null, year, area, null};
    }

    private static Object stored(String decimal) {
        return CONTRACT.checked(new Object[] {new BigDecimal(decimal), 2025, "VN", null})[0];
    }

    @ParameterizedTest
    @CsvSource({
        "0,        0.0000",
        "0E-10,    0.0000",
        "-0.00,    0.0000",
        "1.5,      1.5000",
        "1.50000,  1.5000",
        "-12.3456, -12.3456",
        "1E+13,    10000000000000.0000",
        "99999999999999.9999, 99999999999999.9999"
    })
    void aDecimalIsStoredWithFourDigits(String decimal, String stored) {
        assertThat(stored(decimal)).isEqualTo(new BigDecimal(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1.23456", "1E+14", "100000000000000", "-1E-5"})
    void aDecimalThatWouldBeRoundedOrCutIsRefused(String decimal) {
        assertThatThrownBy(() -> stored(decimal))
                .isInstanceOf(DataException.class)
                .hasMessage("Expecting at most 14 digits before and 4 after the decimal point; round before writing; in"
                        + " column value_million of table sample, row (area_code=VN, year=2025) but was "
                        + new BigDecimal(decimal));
    }

    @Test
    void zeroHasNoSignAndTheRowItselfStaysAsItIs() {
        Object[] row = {null, 2025, "VN", -0.0};

        assertThat(CONTRACT.checked(row)).containsExactly(null, 2025, "VN", 0.0);
        assertThat(row).containsExactly(null, 2025, "VN", -0.0);
    }

    @Test
    void rowsAreOrderedByTheKeyAndTextByItsCodeUnits() {
        Comparator<Object[]> order = CONTRACT.byKey();

        assertThat(Stream.of(
                                row("Đ", 2024),
                                row("b", 2024),
                                row("VN", 2025),
                                row("VN", 2024),
                                row("😀", 2024),
                                row("ﬀ", 2024),
                                row("B", 9))
                        .sorted(order)
                        .map(CONTRACT::keyOf))
                .containsExactly(
                        "(area_code=B, year=9)",
                        "(area_code=VN, year=2024)",
                        "(area_code=VN, year=2025)",
                        "(area_code=b, year=2024)",
                        "(area_code=Đ, year=2024)",
                        "(area_code=😀, year=2024)",
                        "(area_code=ﬀ, year=2024)");
        assertThat(order.compare(row("VN", 2025), new Object[] {BigDecimal.ONE, 2025, "VN", 3.0}))
                .isZero();
    }

    @Test
    void anEmptyKeyIsShownInMessagesAndNeverOrdered() {
        Object[] empty = {null, null, "VN", null};

        assertThat(CONTRACT.keyOf(empty)).isEqualTo("(area_code=VN, year=(empty))");
        assertThatIllegalStateException()
                .isThrownBy(() -> CONTRACT.byKey().compare(row("VN", 2025), empty))
                .withMessage("Expecting filled key cells, which the contract demands");
    }
}
