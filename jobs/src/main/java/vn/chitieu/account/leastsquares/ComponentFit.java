package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of cells that figures or identities connect: Gauss–Newton on the cells that the identities leave free,
 * with figures set aside one at a time that do not fit (data snooping, Baarda 1968).
 */
final class ComponentFit {

    /** The numbers of the cells and equations of a component, and its constraints. */
    static final class Part {
        final List<Integer> cells = new ArrayList<>();
        final List<Integer> equations = new ArrayList<>();
        final List<Constraint> constraints = new ArrayList<>();
    }

    /** A cell is not determined where its standard error, all later cells given, is above half its first guess. */
    private static final double LEAST_PRECISION = 4;

    private static final int MOST_CHOICES = 5;
    private static final double SETTLED = 1e-10;
    private static final double NULL = 1e-3;
    private static final double UNTESTABLE = 1e-4;
    /** Residuals that differ by less than this part are alike. */
    private static final double ALIKE = 0.01;

    /** Above this correlation of their residuals two figures cannot be told apart. */
    private static final double INSEPARABLE = 0.99;

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final int MOST_OPPONENTS = 4;
    private static final double LEAST_INFLUENCE = 0.05;

    private final List<Equation> equations;
    private final Part part;
    private final double[] x;
    private final ConstraintElimination elimination;
    private final int[] place;
    private final int[] freeCells;
    private final double[] scale;
    private final boolean[] isOut;
    /** By how much errors are taken to be larger than assumed; above 1 where a contradiction could not be resolved. */
    private final double[] inflation;

    private final Map<Integer, FittedEquation> fitted = new TreeMap<>();
    private final Map<Integer, FittedEquation> unresolved = new TreeMap<>();
    private final List<LinearForm> nullVectors = new ArrayList<>();
    private List<LinearForm> rows = List.of();
    private boolean[] pinned = new boolean[0];
    private boolean isConverged;
    private @Nullable SparseCholesky latest;
    private @Nullable SparseCholesky cholesky;
    private SparseCholesky.@Nullable SelectedInverse inverse;

    ComponentFit(LeastSquaresProblem problem, Part part, double[] x) {
        this.equations = problem.equations();
        this.part = part;
        this.x = x;
        this.elimination = new ConstraintElimination(part.constraints);
        this.isOut = new boolean[part.equations.size()];
        this.inflation = new double[part.equations.size()];
        Arrays.fill(inflation, 1);
        List<Integer> free =
                part.cells.stream().filter(cell -> !elimination.isBound(cell)).toList();
        Map<Integer, Integer> index = new TreeMap<>();
        for (int cell : free) {
            index.put(cell, index.size());
        }
        elimination.complete(x);
        int[] order = MinimumDegree.order(free.size(), patterns(index));
        int last = part.cells.get(part.cells.size() - 1);
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
        for (int number : part.equations) {
            LinearForm gradient =
                    elimination.inFreeCells(equations.get(number).ratio().gradient(x));
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

    FittedEquation fitted(int number) {
        FittedEquation found = fitted.get(number);
        if (found == null) {
            throw new IllegalArgumentException("Expecting a figure of this component but was " + number);
        }
        return found;
    }

    void fit(double removalLimit) {
        iterate();
        judge();
        boolean goesOn = removalLimit < Double.POSITIVE_INFINITY;
        while (goesOn) {
            int worst = worst(removalLimit);
            goesOn = worst >= 0;
            if (goesOn) {
                List<Integer> alike = alike(worst);
                if (alike.size() > 1) {
                    alike.forEach(i -> leaveOpen(i, alike));
                } else {
                    isOut[worst] = true;
                }
                iterate();
                judge();
            }
        }
        addOpponents(removalLimit);
    }

    /** Returns the place of the figure that fits worst, the later of two alike; -1 if all fit. */
    private int worst(double removalLimit) {
        int worst = -1;
        double most = removalLimit;
        for (int i = 0; i < isOut.length; i++) {
            int number = part.equations.get(i);
            FittedEquation of = fitted(number);
            double size = Math.abs(of.standardisedResidual());
            if (isSuspect(i) && size > removalLimit && size >= most * (1 - ALIKE)) {
                most = Math.max(size, most);
                worst = i;
            }
        }
        return worst;
    }

    private boolean isSuspect(int i) {
        int number = part.equations.get(i);
        return !isOut[i]
                && inflation[i] == 1
                && equations.get(number).isRemovable()
                && fitted(number).isTestable();
    }

    /**
     * Returns the figures whose residuals move with that of the worst, so that no fit tells them apart, if all of them
     * are of one release; else only the worst.
     */
    private List<Integer> alike(int worst) {
        String release = equations.get(part.equations.get(worst)).release();
        double[] y = solved(worst);
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < isOut.length; i++) {
            boolean isInseparable = isSuspect(i)
                    && Math.abs(rows.get(i).at(y))
                            > INSEPARABLE * Math.sqrt(varianceOfResidual(i) * varianceOfResidual(worst));
            if (i == worst || isInseparable) {
                if (release.isEmpty()
                        || !equations.get(part.equations.get(i)).release().equals(release)) {
                    return List.of(worst);
                }
                alike.add(i);
            }
        }
        return alike;
    }

    private double varianceOfResidual(int i) {
        return deviation(i) * deviation(i) - quadratic(rows.get(i));
    }

    /** Returns the normal matrix's inverse times what a figure measures. */
    private double[] solved(int i) {
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

    /** Keeps a figure with an error as large as its contradiction (Birge 1932), and what the others say of it. */
    private void leaveOpen(int i, List<Integer> alike) {
        int number = part.equations.get(i);
        FittedEquation of = fitted(number);
        double variance = deviation(i) * deviation(i);
        double ofOthers = of.residual() * variance / varianceOfResidual(i);
        unresolved.put(
                number,
                new FittedEquation(
                        equations.get(number).value() - ofOthers,
                        ofOthers,
                        of.standardisedResidual(),
                        true,
                        false,
                        true,
                        alike.stream()
                                .filter(other -> other != i)
                                .limit(MOST_OPPONENTS)
                                .map(part.equations::get)
                                .toList()));
        inflation[i] = Math.abs(of.standardisedResidual());
    }

    private double deviation(int i) {
        return inflation[i] * equations.get(part.equations.get(i)).standardDeviation();
    }

    private void iterate() {
        differentiate();
        pinned = rank(false);
        boolean isSame = false;
        for (int choice = 0; choice < MOST_CHOICES && !isSame; choice++) {
            isConverged = false;
            for (int step = 0; step < MOST_STEPS && !isConverged; step++) {
                isConverged = step();
                differentiate();
            }
            boolean[] before = pinned;
            pinned = rank(true);
            isSame = Arrays.equals(before, pinned);
        }
        cholesky = factor(normal(weighted()), pinned, 0);
        inverse = cholesky.selectedInverse();
    }

    private void differentiate() {
        List<LinearForm> fresh = new ArrayList<>();
        for (int number : part.equations) {
            fresh.add(inOrder(equations.get(number).ratio().gradient(x)));
        }
        rows = fresh;
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
            double weight = isOut[i] ? 0 : 1 / deviation(i);
            weighted.add(rows.get(i).times(weight));
        }
        return weighted;
    }

    private SparseCholesky factor(NormalMatrix matrix, boolean[] toLeaveOut, double tolerance) {
        SparseCholesky factor = new SparseCholesky(matrix, toLeaveOut, tolerance, latest);
        latest = factor;
        return factor;
    }

    /** Returns which free cells only a choice can settle. */
    private boolean[] rank(boolean withNullVectors) {
        NormalMatrix matrix = normal(weighted());
        SparseCholesky factor = factor(matrix, new boolean[freeCells.length], LEAST_PRECISION);
        if (withNullVectors) {
            nullVectors.clear();
            for (int j = 0; j < freeCells.length && factor.leftOutCount() > 0; j++) {
                if (factor.isLeftOut(j)) {
                    nullVectors.add(nullVector(matrix, factor, j));
                }
            }
        }
        return factor.leftOut();
    }

    private static LinearForm nullVector(NormalMatrix matrix, SparseCholesky factor, int pin) {
        double[] z = new double[matrix.size];
        for (int j = 0; j <= pin; j++) {
            for (int p = matrix.start[j]; p < matrix.start[j + 1]; p++) {
                if (j == pin) {
                    z[matrix.row[p]] = -matrix.value[p];
                } else if (matrix.row[p] == pin) {
                    z[j] = -matrix.value[p];
                }
            }
        }
        factor.solve(z);
        z[pin] = 1;
        TreeMap<Integer, Double> terms = new TreeMap<>();
        for (int i = 0; i < z.length; i++) {
            if (Math.abs(z[i]) > NULL / 100) {
                terms.put(i, z[i]);
            }
        }
        return LinearForm.of(terms);
    }

    /** Takes a step; returns whether it was too small to matter: less than 1e-5 standard errors of anything. */
    private boolean step() {
        SparseCholesky factor = factor(normal(weighted()), pinned, 0);
        double[] delta = new double[freeCells.length];
        for (int i = 0; i < rows.size(); i++) {
            Equation equation = equations.get(part.equations.get(i));
            double variance = deviation(i) * deviation(i);
            double pull = isOut[i] ? 0 : (equation.value() - equation.ratio().at(x)) / variance;
            LinearForm row = rows.get(i);
            for (int k = 0; k < row.size(); k++) {
                delta[row.cell(k)] += pull * row.weight(k);
            }
        }
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

    private double objective() {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!isOut[i]) {
                Equation equation = equations.get(part.equations.get(i));
                double residual = (equation.value() - equation.ratio().at(x)) / deviation(i);
                sum += residual * residual;
            }
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** Returns whether no denominator reached 0 or passed it: totals and populations stay above. */
    private boolean keepsSigns() {
        for (int number : part.equations) {
            for (LinearForm denominator : equations.get(number).ratio().denominators()) {
                if (!(denominator.at(x) > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void judge() {
        for (int i = 0; i < rows.size(); i++) {
            int number = part.equations.get(i);
            Equation equation = equations.get(number);
            double value = equation.ratio().at(x);
            double residual = equation.value() - value;
            double variance = deviation(i) * deviation(i);
            double ofFit = quadratic(rows.get(i));
            boolean isTestable = isOut[i] ? isNullFree(rows.get(i)) : variance - ofFit > UNTESTABLE * variance;
            double deviation = Math.sqrt(isOut[i] ? variance + ofFit : Math.max(variance - ofFit, 0));
            fitted.put(
                    number,
                    new FittedEquation(
                            value,
                            residual,
                            isTestable ? residual / deviation : 0,
                            isTestable,
                            isOut[i],
                            false,
                            List.of()));
        }
        fitted.putAll(unresolved);
    }

    private double quadratic(LinearForm row) {
        if (inverse == null) {
            throw new IllegalStateException("Expecting a fit before its variances");
        }
        return inverse.quadratic(row);
    }

    private void addOpponents(double limit) {
        for (int i = 0; i < rows.size(); i++) {
            int number = part.equations.get(i);
            FittedEquation of = fitted(number);
            if (Math.abs(of.standardisedResidual()) > limit && !of.isUnresolved()) {
                fitted.put(
                        number,
                        new FittedEquation(
                                of.fitted(),
                                of.residual(),
                                of.standardisedResidual(),
                                of.isTestable(),
                                of.isSetAside(),
                                false,
                                opponents(i)));
            }
        }
    }

    /** Returns the figures with the largest parts in the variance of what the fit says of a figure. */
    private List<Integer> opponents(int of) {
        double[] y = solved(of);
        double[] influence = new double[rows.size()];
        double all = 0;
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < influence.length; i++) {
            Equation equation = equations.get(part.equations.get(i));
            if (i != of && !isOut[i] && equation.isRemovable()) {
                double weight = rows.get(i).at(y) / deviation(i);
                influence[i] = weight * weight;
                all += influence[i];
                others.add(i);
            }
        }
        double least = LEAST_INFLUENCE * all;
        return others.stream()
                .filter(i -> influence[i] > least)
                .sorted(Comparator.comparingDouble((Integer i) -> -influence[i]))
                .limit(MOST_OPPONENTS)
                .map(part.equations::get)
                .toList();
    }

    /** Returns whether the figures determine a form of cells. */
    boolean isDetermined(LinearForm form) {
        return isNullFree(inOrder(form));
    }

    private boolean isNullFree(LinearForm row) {
        double largest = 0;
        for (int k = 0; k < row.size(); k++) {
            largest = Math.max(largest, Math.abs(row.weight(k)));
        }
        for (LinearForm vector : nullVectors) {
            double along = 0;
            for (int k = 0; k < row.size(); k++) {
                along += row.weight(k) * vector.weightOf(row.cell(k));
            }
            if (Math.abs(along) > NULL * largest) {
                return false;
            }
        }
        return true;
    }

    double variance(LinearForm form) {
        return quadratic(inOrder(form));
    }
}
