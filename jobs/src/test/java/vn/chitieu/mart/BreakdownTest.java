package vn.chitieu.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    private static final Breakdown ACTIVITIES =
            new Breakdown(Map.of("S1", "_T", "S2", "_T", "S3", "_T", "BTE", "S2", "F", "S2", "C", "BTE", "D", "BTE"));

    @Test
    void theFinestPartsThatMakeTheirWholeAreAdded() {
        // 12 + 38 + 50 = 100; 30 + 8 = 38; manufacturing alone, 25, is not industry, 30
        assertThat(ACTIVITIES.leaves(
                        "_T",
                        Map.of("_T", 100.0, "S1", 12.0, "S2", 38.0, "S3", 50.0, "BTE", 30.0, "F", 8.0, "C", 25.0)))
                .containsExactlyInAnyOrder("S1", "S3", "BTE", "F");
    }

    @Test
    void aTotalWhosePartsAreNotAllKnownStandsForItself() {
        assertThat(ACTIVITIES.leaves("_T", Map.of("_T", 100.0, "S1", 12.0, "S3", 50.0)))
                .containsExactly("_T");
    }

    @Test
    void partsOfATotalThatNobodyKnowsAreNotAdded() {
        assertThat(ACTIVITIES.leaves("_T", Map.of("S1", 12.0, "S3", 50.0))).isEmpty();
        assertThat(ACTIVITIES.leaves(Map.of("S1", 12.0, "S2", 38.0, "BTE", 30.0, "F", 8.0)))
                .as("what was published, each amount once")
                .containsExactlyInAnyOrder("S1", "BTE", "F");
    }

    /** Four amounts rounded to units differ by 2 at most, and levels from rates by a hundredth of a percent more. */
    @Test
    void roundingIsNoGap() {
        assertThat(ACTIVITIES.leaves("_T", Map.of("_T", 10_000.0, "S1", 1_000.0, "S2", 4_000.0, "S3", 4_997.5)))
                .containsExactlyInAnyOrder("S1", "S2", "S3");
        assertThat(ACTIVITIES.leaves("_T", Map.of("_T", 10_000.0, "S1", 1_000.0, "S2", 4_000.0, "S3", 4_996.0)))
                .containsExactly("_T");
        assertThat(ACTIVITIES.leaves("_T", Map.of("_T", 3.0, "S1", 1.0, "S2", 1.0, "S3", 0.9)))
                .as("of small amounts half a unit is no rounding")
                .containsExactly("_T");
    }

    @Test
    void theLevelIsHowManyWholesACodeIsInsideOf() {
        assertThat(ACTIVITIES.level("_T")).isZero();
        assertThat(ACTIVITIES.level("C")).isEqualTo(3);
        assertThat(ACTIVITIES.level("_T", "S2")).isEqualTo(1);
        assertThat(ACTIVITIES.level("_T", "X")).isNull();
    }
}
