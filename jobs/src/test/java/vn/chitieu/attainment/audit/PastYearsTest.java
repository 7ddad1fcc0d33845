package vn.chitieu.attainment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Years that brought 2, 4, 6 and 8. */
class PastYearsTest {

    private static final PastYears YEARS =
            new PastYears(new TreeMap<>(Map.of(2021, 2.0, 2022, 4.0, 2023, 6.0, 2024, 8.0)));

    @Test
    void aFloorAsksForMoreThanTheYearsBelowIt() {
        assertThat(YEARS.reached(6, true)).containsExactly(2023, 2024);
        assertThat(YEARS.percentile(6, true)).hasValue(62.5); // 2 and 4 of four years, and half of the tie
    }

    @Test
    void aLimitAsksForLessThanTheYearsAboveIt() {
        assertThat(YEARS.reached(6, false)).containsExactly(2021, 2022, 2023);
        assertThat(YEARS.percentile(6, false)).hasValue(37.5); // 8 of four years, and half of the tie
        assertThat(YEARS.percentile(9, false)).hasValue(0); // kept to in every year
    }
}
