package vn.chitieu.account.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chitieu.account.formula.CompletedIndex.Dated;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Period;

class CompletedIndexTest {

    private final NavigableMap<Period, Dated> levels = new TreeMap<>();
    private final NavigableMap<Period, Dated> rates = new TreeMap<>();

    private static void add(NavigableMap<Period, Dated> to, String period, double value, String published) {
        to.put(Period.parse(period), new Dated(value, LocalDate.parse(published)));
    }

    private static Dated at(NavigableMap<Period, Dated> values, String period) {
        return Objects.requireNonNull(values.get(Period.parse(period)));
    }

    @Test
    void growthCarriesALevelOnAndBackAndIsKnownWithTheLaterFigure() {
        add(levels, "2024-04", 110, "2024-05-06");
        add(rates, "2025-04", 10, "2025-05-06");
        add(rates, "2024-04", 4.5, "2024-05-07");
        add(rates, "2023-04", 5, "2023-05-06");

        NavigableMap<Period, Dated> found = CompletedIndex.missing(levels, rates);

        assertThat(found).hasSize(3);
        assertThat(at(found, "2025-04").value()).isCloseTo(121, within(1e-9));
        assertThat(at(found, "2025-04").publishedDate()).isEqualTo("2025-05-06");
        assertThat(at(found, "2023-04").value()).isCloseTo(110 / 1.045, within(1e-9));
        assertThat(at(found, "2023-04").publishedDate()).isEqualTo("2024-05-07");
        assertThat(at(found, "2022-04").value()).isCloseTo(110 / 1.045 / 1.05, within(1e-9));
    }

    @Test
    void aPrintedLevelStands() {
        add(levels, "2024-04", 110, "2024-05-06");
        add(levels, "2025-04", 120.5, "2025-05-06");
        add(rates, "2025-04", 10, "2025-05-06");

        assertThat(CompletedIndex.missing(levels, rates)).isEmpty();
    }

    /** Nothing is left of any level that fell by all of it. */
    @Test
    void aFallToNothingTellsNoEarlierLevel() {
        add(levels, "2024-04", 0, "2024-05-06");
        add(rates, "2024-04", -100, "2024-05-06");
        add(rates, "2025-04", 10, "2025-05-06");

        assertThat(CompletedIndex.missing(levels, rates).keySet()).containsExactly(Period.parse("2025-04"));
    }

    @Test
    void yearsAndWhatIsCumulatedAreNoPeriodsOfAMean() {
        assertThat(CompletedIndex.isOfPeriods(Period.parse("2025-04"), Accumulation.PERIOD))
                .isTrue();
        assertThat(CompletedIndex.isOfPeriods(Period.parse("2025-Q2"), Accumulation.PERIOD))
                .isTrue();
        assertThat(CompletedIndex.isOfPeriods(Period.parse("2025-04"), Accumulation.CUMULATED))
                .isFalse();
        assertThat(CompletedIndex.isOfPeriods(Period.parse("2025"), Accumulation.PERIOD))
                .isFalse();
    }
}
