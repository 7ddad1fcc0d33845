package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.List;

/** Cells that are not known, what figures say of them, and the identities that they meet exactly. */
public final class LeastSquaresProblem {

    private final List<String> names = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    /**
     * Adds a cell and returns its number, from 0. Of the cells of an identity the first added is the one that is
     * expressed by the others.
     *
     * @param start a guess of its value, also its order of magnitude; not 0
     */
    public int addCell(String name, double start) {
        if (!Double.isFinite(start) || start == 0) {
            throw new IllegalArgumentException("Expecting a first guess of " + name + " other than 0 but was " + start);
        }
        names.add(name);
        starts.add(start);
        return names.size() - 1;
    }

    /** Adds a figure and returns its number, from 0. Of two figures that fit equally badly the later goes first. */
    public int add(Equation equation) {
        equations.add(equation);
        return equations.size() - 1;
    }

    /** Adds an identity; one that those before it already imply changes nothing. */
    public void add(Constraint constraint) {
        constraints.add(constraint);
    }

    int size() {
        return names.size();
    }

    String name(int cell) {
        return names.get(cell);
    }

    double start(int cell) {
        return starts.get(cell);
    }

    List<Equation> equations() {
        return equations;
    }

    List<Constraint> constraints() {
        return constraints;
    }

    /**
     * Returns the estimate of all cells.
     *
     * @param removalLimit a figure whose standardised residual is beyond this is rejected, the worst first, and the
     *     rest fitted anew; infinite keeps every figure
     */
    public LeastSquaresSolution solve(double removalLimit) {
        return new LeastSquaresSolution(this, removalLimit);
    }
}
