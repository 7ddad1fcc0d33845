package vn.chitieu.account.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PeriodName;
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

    private final GrdpCells cells;
    private final VintageStates states;
    private final LeastSquaresSolution solution;
    private final Findings findings;

    BalancedFigures(GrdpBalance balance, LeastSquaresSolution solution, Findings findings) {
        this.cells = balance.cells();
        this.states = balance.states();
        this.solution = solution;
        this.findings = findings;
    }

    List<BalancedFigure> figures() {
        List<BalancedFigure> figures = new ArrayList<>();
        for (VintageState state : states.latest()) {
            for (MonthSpan span : state.spans()) {
                if (!span.isStandard()) {
                    continue;
                }
                List<BalancedFigure> ofSpan = new ArrayList<>();
                for (String item : GrdpCells.items(state)) {
                    ofSpan.addAll(figures(state, item, span.name()));
                }
                if (ofSpan.stream().anyMatch(BalancedFigures::isInformative)) {
                    figures.addAll(ofSpan);
                    reportSums(state, span.name());
                }
            }
        }
        figures.sort(ORDER);
        return figures;
    }

    /** Returns whether a figure says anything: the share of the total in itself does not. */
    private static boolean isInformative(BalancedFigure figure) {
        return figure.isDetermined()
                && !(figure.measure() == Measure.SHARE_PCT && figure.itemCode().equals(GrdpCodes.TOTAL));
    }

    private List<BalancedFigure> figures(VintageState state, String item, PeriodName name) {
        List<BalancedFigure> figures = new ArrayList<>();
        MonthSpan span = name.span();
        LinearForm level = cells.level(state, item, span);
        figures.add(figure(state, item, name, Measure.LEVEL, Ratio.level(level)));
        Optional<LinearForm> before = cells.before(state, item, span);
        before.ifPresent(of -> figures.add(figure(state, item, name, Measure.GROWTH_PCT, Ratio.growth(level, of))));
        if (!item.equals(GrdpCodes.TOTAL)) {
            LinearForm total = cells.level(state, GrdpCodes.TOTAL, span);
            figures.add(figure(state, item, name, Measure.SHARE_PCT, Ratio.percent(level, total)));
            if (state.basis() == PriceBasis.CONSTANT_2010 && before.isPresent()) {
                cells.before(state, GrdpCodes.TOTAL, span)
                        .map(all -> Ratio.percent(level.minus(before.get()), all))
                        .ifPresent(ratio -> figures.add(figure(state, item, name, Measure.CONTRIBUTION_POINTS, ratio)));
            }
        }
        if (state.basis() == PriceBasis.CURRENT) {
            addOtherMeasures(state, item, name, level, figures);
        }
        return figures;
    }

    private void addOtherMeasures(
            VintageState state, String item, PeriodName name, LinearForm level, List<BalancedFigure> figures) {
        MonthSpan span = name.span();
        states.latest(state.year(), PriceBasis.CONSTANT_2010)
                .filter(constant -> cells.has(constant, item, span))
                .map(constant -> Ratio.percent(level, cells.level(constant, item, span)))
                .map(deflator -> figure(state, item, name, Measure.DEFLATOR, deflator))
                .filter(BalancedFigure::isDetermined)
                .ifPresent(figures::add);
        if (item.equals(GrdpCodes.TOTAL) && cells.hasPopulation(state.year())) {
            LinearForm people = cells.population(state.year());
            Ratio perHead = new Ratio(List.of(level), List.of(people), 1, 0);
            figures.add(figure(state, item, name, Measure.PER_CAPITA, perHead));
            figures.add(figure(state, item, name, Measure.POPULATION, Ratio.level(people)));
        }
    }

    private BalancedFigure figure(VintageState state, String item, PeriodName name, Measure measure, Ratio ratio) {
        return figure(item, name, state.basis(), measure, ratio, state.last(), solution);
    }

    /** Returns what a solution says of one measure, with its standard error or as unknown. */
    static BalancedFigure figure(
            String item,
            PeriodName name,
            PriceBasis basis,
            Measure measure,
            Ratio ratio,
            LocalDate last,
            LeastSquaresSolution solution) {
        boolean isDetermined = solution.isDetermined(ratio);
        return new BalancedFigure(
                item,
                name.period(),
                name.accumulation(),
                basis,
                measure,
                isDetermined ? solution.value(ratio) : null,
                isDetermined ? solution.standardError(ratio) : null,
                last);
    }

    /** Reports two parts that the figures determine together and not one by one. */
    private void reportSums(VintageState state, PeriodName name) {
        MonthSpan span = name.span();
        LinearForm total = cells.level(state, GrdpCodes.TOTAL, span);
        List<String> open = GrdpCodes.PARTS.stream()
                .filter(part -> !solution.isDetermined(Ratio.percent(cells.level(state, part, span), total)))
                .toList();
        LinearForm sum = open.stream()
                .map(part -> cells.level(state, part, span))
                .reduce(LinearForm.sum(), (all, part) -> all.plus(1, part));
        Ratio share = Ratio.percent(sum, total);
        if (open.size() != 2 || !solution.isDetermined(share)) {
            return;
        }
        LocalizedText items = open.stream()
                .map(part -> FigureName.of(new VisibleVintages.Line(
                        part.equals(GrdpCodes.NET_TAXES) ? "net_product_taxes" : "value_added", part, state.basis())))
                .reduce((one, other) -> WORDS.text("and", one, other))
                .orElseThrow();
        VisibleVintages.Line line = new VisibleVintages.Line("value_added", open.get(0), state.basis());
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
                        growth(state, span, open, sum)));
    }

    private LocalizedText growth(VintageState state, MonthSpan span, List<String> items, LinearForm sum) {
        LinearForm before = LinearForm.sum();
        for (String item : items) {
            Optional<LinearForm> ofItem = cells.before(state, item, span);
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
