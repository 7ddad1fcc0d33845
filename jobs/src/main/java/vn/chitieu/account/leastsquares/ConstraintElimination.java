package vn.chitieu.account.leastsquares;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Solves exact constraints for as many cells as they bind and expresses these by the cells that stay free.
 *
 * <p>Gaussian elimination on sparse rows; each row is solved for its weightiest cell.
 */
final class ConstraintElimination {

    private static final double NOISE = 1e-10;

    private record Bound(LinearForm form, double constant) {}

    private final Map<Integer, Bound> bound = new TreeMap<>();
    private final List<String> contradictory = new ArrayList<>();

    ConstraintElimination(List<Constraint> constraints) {
        Deque<Integer> order = new ArrayDeque<>();
        for (Constraint constraint : constraints) {
            Bound row = substitute(new Bound(constraint.form(), -constraint.value()));
            double size = Math.abs(constraint.value());
            for (int i = 0; i < constraint.form().size(); i++) {
                size = Math.max(size, Math.abs(constraint.form().weight(i)));
            }
            int pivot = weightiest(row.form());
            if (pivot < 0) {
                if (Math.abs(row.constant()) > NOISE * size) {
                    contradictory.add(constraint.name());
                }
                continue;
            }
            double weight = row.form().weightOf(pivot);
            LinearForm rest = row.form().plus(-weight, LinearForm.of(pivot)).times(-1 / weight);
            bound.put(pivot, new Bound(rest, -row.constant() / weight));
            order.push(pivot);
        }
        for (int pivot : order) {
            Bound row = bound.getOrDefault(pivot, new Bound(LinearForm.sum(), 0));
            bound.put(pivot, substitute(row));
        }
    }

    private static int weightiest(LinearForm form) {
        int best = -1;
        double weight = 0;
        for (int i = 0; i < form.size(); i++) {
            if (Math.abs(form.weight(i)) > weight * (1 + NOISE)) {
                weight = Math.abs(form.weight(i));
                best = form.cell(i);
            }
        }
        return best;
    }

    private Bound substitute(Bound row) {
        LinearForm form = row.form();
        double constant = row.constant();
        boolean changed = true;
        while (changed) {
            changed = false;
            LinearForm next = form;
            for (int i = 0; i < form.size(); i++) {
                Bound known = bound.get(form.cell(i));
                if (known != null) {
                    double weight = form.weight(i);
                    next = next.plus(-weight, LinearForm.of(form.cell(i))).plus(weight, known.form());
                    constant += weight * known.constant();
                    changed = true;
                }
            }
            form = changed ? next.withoutNoise(NOISE) : next;
        }
        return new Bound(form, constant);
    }

    /** Returns the names of constraints that no cells can meet together with those before them. */
    List<String> contradictory() {
        return contradictory;
    }

    boolean isBound(int cell) {
        return bound.containsKey(cell);
    }

    /** Returns a form in free cells whose weights are those of the given form after substitution. */
    LinearForm inFreeCells(LinearForm form) {
        boolean anyBound = false;
        for (int i = 0; i < form.size() && !anyBound; i++) {
            anyBound = bound.containsKey(form.cell(i));
        }
        return anyBound ? substitute(new Bound(form, 0)).form() : form;
    }

    /** Sets the bound cells from the free ones. */
    void complete(double[] x) {
        bound.forEach((cell, row) -> x[cell] = row.form().at(x) + row.constant());
    }
}
