package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gauss–Newton on the cells of a component that its identities leave free, taken in the order of elimination and in
 * units of their first guesses; equations are numbered from 0.
 */
final class GaussNewton {

    /** A cell is not determined where its standard error, all later cells given, is above half its first guess. */
    private static final double LEAST_PRECISION = 4;

    private static final int MOST_CHOICES = 5;
    private static final double SETTLED = 1e-10;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;

    private final List<Equation> equations;
    private final double[] x;
    private final ConstraintElimination elimination;
    private final int[] place;
    private final int[] freeCells;
    private final double[] scale;
    private final boolean[] isRejected;
    /** By how much errors are taken to be larger than assumed; above 1 where a contradiction could not be resolved. */
    private final double[] inflation;

    private List<LinearForm> rows = List.of();
    private NullSpace nullSpace = new NullSpace();
    private boolean[] pinned = new boolean[0];
    private boolean isConverged;
    private @Nullable SparseCholesky latest;
    private @Nullable SparseCholesky cholesky;
    private SparseCholesky.@Nullable SelectedInverse inverse;

    /**
     * Prepares the estimate of a component.
     *
     * @param x of all cells, first guesses to begin with; those of the component are estimated in place
     */
    GaussNewton(LeastSquaresProblem problem, Component component, double[] x) {
        this.equations =
                component.equations.stream().map(problem.equations()::get).toList();
        this.x = x;
        this.elimination = new ConstraintElimination(component.constraints);
        this.isRejected = new boolean[equations.size()];
        this.inflation = new double[equations.size()];
        Arrays.fill(inflation, 1);
        List<Integer> free = component.cells.stream()
                .filter(cell -> !elimination.isBound(cell))
                .toList();
        Map<Integer, Integer> index = new TreeMap<>();
        for (int cell : free) {
            index.put(cell, index.size());
        }
        elimination.complete(x);
        int[] order = MinimumDegree.order(free.size(), patterns(index));
        int last = component.cells.get(component.cells.size() - 1);
        this.place = new int[last + 1];
        this.freeCells = new int[order.length];
        this.scale = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            int cell = free.get(order[i]);
            freeCells[i] = cell;
            place[cell] = i;
            scale[i] = Math.abs(problem.start(cell));
        }
    }

    private List<int[]> patterns(Map<Integer, Integer> index) {
        List<int[]> patterns = new ArrayList<>();
        for (Equation equation : equations) {
            LinearForm gradient = elimination.inFreeCells(equation.ratio().gradient(x));
            int[] pattern = new int[gradient.size()];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = index.getOrDefault(gradient.cell(i), -1);
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    List<String> contradictory() {
        return elimination.contradictory();
    }

    boolean isConverged() {
        return isConverged;
    }

    /** Leaves an equation out of every estimate from now on. */
    void reject(int i) {
        isRejected[i] = true;
    }

    boolean isRejected(int i) {
        return isRejected[i];
    }

    /** Takes the error of an equation to be so many times larger than assumed. */
    void inflate(int i, double factor) {
        inflation[i] = factor;
    }

    boolean isInflated(int i) {
        return inflation[i] != 1;
    }

    /** Returns the standard deviation that an equation's error is taken to have. */
    double deviation(int i) {
        return inflation[i] * equations.get(i).standardDeviation();
    }

    /** Returns what an equation measures of the free cells, linearised at the estimate. */
    LinearForm row(int i) {
        return rows.get(i);
    }

    /** Returns what the estimate says of an equation. */
    double fitted(int i) {
        return equations.get(i).ratio().at(x);
    }

    /** Estimates the cells anew. */
    void estimate() {
        differentiate();
        pinned = factorOfRank(normal(weighted())).leftOut();
        boolean isSame = false;
        for (int choice = 0; choice < MOST_CHOICES && !isSame; choice++) {
            isConverged = false;
            for (int step = 0; step < MOST_STEPS && !isConverged; step++) {
                isConverged = step();
                differentiate();
            }
            boolean[] before = pinned;
            NormalMatrix matrix = normal(weighted());
            SparseCholesky factor = factorOfRank(matrix);
            nullSpace = new NullSpace(matrix, factor);
            pinned = factor.leftOut();
            isSame = Arrays.equals(before, pinned);
        }
        cholesky = factor(normal(weighted()), pinned, 0);
        inverse = cholesky.selectedInverse();
    }

    private void differentiate() {
        rows = equations.stream()
                .map(equation -> inOrder(equation.ratio().gradient(x)))
                .toList();
    }

    /** Returns a form of any cells as one of the free cells in their order, in units of their scale. */
    private LinearForm inOrder(LinearForm form) {
        LinearForm free = elimination.inFreeCells(form);
        TreeMap<Integer, Double> terms = new TreeMap<>();
        for (int i = 0; i < free.size(); i++) {
            int at = place[free.cell(i)];
            terms.put(at, free.weight(i) * scale[at]);
        }
        return LinearForm.of(terms);
    }

    private NormalMatrix normal(List<LinearForm> design) {
        return new NormalMatrix(freeCells.length, design, latest == null ? null : latest.factored);
    }

    private List<LinearForm> weighted() {
        List<LinearForm> weighted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double weight = isRejected[i] ? 0 : 1 / deviation(i);
            weighted.add(rows.get(i).times(weight));
        }
        return weighted;
    }

    private SparseCholesky factor(NormalMatrix matrix, boolean[] toLeaveOut, double tolerance) {
        SparseCholesky factor = new SparseCholesky(matrix, toLeaveOut, tolerance, latest);
        latest = factor;
        return factor;
    }

    /** Returns a factor that leaves out the free cells that only a choice can settle. */
    private SparseCholesky factorOfRank(NormalMatrix matrix) {
        return factor(matrix, new boolean[freeCells.length], LEAST_PRECISION);
    }

    /** Takes a step; returns whether it was too small to matter: less than 1e-5 standard errors of anything. */
    private boolean step() {
        SparseCholesky factor = factor(normal(weighted()), pinned, 0);
        double[] delta = slope();
        double[] slope = delta.clone();
        factor.solve(delta);
        double gain = 0;
        for (int j = 0; j < delta.length; j++) {
            gain += slope[j] * delta[j];
        }
        double before = objective();
        double[] old = new double[freeCells.length];
        for (int j = 0; j < old.length; j++) {
            old[j] = x[freeCells[j]];
        }
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int j = 0; j < old.length; j++) {
                x[freeCells[j]] = old[j] + length * scale[j] * delta[j];
            }
            elimination.complete(x);
            double after = objective();
            if (after <= before * (1 + 1e-9) + 1e-9 && keepsSigns()) {
                return gain < SETTLED;
            }
            length /= 2;
        }
        for (int j = 0; j < old.length; j++) {
            x[freeCells[j]] = old[j];
        }
        elimination.complete(x);
        return gain < 1e4 * SETTLED;
    }

    /** Returns where the residuals pull each free cell: the right-hand side of the normal equations. */
    private double[] slope() {
        double[] slope = new double[freeCells.length];
        for (int i = 0; i < rows.size(); i++) {
            double variance = deviation(i) * deviation(i);
            double pull = isRejected[i] ? 0 : (equations.get(i).value() - fitted(i)) / variance;
            LinearForm row = rows.get(i);
            for (int k = 0; k < row.size(); k++) {
                slope[row.cell(k)] += pull * row.weight(k);
            }
        }
        return slope;
    }

    private double objective() {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!isRejected[i]) {
                double residual = (equations.get(i).value() - fitted(i)) / deviation(i);
                sum += residual * residual;
            }
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** Returns whether no denominator reached 0 or passed it: totals and populations stay above. */
    private boolean keepsSigns() {
        for (Equation equation : equations) {
            for (LinearForm denominator : equation.ratio().denominators()) {
                if (!(denominator.at(x) > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the normal matrix's inverse times what an equation measures. */
    double[] solved(int i) {
        double[] y = new double[freeCells.length];
        LinearForm row = rows.get(i);
        for (int k = 0; k < row.size(); k++) {
            y[row.cell(k)] = row.weight(k);
        }
        if (cholesky != null) {
            cholesky.solve(y);
        }
        return y;
    }

    /** Returns the variance of what the estimate says of an equation. */
    double varianceOfFit(int i) {
        return quadratic(rows.get(i));
    }

    private double quadratic(LinearForm row) {
        if (inverse == null) {
            throw new IllegalStateException("Expecting a fit before its variances");
        }
        return inverse.quadratic(row);
    }

    /** Returns whether the figures determine what an equation measures. */
    boolean isDetermined(int i) {
        return nullSpace.leaves(rows.get(i));
    }

    /** Returns whether the figures determine a form of cells. */
    boolean isDetermined(LinearForm form) {
        return nullSpace.leaves(inOrder(form));
    }

    /** Returns the variance of a form of cells. */
    double variance(LinearForm form) {
        return quadratic(inOrder(form));
    }
}
