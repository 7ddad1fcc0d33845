package vn.chitieu.account.balance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Reports the figures that a balance contradicts, each with the figures that contradict it. */
final class Contradictions {

    private static final Words WORDS = Words.of("account");

    static final String FAR_FROM_BALANCE = "far_from_balance";

    private Contradictions() {}

    /** Reports every figure that stands apart; of figures that nothing distinguishes the first, with the others. */
    static void report(List<FigureResidual> residuals, Findings findings) {
        Set<Observation> named = new HashSet<>();
        for (FigureResidual residual : residuals) {
            if (!named.contains(residual.figure())) {
                reportOne(residual, findings);
            }
            if (residual.verdict() == Verdict.UNRESOLVED) {
                named.addAll(residual.opponents());
            }
        }
    }

    private static void reportOne(FigureResidual residual, Findings findings) {
        Double fitted = residual.fitted();
        boolean isApart = residual.verdict() == Verdict.REJECTED
                || residual.verdict() == Verdict.UNRESOLVED
                || residual.verdict() == Verdict.STANDS_AGAINST_OTHERS;
        Observation figure = residual.figure();
        String subject = Findings.subject(figure, residual.knownOn());
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
            case REJECTED -> WORDS.text("balance.rejected");
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
