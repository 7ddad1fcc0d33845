package vn.chitieu.projection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasterTest {

    @ParameterizedTest
    @CsvSource({
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2016-03-27",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25"
    })
    void sundayFallsOnItsPublishedDate(LocalDate easter) {
        LocalDate found =
                LocalDate.of(easter.getYear(), 3, 1).plusDays(Easter.sundayAsDayOfMarch(easter.getYear()) - 1);

        assertThat(found).isEqualTo(easter);
    }

    @Test
    void theEasterWeekIsSharedByItsMonths() {
        assertThat(Easter.share(2024, 3)).isEqualTo(1); // 24 to 31 March
        assertThat(Easter.share(2021, 3)).isEqualTo(0.5); // 28 March to 4 April
        assertThat(Easter.share(2021, 4)).isEqualTo(0.5);
        assertThat(Easter.share(2025, 4)).isEqualTo(1);
        assertThat(Easter.share(2025, 5)).isZero();
    }
}
