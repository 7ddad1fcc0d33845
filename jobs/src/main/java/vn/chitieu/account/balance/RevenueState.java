package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.reading.MonthSpan;

/** The revenue of some months as one state of knowledge saw it; a release that restates a figure opens another. */
final class RevenueState {

    /**
     * A published figure of revenue.
     *
     * @param indicator of the level that it is about
     * @param plan whose plan it is counted against; empty unless it is an attainment
     */
    record Figure(BalanceInput input, String indicator, String plan) {

        boolean isSameSubject(Figure other) {
            return indicator.equals(other.indicator) && plan.equals(other.plan) && input.kind() == other.input.kind();
        }
    }

    final MonthSpan span;
    final LocalDate opened;
    /** The state that this one revises. */
    @Nullable
    final RevenueState before;

    final List<Figure> figures = new ArrayList<>();
    final Map<String, Integer> cells = new TreeMap<>();
    LocalDate last;

    RevenueState(MonthSpan span, LocalDate opened, @Nullable RevenueState before) {
        this.span = span;
        this.opened = opened;
        this.last = opened;
        this.before = before;
    }

    void add(Figure figure) {
        figures.add(figure);
        last = figure.input().knownOn();
    }

    boolean isRestatedBy(Figure figure) {
        return figures.stream()
                .anyMatch(known -> known.isSameSubject(figure)
                        && known.input().knownOn().isBefore(figure.input().knownOn())
                        && !known.input().isSameValue(figure.input()));
    }

    /** Returns whether it or a state that it revises has the level of an item in print. */
    boolean hasLevel(String indicator) {
        return figures.stream()
                        .anyMatch(figure -> figure.indicator().equals(indicator)
                                && figure.input().kind() == FigureKind.LEVEL)
                || (before != null && before.hasLevel(indicator));
    }
}
