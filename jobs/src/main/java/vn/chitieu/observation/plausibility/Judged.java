package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A typed figure with what is known of it.
 *
 * @param expectations from known figures and the plan, none from the form itself
 */
record Judged(TypedFigure figure, SeriesHistory history, List<Expectation> expectations) {

    Judged {
        expectations = List.copyOf(expectations);
    }

    BigDecimal value() {
        return figure.value();
    }

    /** Returns the expectation that says most; empty where nothing is known. */
    Optional<Expectation> nearest() {
        return expectations.stream().min(Comparator.comparingDouble(Expectation::width));
    }

    /** Returns the first expectation that a value is out of; none where the same quantity was stated so before. */
    Optional<Expectation> violated(BigDecimal value) {
        boolean isStated =
                expectations.stream().anyMatch(e -> e.comparison() == Comparison.SAME_QUANTITY && e.misfit(value) <= 1);
        return isStated
                ? Optional.empty()
                : expectations.stream().filter(e -> e.misfit(value) > 1).findFirst();
    }

    /** Returns how far the figure is off what is known of it, in widths; empty where nothing is known. */
    Optional<Double> misfit() {
        return expectations.stream().map(e -> e.misfit(value())).max(Comparator.naturalOrder());
    }

    boolean isPositiveFlow() {
        return !figure.isState() && !figure.isChange() && !history.hasNegative();
    }

    boolean isToDate() {
        return !figure.isExpected() && figure.span().firstMonth() == 1;
    }

    /** Returns whether the figure includes what another of its row and year states. */
    boolean includes(Judged other) {
        boolean isLonger = (figure.isExpected() && !other.figure.isExpected())
                || figure.span().months() > other.figure.span().months();
        return isLonger && figure.span().firstMonth() <= other.figure.span().firstMonth();
    }
}
