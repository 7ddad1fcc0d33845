package vn.chitieu.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodNameTest {

    private static PeriodName name(String period, String accumulation) {
        return new PeriodName(Period.parse(period), Accumulation.ofCode(accumulation));
    }

    @Test
    void aKeyNamesItsMonths() {
        ObservationKey key = new ObservationKey(
                "VN", "exports", "_T", Period.parse("2025-Q2"), Accumulation.CUMULATED, PriceBasis.CURRENT);

        assertThat(PeriodName.of(key)).isEqualTo(name("2025-Q2", "C"));
    }

    @Test
    void twoNamesOfOneSpanAreNotOneName() {
        assertThat(name("2025-Q2", "C").span()).isEqualTo(new MonthSpan(2025, 1, 6));
        assertThat(name("2025-06", "C").span()).isEqualTo(new MonthSpan(2025, 1, 6));
        assertThat(name("2025-Q2", "C")).isNotEqualTo(name("2025-06", "C"));
        assertThat(name("2025-Q2", "P").span()).isEqualTo(new MonthSpan(2025, 4, 6));
    }

    @Test
    void thePeriodComesFirstAndThePeriodAloneBeforeWhatIsCumulated() {
        assertThat(Stream.of(
                                name("2025-06", "C"),
                                name("2025-S1", "C"),
                                name("2025-06", "P"),
                                name("2024", "C"),
                                name("2025-S1", "P"))
                        .sorted())
                .containsExactly(
                        name("2024", "C"),
                        name("2025-S1", "P"),
                        name("2025-S1", "C"),
                        name("2025-06", "P"),
                        name("2025-06", "C"));
    }
}
