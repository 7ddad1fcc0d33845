package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.Vintages;
import vn.chitieu.text.Words;

/** Reports what a balance of a gross product found: the account and how each published figure agrees with it. */
final class BalanceReport {

    private static final Words WORDS = Words.of("account");

    static final String BALANCE_NOT_SETTLED = "balance_not_settled";

    private final GrdpBalance balance;
    private final LeastSquaresSolution solution;
    private final Findings findings;
    private final Map<BalanceInput, VintageState> stateOf = new HashMap<>();

    BalanceReport(GrdpBalance balance, LeastSquaresSolution solution, Findings findings) {
        this.balance = balance;
        this.solution = solution;
        this.findings = findings;
        for (VintageState state : balance.states().all()) {
            state.inputs().forEach(input -> stateOf.put(input, state));
        }
    }

    BalancedAccount report() {
        List<FigureResidual> residuals = new ArrayList<>();
        balance.inputs().forEach(input -> residuals.add(residual(input)));
        balance.rejected().forEach(input -> residuals.add(FigureBalance.rejected(input)));
        residuals.sort(Comparator.comparing(FigureResidual::figure, Vintages.ORDER));
        Contradictions.report(residuals, findings);
        reportUnsettled();
        return new BalancedAccount(new BalancedFigures(balance, solution, findings).figures(), residuals);
    }

    private void reportUnsettled() {
        boolean isSettled =
                solution.isConverged() && solution.contradictoryConstraints().isEmpty();
        if (!isSettled) {
            BalanceInput any = balance.inputs().get(0);
            String names = String.join("; ", solution.contradictoryConstraints());
            findings.add(
                    BALANCE_NOT_SETTLED,
                    Finding.Kind.CONTRADICTION,
                    Finding.Severity.ERROR,
                    VisibleVintages.lineOf(any.observation().key()),
                    PeriodName.of(any.observation().key()),
                    "balance",
                    WORDS.text("balance.not_settled", names));
        }
    }

    private FigureResidual residual(BalanceInput input) {
        int year = input.span().year();
        boolean isOfPopulation = input.kind() == FigureKind.POPULATION;
        Optional<Ratio> latest = isOfPopulation
                ? Optional.of(Ratio.level(balance.cells().population(year)))
                : balance.states().latest(year, input.basis()).flatMap(state -> balance.cells()
                        .ratio(state, input));
        Optional<Ratio> seen = isOfPopulation
                ? latest.filter(solution::isDetermined)
                : Optional.ofNullable(stateOf.get(input))
                        .flatMap(state -> balance.cells().ratio(state, input));
        return balance.figures().residual(input, seen, latest, solution);
    }
}
