package vn.chitieu.account.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.leastsquares.Constraint;
import vn.chitieu.account.leastsquares.Equation;
import vn.chitieu.account.leastsquares.FittedEquation;
import vn.chitieu.account.leastsquares.LeastSquaresProblem;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.observation.Observation;

/**
 * A balance whatever it is of: cells, identities that they meet exactly, revisions between them and published figures
 * that measure them; and how each figure agrees with the solution.
 */
final class FigureBalance {

    private final LeastSquaresProblem problem = new LeastSquaresProblem();
    private final Map<BalanceInput, Integer> numbers = new HashMap<>();
    private final Map<Integer, Observation> figures = new HashMap<>();

    int addCell(String name, double start) {
        return problem.addCell(name, start);
    }

    /** Adds that a cell is the sum of others. */
    void addSum(String name, int whole, int... parts) {
        problem.add(new Constraint(name, LinearForm.of(whole).minus(LinearForm.sum(parts)), 0));
    }

    /**
     * Adds that cells were revised.
     *
     * @param change in percent
     * @param relative standard deviation of the change, as a part
     */
    void addRevision(String name, Ratio change, double relative) {
        problem.add(new Equation(name, change, 0, 100 * relative, false));
    }

    /**
     * Adds a published figure.
     *
     * @param release within which no figure is taken for the wrong one of several that fit equally badly; may be empty
     */
    void add(BalanceInput input, Ratio ratio, double standardDeviation, String release) {
        int number = problem.add(new Equation(
                input.observation().key().toString(),
                ratio,
                input.value(),
                standardDeviation,
                !input.isFinal(),
                release));
        numbers.put(input, number);
        figures.put(number, input.observation());
    }

    boolean has(BalanceInput input) {
        return numbers.containsKey(input);
    }

    LeastSquaresSolution solve() {
        return problem.solve(GrdpBalance.LIMIT);
    }

    /** Returns what is left of a figure that was rejected before the balance. */
    static FigureResidual rejected(BalanceInput input) {
        return residual(input, null, 0, null, Verdict.REJECTED_BY_SCREEN, List.of());
    }

    /**
     * Returns how a figure agrees with the balance.
     *
     * @param seen what it measures of the state of knowledge that it is of; used of a figure that repeats another
     * @param latest what it measures of the latest state of knowledge
     */
    FigureResidual residual(
            BalanceInput input, Optional<Ratio> seen, Optional<Ratio> latest, LeastSquaresSolution solution) {
        Double now = latest.filter(solution::isDetermined).map(solution::value).orElse(null);
        Integer number = numbers.get(input);
        if (number == null) {
            Double fitted = seen.map(solution::value).orElse(null);
            return residual(input, fitted, 0, now, Verdict.REPEATS, List.of());
        }
        FittedEquation fitted = solution.fitted(number);
        List<Observation> opponents = fitted.opponents().stream()
                .flatMap(opponent -> Optional.ofNullable(figures.get(opponent)).stream())
                .toList();
        return residual(input, fitted.fitted(), fitted.standardisedResidual(), now, verdict(fitted), opponents);
    }

    private static FigureResidual residual(
            BalanceInput input,
            @Nullable Double fitted,
            double standardised,
            @Nullable Double latest,
            Verdict verdict,
            List<Observation> opponents) {
        return new FigureResidual(
                input.observation(),
                input.knownOn(),
                input.rounding(),
                fitted,
                standardised,
                latest,
                verdict,
                opponents);
    }

    private static Verdict verdict(FittedEquation fitted) {
        if (fitted.isUnresolved()) {
            return Verdict.UNRESOLVED;
        }
        if (fitted.isRejected()) {
            return Verdict.REJECTED;
        }
        if (!fitted.isTestable()) {
            return Verdict.UNTESTABLE;
        }
        return Math.abs(fitted.standardisedResidual()) > GrdpBalance.LIMIT
                ? Verdict.STANDS_AGAINST_OTHERS
                : Verdict.AGREES;
    }
}
