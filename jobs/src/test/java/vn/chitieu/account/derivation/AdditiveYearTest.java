package vn.chitieu.account.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;

class AdditiveYearTest {

    private final NavigableMap<MonthSpan, AccountValue> printed = new TreeMap<>();

    @Test
    void aQuarterIsTheDifferenceOfFiguresToDateAndItsMonthsAddUpToIt() {
        print(1, 6, "190080.0", "2024-06-29");
        print(1, 9, "299625.1", "2024-09-29");
        print(7, 7, "36236.0", "2025-06-06");
        print(8, 8, "37792.0", "2025-06-06");
        print(9, 9, "34077.6", "2025-06-06");
        assertThat(value(7, 9)).isEqualTo(109545.1, within(1e-6)); // 299,625.1 - 190,080.0
        assertThat(value(7, 7)).isEqualTo(36236.0 * 109545.1 / 108105.6, within(1e-6));
        assertThat(value(7, 7) + value(8, 8) + value(9, 9)).isEqualTo(109545.1, within(1e-6));
        assertThat(method(8, 8)).isEqualTo("benchmarked_periods");
        assertThat(method(7, 9)).isEqualTo("difference_of_periods");
    }

    @Test
    void theLaterReleaseRevisesTheMonthBefore() {
        print(1, 1, "25.0", "2023-01-29");
        print(1, 2, "49.5", "2023-02-28");
        print(2, 2, "25.9", "2023-02-28");
        assertThat(value(1, 1)).isEqualTo(23.6, within(1e-9)); // 49.5 - 25.9, no longer 25.0
    }

    @Test
    void anOlderFigureCountsWhereTheLaterLeaveSomethingOpen() {
        print(1, 6, "219.8", "2025-07-05");
        print(4, 6, "116.9", "2025-07-05");
        print(1, 1, "33.1", "2025-01-29");
        assertThat(value(1, 3)).isEqualTo(102.9, within(1e-9));
        assertThat(value(1, 1)).isEqualTo(33.1);
        assertThat(value(2, 3)).isNaN();
    }

    @Test
    void figuresThatAgreeUpToRoundingStayAsPrinted() {
        print(1, 3, "10.0", "2025-04-05");
        print(1, 1, "3.33", "2025-04-05");
        print(2, 2, "3.33", "2025-04-05");
        print(3, 3, "3.33", "2025-04-05");
        assertThat(value(2, 2)).isEqualTo(3.33);
        assertThat(method(2, 2)).isEqualTo("published");
    }

    @Test
    void aBalanceThatChangesItsSignTakesOfTheDifferenceByItsSize() {
        print(1, 3, "2.0", "2025-04-05");
        print(1, 1, "-3.0", "2025-03-30");
        print(2, 2, "1.0", "2025-03-30");
        print(3, 3, "1.0", "2025-03-30");
        assertThat(value(1, 1)).isEqualTo(-1.2, within(1e-9)); // -3 + 3 × 3/5, 3 being missing, of 5 in size
        assertThat(value(2, 2)).isEqualTo(1.6, within(1e-9));
    }

    private void print(int first, int last, String value, String day) {
        BigDecimal number = new BigDecimal(value);
        printed.put(
                new MonthSpan(2025, first, last),
                new AccountValue(
                        number.doubleValue(),
                        PrintedRounding.halfUnit(number),
                        Origin.PUBLISHED,
                        ObservationStatus.ESTIMATE,
                        LocalDate.parse(day),
                        "published",
                        false));
    }

    private double value(int first, int last) {
        AccountValue value = AdditiveYear.of(2025, printed).get(new MonthSpan(2025, first, last));
        return value == null ? Double.NaN : value.value();
    }

    private String method(int first, int last) {
        AccountValue value = AdditiveYear.of(2025, printed).get(new MonthSpan(2025, first, last));
        return value == null ? "" : value.methodCode();
    }
}
