package vn.chitieu.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chitieu.method.statistics.PairedSkill.Task;

class PairedSkillTest {

    /** Ratios 1/2 and 2 have the geometric mean 1: no skill; one of two tasks is won. */
    @Test
    void skillIsOneLessTheGeometricMeanOfTheRatios() {
        PairedSkill.Result even = PairedSkill.of(List.of(new Task("a", 1, 2), new Task("b", 2, 1)));
        PairedSkill.Result good = PairedSkill.of(List.of(new Task("a", 1, 2), new Task("b", 2, 16)));

        assertThat(even.skill().value()).isCloseTo(0, within(1e-12));
        assertThat(even.winRate().value()).isEqualTo(0.5);
        assertThat(good.skill().value()).isCloseTo(1 - Math.sqrt(1.0 / 16), within(1e-12));
        assertThat(good.winRate().value()).isEqualTo(1);
    }

    /** An error of 0 beside one of 5 counts as a hundredth; two errors of 0 as a draw. */
    @Test
    void ratiosAreHeldInsideAHundredthAndAHundredAndADrawCountsHalf() {
        assertThat(PairedSkill.of(List.of(new Task("a", 0, 5))).skill().value()).isCloseTo(0.99, within(1e-12));
        assertThat(PairedSkill.of(List.of(new Task("a", 5, 0))).skill().value()).isCloseTo(-99, within(1e-9));
        assertThat(PairedSkill.of(List.of(new Task("a", 0, 0))).winRate().value())
                .isEqualTo(0.5);
    }

    /** Twenty series of which a quarter err as much again and the others half as much. */
    @Test
    void theIntervalHoldsTheSkillAndIsTheSameEveryTime() {
        List<Task> tasks = IntStream.range(0, 20)
                .mapToObj(i -> new Task("series " + i, i % 4 == 0 ? 2 : 1, i % 4 == 0 ? 1 : 2))
                .toList();

        PairedSkill.Result result = PairedSkill.of(tasks);

        assertThat(result.skill().value()).isCloseTo(1 - Math.pow(2, -0.5), within(1e-12));
        assertThat(result.skill().lower()).isBetween(0.0, result.skill().value());
        assertThat(result.skill().upper()).isBetween(result.skill().value(), 0.5);
        assertThat(result.winRate().lower()).isBetween(0.5, 0.75);
        assertThat(PairedSkill.of(tasks)).isEqualTo(result);
    }

    /** The same twenty tasks in five clusters say less than in twenty. */
    @Test
    void tasksOfOneClusterAreDrawnTogether() {
        List<Task> alone = new ArrayList<>();
        List<Task> together = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double error = i % 5 == 0 ? 4 : 1;
            alone.add(new Task("series " + i, error, 2));
            together.add(new Task("series " + i % 5, error, 2));
        }

        PairedSkill.Result wide = PairedSkill.of(together);
        PairedSkill.Result narrow = PairedSkill.of(alone);

        assertThat(wide.clusters()).isEqualTo(5);
        assertThat(wide.skill().upper() - wide.skill().lower())
                .isGreaterThan(1.5 * (narrow.skill().upper() - narrow.skill().lower()));
    }

    @Test
    void fewerThanFiveClustersHaveNoInterval() {
        assertThat(PairedSkill.of(List.of(new Task("a", 1, 2))).skill().hasInterval())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedSkill.of(List.of()))
                .withMessage("Expecting at least one task but were none");
    }
}
