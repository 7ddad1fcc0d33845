package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeptRunsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    /** Nights from 1 January 2023 to 31 December 2025 are 1,096; 23 September is the 100th day from the end. */
    @Test
    void afterThreeYearsOfNightsAHundredNightsAndTheLastOfEachMonthBeforeAreLeft() {
        NavigableMap<Integer, LocalDate> nights = nights(1096);

        Set<Integer> kept = KeptRuns.of(nights, LocalDate.of(2025, 12, 31));

        assertThat(kept).hasSize(100 + 32); // January 2023 to August 2025 are 32 months
        assertThat(kept.stream().map(nights::get))
                .contains(
                        LocalDate.of(2025, 9, 23),
                        LocalDate.of(2025, 8, 31),
                        LocalDate.of(2023, 2, 28),
                        LocalDate.of(2023, 1, 31))
                .doesNotContain(LocalDate.of(2025, 9, 22), LocalDate.of(2025, 8, 30));
    }

    @Test
    void askedEveryNightItKeepsTheSameAsAskedOnce() {
        NavigableMap<Integer, LocalDate> everyNight = new TreeMap<>();
        NavigableMap<Integer, LocalDate> nights = nights(500);
        nights.forEach((run, day) -> {
            everyNight.put(run, day);
            everyNight.keySet().retainAll(KeptRuns.of(everyNight, day));
        });

        assertThat(everyNight.keySet()).isEqualTo(KeptRuns.of(nights, FIRST.plusDays(499)));
    }

    @Test
    void ofSeveralRunsOfOneDayLongPastTheLastIsThatOfTheMonth() {
        NavigableMap<Integer, LocalDate> runs = new TreeMap<>();
        runs.put(1, LocalDate.of(2025, 1, 31));
        runs.put(2, LocalDate.of(2025, 1, 31));
        runs.put(3, LocalDate.of(2025, 7, 9));
        runs.put(4, LocalDate.of(2025, 7, 9));

        assertThat(KeptRuns.of(runs, LocalDate.of(2025, 7, 9))).containsExactly(2, 3, 4);
    }

    private static NavigableMap<Integer, LocalDate> nights(int number) {
        NavigableMap<Integer, LocalDate> nights = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            nights.put(i + 1, FIRST.plusDays(i));
        }
        return nights;
    }
}
