package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.TrackedQuantities.Quantity;

public class ChangeExplanationTest {

    private static final Quantity EXPORTS = TrackedQuantities.point("VN.exports._T.current", 2025);
    private static final Quantity TARGET = TrackedQuantities.probability("viet-nam-2025", "14");

    /** 100 becomes 104 by the method, 103 by a revision and 110 by new figures; the target changes nothing. */
    @Test
    void eachCauseStartsWhereTheOneBeforeEnds() {
        List<Change> changes = ChangeExplanation.of(of(EXPORTS, 100), steps(EXPORTS, 104, 103, 110, 110));

        assertThat(changes)
                .extracting(Change::cause)
                .containsExactly(
                        ChangeCause.METHOD, ChangeCause.REVISED_DATA, ChangeCause.NEW_DATA, ChangeCause.TARGET);
        assertThat(changes).extracting(Change::before).containsExactly(100.0, 104.0, 103.0, 110.0);
        assertThat(changes).extracting(Change::effect).containsExactly(4.0, -1.0, 7.0, 0.0);
        assertThat(changes.stream().mapToDouble(Change::effect).sum()).isEqualTo(110 - 100);
    }

    @Test
    void aNumberThatStayedOrThatOneRunLacksIsNotExplained() {
        TrackedQuantities before = of(EXPORTS, 100);

        assertThat(ChangeExplanation.of(before, steps(EXPORTS, 101, 99, 100, 100)))
                .isEmpty();
        assertThat(ChangeExplanation.of(before, steps(TARGET, 0.1, 0.2, 0.3, 0.4)))
                .isEmpty();
    }

    @Test
    void aStepThatLacksANumberLeavesItAsItWas() {
        Map<ChangeCause, TrackedQuantities> steps = steps(TARGET, 0.5, 0.5, 0.5, 0.7);
        steps.put(ChangeCause.METHOD, new TrackedQuantities(new TreeMap<>()));
        steps.put(ChangeCause.REVISED_DATA, new TrackedQuantities(new TreeMap<>()));

        assertThat(ChangeExplanation.of(of(TARGET, 0.5), steps))
                .extracting(Change::after)
                .containsExactly(0.5, 0.5, 0.5, 0.7);
    }

    @Test
    void asksForEveryCause() {
        Map<ChangeCause, TrackedQuantities> steps = steps(TARGET, 0.5, 0.5, 0.5, 0.7);
        steps.remove(ChangeCause.TARGET);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeExplanation.of(of(TARGET, 0.5), steps))
                .withMessage("Expecting a step for each cause but were [METHOD, REVISED_DATA, NEW_DATA]");
    }

    private static TrackedQuantities of(Quantity quantity, double number) {
        TreeMap<Quantity, Double> numbers = new TreeMap<>();
        numbers.put(quantity, number);
        return new TrackedQuantities(numbers);
    }

    private static Map<ChangeCause, TrackedQuantities> steps(
            Quantity quantity, double method, double revised, double added, double target) {
        Map<ChangeCause, TrackedQuantities> steps = new TreeMap<>();
        steps.put(ChangeCause.METHOD, of(quantity, method));
        steps.put(ChangeCause.REVISED_DATA, of(quantity, revised));
        steps.put(ChangeCause.NEW_DATA, of(quantity, added));
        steps.put(ChangeCause.TARGET, of(quantity, target));
        return steps;
    }
}
