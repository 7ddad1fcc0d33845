package vn.chitieu.account.leastsquares;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The estimate of a component, with figures rejected one at a time that do not fit (data snooping, Baarda 1968), and
 * how every figure agrees with it.
 */
final class ComponentFit {

    private static final double UNTESTABLE = 1e-4;
    /** Residuals that differ by less than this part are alike. */
    private static final double ALIKE = 0.01;

    /** Above this correlation of their residuals two figures cannot be distinguished. */
    private static final double INSEPARABLE = 0.99;

    private static final int MOST_OPPONENTS = 4;
    private static final double LEAST_INFLUENCE = 0.05;

    private final List<Equation> equations;
    private final List<Integer> numbers;
    private final GaussNewton estimate;
    private final Map<Integer, FittedEquation> fitted = new TreeMap<>();
    private final Map<Integer, FittedEquation> unresolved = new TreeMap<>();

    ComponentFit(LeastSquaresProblem problem, Component component, double[] x) {
        this.numbers = component.equations;
        this.equations = numbers.stream().map(problem.equations()::get).toList();
        this.estimate = new GaussNewton(problem, component, x);
    }

    List<String> contradictory() {
        return estimate.contradictory();
    }

    boolean isConverged() {
        return estimate.isConverged();
    }

    /** Returns whether the figures determine a form of cells. */
    boolean isDetermined(LinearForm form) {
        return estimate.isDetermined(form);
    }

    /** Returns the variance of a form of cells. */
    double variance(LinearForm form) {
        return estimate.variance(form);
    }

    FittedEquation fitted(int number) {
        FittedEquation found = fitted.get(number);
        if (found == null) {
            throw new IllegalArgumentException("Expecting a figure of this component but was " + number);
        }
        return found;
    }

    void fit(double removalLimit) {
        estimate.estimate();
        judge();
        boolean goesOn = removalLimit < Double.POSITIVE_INFINITY;
        while (goesOn) {
            int worst = worst(removalLimit);
            goesOn = worst >= 0;
            if (goesOn) {
                List<Integer> alike = alike(worst);
                if (alike.size() > 1) {
                    alike.forEach(i -> keepUnresolved(i, alike));
                } else {
                    estimate.reject(worst);
                }
                estimate.estimate();
                judge();
            }
        }
        addOpponents(removalLimit);
    }

    /** Returns the place of the figure that fits worst, the later of two alike; -1 if all fit. */
    private int worst(double removalLimit) {
        int worst = -1;
        double most = removalLimit;
        for (int i = 0; i < equations.size(); i++) {
            double size = Math.abs(fitted(numbers.get(i)).standardisedResidual());
            if (isSuspect(i) && size > removalLimit && size >= most * (1 - ALIKE)) {
                most = Math.max(size, most);
                worst = i;
            }
        }
        return worst;
    }

    private boolean isSuspect(int i) {
        return !estimate.isRejected(i)
                && !estimate.isInflated(i)
                && equations.get(i).isRemovable()
                && fitted(numbers.get(i)).isTestable();
    }

    /**
     * Returns the figures whose residuals move with that of the worst, so that no fit distinguishes them, if all of
     * them are of one release; else only the worst.
     */
    private List<Integer> alike(int worst) {
        String release = equations.get(worst).release();
        double[] y = estimate.solved(worst);
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < equations.size(); i++) {
            boolean isInseparable = isSuspect(i)
                    && Math.abs(estimate.row(i).at(y))
                            > INSEPARABLE * Math.sqrt(varianceOfResidual(i) * varianceOfResidual(worst));
            if (i == worst || isInseparable) {
                if (release.isEmpty() || !equations.get(i).release().equals(release)) {
                    return List.of(worst);
                }
                alike.add(i);
            }
        }
        return alike;
    }

    private double varianceOfError(int i) {
        return estimate.deviation(i) * estimate.deviation(i);
    }

    private double varianceOfResidual(int i) {
        return varianceOfError(i) - estimate.varianceOfFit(i);
    }

    /** Keeps a figure with an error as large as its contradiction (Birge 1932), and what the others say of it. */
    private void keepUnresolved(int i, List<Integer> alike) {
        FittedEquation of = fitted(numbers.get(i));
        double ofOthers = of.residual() * varianceOfError(i) / varianceOfResidual(i);
        unresolved.put(
                numbers.get(i),
                new FittedEquation(
                        equations.get(i).value() - ofOthers,
                        ofOthers,
                        of.standardisedResidual(),
                        true,
                        false,
                        true,
                        alike.stream()
                                .filter(other -> other != i)
                                .limit(MOST_OPPONENTS)
                                .map(numbers::get)
                                .toList()));
        estimate.inflate(i, Math.abs(of.standardisedResidual()));
    }

    private void judge() {
        for (int i = 0; i < equations.size(); i++) {
            double value = estimate.fitted(i);
            double residual = equations.get(i).value() - value;
            double variance = varianceOfError(i);
            double ofFit = estimate.varianceOfFit(i);
            boolean isRejected = estimate.isRejected(i);
            boolean isTestable = isRejected ? estimate.isDetermined(i) : variance - ofFit > UNTESTABLE * variance;
            double deviation = Math.sqrt(isRejected ? variance + ofFit : Math.max(variance - ofFit, 0));
            fitted.put(
                    numbers.get(i),
                    new FittedEquation(
                            value,
                            residual,
                            isTestable ? residual / deviation : 0,
                            isTestable,
                            isRejected,
                            false,
                            List.of()));
        }
        fitted.putAll(unresolved);
    }

    private void addOpponents(double limit) {
        for (int i = 0; i < equations.size(); i++) {
            FittedEquation of = fitted(numbers.get(i));
            if (Math.abs(of.standardisedResidual()) > limit && !of.isUnresolved()) {
                fitted.put(numbers.get(i), of.withOpponents(opponents(i)));
            }
        }
    }

    /** Returns the figures with the largest parts in the variance of what the fit says of a figure. */
    private List<Integer> opponents(int of) {
        double[] y = estimate.solved(of);
        double[] influence = new double[equations.size()];
        double all = 0;
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < influence.length; i++) {
            if (i != of && !estimate.isRejected(i) && equations.get(i).isRemovable()) {
                double weight = estimate.row(i).at(y) / estimate.deviation(i);
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
                .map(numbers::get)
                .toList();
    }
}
