package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.FigureResidual.Verdict;
import vn.chitieu.account.balance.RevenueState.Figure;
import vn.chitieu.account.derivation.AccountFigures;
import vn.chitieu.account.derivation.RevenueAccount;
import vn.chitieu.account.leastsquares.Constraint;
import vn.chitieu.account.leastsquares.Equation;
import vn.chitieu.account.leastsquares.FittedEquation;
import vn.chitieu.account.leastsquares.LeastSquaresProblem;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.account.reading.PeriodName;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;

/**
 * Balances the state budget revenue of a territory: levels by kind since January, and the plans of the year, are
 * estimated by least squares from every published level, rate of growth and attainment of a plan. Total = domestic +
 * trade taxes + crude oil + grants holds exactly over the months of which the first three are in print: crude oil and
 * grants are nothing where nobody prints them, and no part is made of a remainder.
 */
public final class RevenueBalance {

    private static final String TOTAL = "budget_revenue_local_area";
    private static final List<String> PARTS = RevenueAccount.PARTS;

    /** How the codes of attainment end, by whose plan it is, the one that counts first: Council, unnamed, centre. */
    private static final List<String> ISSUERS =
            List.of("_plan_attainment_provincial", "_plan_attainment", "_plan_attainment_central");

    /** The standard deviation of a revision, as a part of the level: Hậu Giang's were 4.5, 0.4, 2.7 and 6.8 percent. */
    private static final double REVISION = 0.043;
    /** Within so many days after the last figure of the months before a rate of growth starts from that state. */
    private static final int SAME_STATE_DAYS = 90;

    private static final double USUAL_GROWTH = 1.1;
    private static final double USUAL_PLAN = 100;
    private static final double ANY_MONTH = 500;

    private final String areaCode;
    private final VisibleVintages book;
    private final Findings findings;
    private final NavigableMap<MonthSpan, List<RevenueState>> states = new TreeMap<>();
    private final LeastSquaresProblem problem = new LeastSquaresProblem();
    private final Map<Figure, Ratio> ratios = new LinkedHashMap<>();
    private final Map<Figure, Integer> equations = new LinkedHashMap<>();
    private final Map<String, Integer> plans = new TreeMap<>();
    private final List<FigureResidual> residuals = new ArrayList<>();

    private RevenueBalance(String areaCode, VisibleVintages book, Findings findings) {
        this.areaCode = areaCode;
        this.book = book;
        this.findings = findings;
    }

    /** Adds the balanced levels and plans to the figures; returns how each published figure agrees with them. */
    public static List<FigureResidual> balance(
            String areaCode, VisibleVintages book, AccountFigures figures, Findings findings) {
        RevenueBalance balance = new RevenueBalance(areaCode, book, findings);
        balance.read();
        List<RevenueState> newestFirst = balance.all();
        Collections.reverse(newestFirst);
        balance.all().forEach(balance::addCells);
        newestFirst.forEach(balance::addFigures);
        LeastSquaresSolution solution = balance.problem.solve(GrdpBalance.LIMIT);
        balance.report(solution);
        balance.states.values().forEach(ofSpan -> balance.addTo(figures, ofSpan.get(ofSpan.size() - 1), solution));
        return balance.residuals;
    }

    private List<RevenueState> all() {
        List<RevenueState> all = new ArrayList<>();
        states.values().forEach(all::addAll);
        return all;
    }

    private void read() {
        List<Figure> figures = new ArrayList<>();
        RevenueAccount.INDICATORS.forEach((item, indicator) -> {
            if (indicator.equals(TOTAL) || PARTS.contains(indicator)) {
                String stem = RevenueAccount.planStem(item);
                List<Figure> ofItem = new ArrayList<>();
                read(ofItem, indicator, indicator, FigureKind.LEVEL, "");
                read(ofItem, indicator + "_growth", indicator, FigureKind.GROWTH, "");
                for (String issuer : ISSUERS) {
                    read(ofItem, stem + issuer, indicator, FigureKind.PLAN_ATTAINMENT, issuer);
                }
                Set<BalanceInput> leftOut =
                        FigureScreen.leaveOut(ofItem.stream().map(Figure::input).toList(), findings);
                leftOut.forEach(input -> residuals.add(new FigureResidual(
                        input.observation(),
                        input.knownOn(),
                        input.rounding(),
                        null,
                        0,
                        null,
                        Verdict.LEFT_OUT,
                        List.of())));
                ofItem.stream()
                        .filter(figure -> !leftOut.contains(figure.input()))
                        .forEach(figures::add);
            }
        });
        figures.sort(Comparator.comparing((Figure figure) -> figure.input().knownOn()));
        figures.forEach(this::addToState);
    }

    private void read(List<Figure> figures, String line, String indicator, FigureKind kind, String plan) {
        VisibleVintages.Line of = RevenueAccount.line(line);
        for (MonthSpan span : book.spans(of)) {
            for (Observation observation : book.vintages(of, span)) {
                if (span.firstMonth() == 1) {
                    figures.add(new Figure(BalanceInput.of(observation, kind, book.asOf()), indicator, plan));
                }
            }
        }
    }

    private void addToState(Figure figure) {
        List<RevenueState> ofSpan = states.computeIfAbsent(figure.input().span(), span -> new ArrayList<>());
        RevenueState state = ofSpan.isEmpty() ? null : ofSpan.get(ofSpan.size() - 1);
        if (state == null || state.isRestatedBy(figure)) {
            state = new RevenueState(figure.input().span(), figure.input().knownOn(), state);
            ofSpan.add(state);
        }
        state.add(figure);
    }

    private void addCells(RevenueState state) {
        RevenueState before = state.before;
        if (before != null) {
            before.cells.keySet().forEach(indicator -> cell(state, indicator));
        }
        state.figures.forEach(figure -> cell(state, figure.indicator()));
        List<String> printed = PARTS.stream().filter(state::hasLevel).toList();
        if (state.hasLevel(TOTAL) && printed.containsAll(PARTS.subList(0, 2))) {
            LinearForm parts = printed.stream()
                    .map(part -> LinearForm.of(cell(state, part)))
                    .reduce(LinearForm.sum(), (all, part) -> all.plus(1, part));
            problem.add(new Constraint(
                    TOTAL + " " + state.span + " is the sum of its parts",
                    LinearForm.of(cell(state, TOTAL)).minus(parts),
                    0));
        }
        if (before != null) {
            before.cells.forEach((indicator, then) -> revise(indicator, state.span, cell(state, indicator), then));
        }
    }

    private int cell(RevenueState state, String indicator) {
        return state.cells.computeIfAbsent(
                indicator,
                any -> problem.addCell(indicator + " " + state.span + " as of " + state.last, start(state, indicator)));
    }

    private static double start(RevenueState state, String indicator) {
        for (RevenueState known = state; known != null; known = known.before) {
            Optional<Double> printed = known.figures.stream()
                    .filter(figure -> figure.indicator().equals(indicator)
                            && figure.input().kind() == FigureKind.LEVEL
                            && figure.input().value() != 0)
                    .map(figure -> figure.input().value())
                    .findFirst();
            if (printed.isPresent()) {
                return printed.get();
            }
        }
        return ANY_MONTH * state.span.months();
    }

    private void revise(String indicator, MonthSpan span, int now, int then) {
        problem.add(new Equation(
                "revision of " + indicator + " " + span,
                Ratio.growth(LinearForm.of(now), LinearForm.of(then)),
                0,
                100 * REVISION,
                false));
    }

    private void addFigures(RevenueState state) {
        for (Figure figure : state.figures) {
            BalanceInput input = figure.input();
            Optional<Figure> twin = ratios.keySet().stream()
                    .filter(other -> state.figures.contains(other)
                            && other.isSameSubject(figure)
                            && other.input().isSameValue(input))
                    .findFirst();
            Ratio ratio = twin.map(
                            other -> Optional.ofNullable(ratios.get(other)).orElseThrow())
                    .orElseGet(() -> ratio(state, figure, base(state, figure)));
            ratios.put(figure, ratio);
            if (twin.isEmpty()) {
                equations.put(
                        figure,
                        problem.add(new Equation(
                                input.observation().key().toString(),
                                ratio,
                                input.value(),
                                input.standardDeviation(),
                                !input.isFinal(),
                                input.release())));
            }
        }
    }

    /** Returns what a figure measures of a state, growth being against a cell of the year before. */
    private Ratio ratio(RevenueState state, Figure figure, int base) {
        LinearForm level = LinearForm.of(cell(state, figure.indicator()));
        return switch (figure.input().kind()) {
            case GROWTH -> Ratio.growth(level, LinearForm.of(base));
            case PLAN_ATTAINMENT -> Ratio.percent(level, LinearForm.of(plan(state, figure)));
            default -> Ratio.level(level);
        };
    }

    /**
     * Returns the cell that a rate of growth starts from: the year before as its release saw it; -1 of other figures.
     */
    private int base(RevenueState state, Figure figure) {
        if (figure.input().kind() != FigureKind.GROWTH) {
            return -1;
        }
        MonthSpan span = state.span.yearBefore();
        List<RevenueState> known = states.getOrDefault(span, List.of());
        RevenueState seen = known.stream()
                .filter(base -> !base.opened.isAfter(figure.input().knownOn()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        Integer cell = seen == null ? null : seen.cells.get(figure.indicator());
        if (seen != null
                && cell != null
                && !seen.last.plusDays(SAME_STATE_DAYS).isBefore(figure.input().knownOn())) {
            return cell;
        }
        int silent = problem.addCell(
                figure.indicator() + " " + span + " behind growth of "
                        + figure.input().knownOn(),
                start(state, figure.indicator()) / USUAL_GROWTH);
        if (cell != null) {
            revise(figure.indicator(), span, silent, cell);
        }
        return silent;
    }

    private int plan(RevenueState state, Figure figure) {
        return plans.computeIfAbsent(
                planKey(figure.indicator(), state.span.year(), figure.plan()),
                name -> problem.addCell(
                        name,
                        start(state, figure.indicator())
                                * USUAL_PLAN
                                / Math.max(1, figure.input().value())));
    }

    private static String planKey(String indicator, int year, String plan) {
        return indicator + " " + year + " " + plan;
    }

    private void report(LeastSquaresSolution solution) {
        Map<Integer, Observation> byNumber = new TreeMap<>();
        equations.forEach(
                (figure, number) -> byNumber.put(number, figure.input().observation()));
        ratios.forEach((figure, ratio) -> residuals.add(residual(figure, ratio, byNumber, solution)));
        residuals.sort(Comparator.comparing(FigureResidual::figure, Vintages.ORDER));
        BalanceReport.reportContradictions(residuals, findings);
    }

    private FigureResidual residual(
            Figure figure, Ratio ratio, Map<Integer, Observation> byNumber, LeastSquaresSolution solution) {
        BalanceInput input = figure.input();
        Double now = latest(figure)
                .filter(solution::isDetermined)
                .map(solution::value)
                .orElse(null);
        Integer number = equations.get(figure);
        if (number == null) {
            return new FigureResidual(
                    input.observation(),
                    input.knownOn(),
                    input.rounding(),
                    solution.value(ratio),
                    0,
                    now,
                    Verdict.REPEATS,
                    List.of());
        }
        FittedEquation fitted = solution.fitted(number);
        return new FigureResidual(
                input.observation(),
                input.knownOn(),
                input.rounding(),
                fitted.fitted(),
                fitted.standardisedResidual(),
                now,
                BalanceReport.verdict(fitted),
                fitted.opponents().stream()
                        .flatMap(other -> Optional.ofNullable(byNumber.get(other)).stream())
                        .toList());
    }

    /** Returns what a figure measures of the latest state of its months, and of the months before for growth. */
    private Optional<Ratio> latest(Figure figure) {
        MonthSpan span = figure.input().span();
        Optional<Integer> before =
                last(span.yearBefore()).flatMap(state -> Optional.ofNullable(state.cells.get(figure.indicator())));
        return last(span)
                .filter(state -> figure.input().kind() != FigureKind.GROWTH || before.isPresent())
                .map(state -> ratio(state, figure, before.orElse(-1)));
    }

    private Optional<RevenueState> last(MonthSpan span) {
        List<RevenueState> ofSpan = states.getOrDefault(span, List.of());
        return ofSpan.isEmpty() ? Optional.empty() : Optional.of(ofSpan.get(ofSpan.size() - 1));
    }

    private void addTo(AccountFigures figures, RevenueState state, LeastSquaresSolution solution) {
        RevenueAccount.INDICATORS.forEach((item, indicator) -> {
            Integer level = state.cells.get(indicator);
            if (level != null) {
                TreeSet<PeriodName> names = new TreeSet<>(state.span.standardNames());
                names.addAll(book.names(RevenueAccount.line(indicator), state.span));
                names.forEach(name -> {
                    add(figures, item, name, Measure.BALANCED_LEVEL, level, state, solution);
                    ISSUERS.stream()
                            .flatMap(issuer ->
                                    Optional.ofNullable(plans.get(planKey(indicator, state.span.year(), issuer)))
                                            .stream())
                            .findFirst()
                            .ifPresent(plan -> add(figures, item, name, Measure.PLAN, plan, state, solution));
                });
            }
        });
    }

    private void add(
            AccountFigures figures,
            String item,
            PeriodName name,
            Measure measure,
            int cell,
            RevenueState state,
            LeastSquaresSolution solution) {
        Ratio level = Ratio.level(LinearForm.of(cell));
        if (solution.isDetermined(level)) {
            figures.add(new AccountFigure(
                    Account.REVENUE,
                    areaCode,
                    item,
                    name.period(),
                    name.accumulation(),
                    PriceBasis.CURRENT,
                    measure,
                    solution.value(level),
                    "billion_vnd",
                    Origin.BALANCED,
                    ObservationStatus.ESTIMATE,
                    state.last,
                    MethodCode.LEAST_SQUARES,
                    solution.standardError(level)));
        }
    }
}
