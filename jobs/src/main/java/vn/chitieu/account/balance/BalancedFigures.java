package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.account.reading.PeriodName;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Reads the account out of a solved balance: every measure of every cell, with its standard error or as unknown. */
final class BalancedFigures {

    private static final Words WORDS = Words.of("account");

    static final String ONLY_AS_A_SUM = "determined_only_as_a_sum";

    private static final Comparator<BalancedFigure> ORDER = Comparator.comparing(BalancedFigure::itemCode)
            .thenComparing(BalancedFigure::priceBasis)
            .thenComparing(BalancedFigure::period)
            .thenComparing(BalancedFigure::accumulation)
            .thenComparing(BalancedFigure::measure);

    private final GrdpBalance balance;
    private final LeastSquaresSolution solution;
    private final Collection<VintageState> latest;
    private final Findings findings;

    BalancedFigures(
            GrdpBalance balance, LeastSquaresSolution solution, Collection<VintageState> latest, Findings findings) {
        this.balance = balance;
        this.solution = solution;
        this.latest = latest;
        this.findings = findings;
    }

    List<BalancedFigure> figures() {
        List<BalancedFigure> figures = new ArrayList<>();
        for (VintageState view : latest) {
            for (MonthSpan span : view.spans) {
                for (PeriodName name : span.standardNames()) {
                    List<BalancedFigure> ofSpan = new ArrayList<>();
                    for (String item : view.items()) {
                        ofSpan.addAll(figures(view, item, name));
                    }
                    if (ofSpan.stream().anyMatch(BalancedFigures::tells)) {
                        figures.addAll(ofSpan);
                        reportSums(view, name);
                    }
                }
            }
        }
        figures.sort(ORDER);
        return figures;
    }

    /** The share of the total in itself tells nothing. */
    private static boolean tells(BalancedFigure figure) {
        return figure.isDetermined()
                && !(figure.measure() == Measure.SHARE_PCT && figure.itemCode().equals(GrdpCodes.TOTAL));
    }

    private List<BalancedFigure> figures(VintageState view, String item, PeriodName name) {
        List<BalancedFigure> figures = new ArrayList<>();
        MonthSpan span = name.span();
        LinearForm level = LinearForm.of(view.cell(item, span));
        figures.add(figure(view, item, name, Measure.LEVEL, Ratio.level(level)));
        Optional<LinearForm> before = GrdpBalance.before(view, item, span);
        before.ifPresent(of -> figures.add(figure(view, item, name, Measure.GROWTH_PCT, Ratio.growth(level, of))));
        if (!item.equals(GrdpCodes.TOTAL)) {
            LinearForm total = LinearForm.of(view.cell(GrdpCodes.TOTAL, span));
            figures.add(figure(view, item, name, Measure.SHARE_PCT, Ratio.percent(level, total)));
            if (view.basis == PriceBasis.CONSTANT_2010 && before.isPresent()) {
                GrdpBalance.before(view, GrdpCodes.TOTAL, span)
                        .map(all -> Ratio.percent(level.minus(before.get()), all))
                        .ifPresent(ratio -> figures.add(figure(view, item, name, Measure.CONTRIBUTION_POINTS, ratio)));
            }
        }
        if (view.basis == PriceBasis.CURRENT) {
            addOtherMeasures(view, item, name, level, figures);
        }
        return figures;
    }

    private void addOtherMeasures(
            VintageState view, String item, PeriodName name, LinearForm level, List<BalancedFigure> figures) {
        MonthSpan span = name.span();
        for (VintageState other : latest) {
            if (other.year == view.year && other.basis == PriceBasis.CONSTANT_2010 && other.has(item, span)) {
                Ratio deflator = Ratio.percent(level, LinearForm.of(other.cell(item, span)));
                BalancedFigure figure = figure(view, item, name, Measure.DEFLATOR, deflator);
                if (figure.isDetermined()) {
                    figures.add(figure);
                }
            }
        }
        if (item.equals(GrdpCodes.TOTAL) && balance.hasPopulation(view.year)) {
            LinearForm people = LinearForm.of(balance.population(view.year));
            Ratio perHead = new Ratio(List.of(level), List.of(people), 1, 0);
            figures.add(figure(view, item, name, Measure.PER_CAPITA, perHead));
            figures.add(figure(view, item, name, Measure.POPULATION, Ratio.level(people)));
        }
    }

    private BalancedFigure figure(VintageState view, String item, PeriodName name, Measure measure, Ratio ratio) {
        @Nullable Double value = null;
        @Nullable Double standardError = null;
        if (solution.isDetermined(ratio)) {
            value = solution.value(ratio);
            standardError = solution.standardError(ratio);
        }
        return new BalancedFigure(
                item, name.period(), name.accumulation(), view.basis, measure, value, standardError, view.last);
    }

    /** Reports two parts that the figures determine together and not one by one. */
    private void reportSums(VintageState view, PeriodName name) {
        MonthSpan span = name.span();
        LinearForm total = LinearForm.of(view.cell(GrdpCodes.TOTAL, span));
        List<String> open = GrdpCodes.PARTS.stream()
                .filter(part -> !solution.isDetermined(Ratio.percent(LinearForm.of(view.cell(part, span)), total)))
                .toList();
        LinearForm sum = open.stream()
                .map(part -> LinearForm.of(view.cell(part, span)))
                .reduce(LinearForm.sum(), (all, part) -> all.plus(1, part));
        Ratio share = Ratio.percent(sum, total);
        if (open.size() != 2 || !solution.isDetermined(share)) {
            return;
        }
        LocalizedText items = open.stream()
                .map(part -> FigureName.of(new VisibleVintages.Line(
                        part.equals(GrdpCodes.NET_TAXES) ? "net_product_taxes" : "value_added", part, view.basis)))
                .reduce((one, other) -> WORDS.text("and", one, other))
                .orElseThrow();
        VisibleVintages.Line line = new VisibleVintages.Line("value_added", open.get(0), view.basis);
        findings.add(
                ONLY_AS_A_SUM,
                Finding.Kind.VALIDATION,
                Finding.Severity.INFORMATION,
                line,
                name,
                findings.subject(line, name),
                FigureName.sentence(
                        "balance.only_sum",
                        items,
                        FigureName.of(span),
                        FigureName.amount(solution.value(share), 1, "pct"),
                        error(solution.standardError(share)),
                        growth(view, span, open, sum)));
    }

    private LocalizedText growth(VintageState view, MonthSpan span, List<String> items, LinearForm sum) {
        LinearForm before = LinearForm.sum();
        for (String item : items) {
            Optional<LinearForm> ofItem = GrdpBalance.before(view, item, span);
            if (ofItem.isEmpty()) {
                return LocalizedText.EMPTY;
            }
            before = before.plus(1, ofItem.get());
        }
        Ratio growth = Ratio.growth(sum, before);
        if (!solution.isDetermined(growth)) {
            return LocalizedText.EMPTY;
        }
        LocalizedText value = FigureName.amount(solution.value(growth), 1, "pct");
        LocalizedText error = error(solution.standardError(growth));
        return WORDS.text("balance.growing", value, error);
    }

    /** Returns a standard error with as many decimals as show that it is not nothing. */
    private static LocalizedText error(double standardError) {
        return FigureName.amount(standardError, standardError < 0.05 ? 3 : 1, "pct_points");
    }
}
