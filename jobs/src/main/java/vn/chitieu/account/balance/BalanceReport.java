package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.leastsquares.FittedEquation;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.PeriodName;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Tells what a balance found: the account, how each published figure agrees with it, and what fights with what. */
final class BalanceReport {

    private static final Words WORDS = Words.of("account");

    static final String FAR_FROM_BALANCE = "far_from_balance";
    static final String BALANCE_NOT_SETTLED = "balance_not_settled";

    private final GrdpBalance balance;
    private final LeastSquaresSolution solution;
    private final Findings findings;
    private final Map<BalanceInput, VintageState> viewOf = new HashMap<>();
    private final Map<String, VintageState> latest = new HashMap<>();

    BalanceReport(GrdpBalance balance, LeastSquaresSolution solution, Findings findings) {
        this.balance = balance;
        this.solution = solution;
        this.findings = findings;
        for (VintageState view : balance.views().all()) {
            view.inputs.forEach(input -> viewOf.put(input, view));
        }
        balance.views().latest().forEach(view -> latest.put(key(view.year, view.basis), view));
    }

    private static String key(int year, PriceBasis basis) {
        return year + " " + basis;
    }

    BalancedAccount report() {
        List<FigureResidual> residuals = new ArrayList<>();
        for (BalanceInput input : balance.inputs()) {
            residuals.add(residual(input));
        }
        for (BalanceInput input : balance.leftOut()) {
            residuals.add(new FigureResidual(
                    input.observation(),
                    input.knownOn(),
                    input.rounding(),
                    null,
                    0,
                    null,
                    Verdict.LEFT_OUT,
                    List.of()));
        }
        residuals.sort(Comparator.comparing(FigureResidual::figure, Vintages.ORDER));
        reportContradictions(residuals, findings);
        reportUnsettled();
        return new BalancedAccount(
                new BalancedFigures(balance, solution, latest.values(), findings).figures(), residuals);
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
        Optional<Ratio> latestRatio = input.kind() == FigureKind.POPULATION
                ? populationRatio(input)
                : Optional.ofNullable(latest.get(key(input.span().year(), input.basis())))
                        .flatMap(view -> balance.ratio(view, input));
        Double now =
                latestRatio.filter(solution::isDetermined).map(solution::value).orElse(null);
        Optional<Integer> number = balance.equation(input);
        if (number.isEmpty()) {
            return new FigureResidual(
                    input.observation(),
                    input.knownOn(),
                    input.rounding(),
                    viewOf.containsKey(input) ? fittedOfTwin(input) : now,
                    0,
                    now,
                    Verdict.REPEATS,
                    List.of());
        }
        FittedEquation fitted = solution.fitted(number.get());
        List<Observation> opponents = fitted.opponents().stream()
                .map(opponent -> balance.input(opponent).observation())
                .toList();
        return new FigureResidual(
                input.observation(),
                input.knownOn(),
                input.rounding(),
                fitted.fitted(),
                fitted.standardisedResidual(),
                now,
                verdict(fitted),
                opponents);
    }

    private Optional<Ratio> populationRatio(BalanceInput input) {
        return Optional.of(
                Ratio.level(LinearForm.of(balance.population(input.span().year()))));
    }

    private @Nullable Double fittedOfTwin(BalanceInput input) {
        return Optional.ofNullable(viewOf.get(input))
                .flatMap(view -> balance.ratio(view, input))
                .map(solution::value)
                .orElse(null);
    }

    static Verdict verdict(FittedEquation fitted) {
        if (fitted.isUnresolved()) {
            return Verdict.UNRESOLVED;
        }
        if (fitted.isRejected()) {
            return Verdict.SET_ASIDE;
        }
        if (!fitted.isTestable()) {
            return Verdict.UNTESTABLE;
        }
        return Math.abs(fitted.standardisedResidual()) > GrdpBalance.LIMIT
                ? Verdict.STANDS_AGAINST_OTHERS
                : Verdict.AGREES;
    }

    /** Reports every figure that stands apart; of figures that nothing tells apart the first, with the others. */
    static void reportContradictions(List<FigureResidual> residuals, Findings findings) {
        Set<Observation> named = new HashSet<>();
        for (FigureResidual residual : residuals) {
            if (!named.contains(residual.figure())) {
                reportContradiction(residual, findings);
            }
            if (residual.verdict() == Verdict.UNRESOLVED) {
                named.addAll(residual.opponents());
            }
        }
    }

    private static void reportContradiction(FigureResidual residual, Findings findings) {
        Double fitted = residual.fitted();
        boolean isApart = residual.verdict() == Verdict.SET_ASIDE
                || residual.verdict() == Verdict.UNRESOLVED
                || residual.verdict() == Verdict.STANDS_AGAINST_OTHERS;
        Observation figure = residual.figure();
        String subject = figure.key() + "@" + residual.knownOn() + "="
                + figure.value().stripTrailingZeros().toPlainString();
        if (!isApart || fitted == null || findings.has(Findings.RESTATED_FIGURE, subject)) {
            return;
        }
        VisibleVintages.Line line = VisibleVintages.lineOf(figure.key());
        String unitCode = FigureName.unitCode(line);
        int decimals = Math.max(0, figure.value().scale());
        boolean sameDay = residual.opponents().stream()
                .anyMatch(other -> other.sourceDate().equals(figure.sourceDate()));
        boolean isLater = residual.opponents().stream()
                .anyMatch(other -> other.sourceDate().isAfter(figure.sourceDate()));
        Finding.Kind kind = sameDay || !isLater ? Finding.Kind.CONTRADICTION : Finding.Kind.REVISION;
        findings.add(
                FAR_FROM_BALANCE,
                kind,
                kind == Finding.Kind.CONTRADICTION ? Finding.Severity.WARNING : Finding.Severity.INFORMATION,
                line,
                PeriodName.of(figure.key()),
                subject,
                FigureName.sentence(
                        "balance.far",
                        FigureName.of(line),
                        FigureName.of(PeriodName.of(figure.key()).span()),
                        FigureName.amount(figure.value().doubleValue(), decimals, unitCode),
                        PrintedDay.of(residual.knownOn()),
                        FigureName.amount(fitted, decimals + 1, unitCode),
                        PrintedNumber.of(Math.abs(residual.standardisedResidual()), 1),
                        opponents(residual.opponents()),
                        outcome(residual.verdict())));
    }

    private static LocalizedText outcome(Verdict verdict) {
        return switch (verdict) {
            case SET_ASIDE -> WORDS.text("balance.rejected");
            case UNRESOLVED -> WORDS.text("balance.unresolved");
            default -> WORDS.text("balance.final");
        };
    }

    private static LocalizedText opponents(List<Observation> opponents) {
        if (opponents.isEmpty()) {
            return WORDS.text("balance.identities");
        }
        List<LocalizedText> phrases = opponents.stream()
                .map(other -> {
                    VisibleVintages.Line line = VisibleVintages.lineOf(other.key());
                    return FigureName.sentence(
                            "balance.figure",
                            FigureName.of(line),
                            FigureName.of(PeriodName.of(other.key()).span()),
                            FigureName.amount(
                                    other.value().doubleValue(),
                                    Math.max(0, other.value().scale()),
                                    FigureName.unitCode(line)));
                })
                .toList();
        return LocalizedText.join("; ", phrases);
    }
}
