package vn.chitieu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chitieu.attainment.ChangeExplanation.Change;
import vn.chitieu.attainment.ChangeExplanation.Origin;
import vn.chitieu.attainment.ChangeExplanation.Step;
import vn.chitieu.attainment.TrackedQuantities.Quantity;

public class ChangeExplanationTest {

    private static final Quantity EXPORTS = TrackedQuantities.point("VN.exports._T.current", 2025);
    private static final Quantity TARGET = TrackedQuantities.probability("viet-nam-2025", "14");

    /**
     * 100 becomes 104 by the method, 103 by a revision of imports, 110 by new exports; the target changes nothing, so
     * nothing is said of it.
     */
    @Test
    void eachCauseStartsWhereTheOneBeforeEnds() {
        List<Change> changes = ChangeExplanation.of(of(EXPORTS, 100), steps(EXPORTS, 104, 103, 110, 110), q -> true);

        assertThat(changes)
                .extracting(Change::cause)
                .containsExactly(ChangeCause.METHOD, ChangeCause.REVISED_DATA, ChangeCause.NEW_DATA);
        assertThat(changes).extracting(Change::position).containsExactly(1, 2, 3);
        assertThat(changes)
                .extracting(change -> change.origin().indicatorCode())
                .containsExactly("", "imports", "exports");
        assertThat(changes).extracting(Change::before).containsExactly(100.0, 104.0, 103.0);
        assertThat(changes).extracting(Change::effect).containsExactly(4.0, -1.0, 7.0);
        assertThat(changes.stream().mapToDouble(Change::effect).sum()).isEqualTo(110 - 100);
    }

    @Test
    void aNumberThatStayedThatOneRunLacksOrThatNobodyAsksForIsNotExplained() {
        TrackedQuantities before = of(EXPORTS, 100);

        assertThat(ChangeExplanation.of(before, steps(EXPORTS, 101, 99, 100, 100), q -> true))
                .isEmpty();
        assertThat(ChangeExplanation.of(before, steps(TARGET, 0.1, 0.2, 0.3, 0.4), q -> true))
                .isEmpty();
        assertThat(ChangeExplanation.of(before, steps(EXPORTS, 101, 99, 98, 97), Quantity::isOfTarget))
                .isEmpty();
    }

    @Test
    void aStepThatLacksANumberLeavesItAsItWas() {
        TrackedQuantities none = new TrackedQuantities(new TreeMap<>());
        List<Step> steps = List.of(
                new Step(ChangeCause.METHOD, Origin.NONE, none),
                new Step(ChangeCause.NEW_DATA, new Origin("exports", "nso/2025-07-15"), of(TARGET, 0.6)),
                new Step(ChangeCause.TARGET, Origin.NONE, of(TARGET, 0.7)));

        assertThat(ChangeExplanation.of(of(TARGET, 0.5), steps, q -> true))
                .extracting(Change::before)
                .containsExactly(0.5, 0.6);
    }

    private static TrackedQuantities of(Quantity quantity, double number) {
        TreeMap<Quantity, Double> numbers = new TreeMap<>();
        numbers.put(quantity, number);
        return new TrackedQuantities(numbers);
    }

    private static List<Step> steps(Quantity quantity, double method, double revised, double added, double target) {
        return List.of(
                new Step(ChangeCause.METHOD, Origin.NONE, of(quantity, method)),
                new Step(ChangeCause.REVISED_DATA, new Origin("imports", "nso/2025-07-15"), of(quantity, revised)),
                new Step(ChangeCause.NEW_DATA, new Origin("exports", "nso/2025-07-15"), of(quantity, added)),
                new Step(ChangeCause.TARGET, Origin.NONE, of(quantity, target)));
    }
}
