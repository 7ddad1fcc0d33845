package vn.chitieu.account.balance;

import static vn.chitieu.account.balance.VintageStates.SAME_STATE_DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.account.derivation.AccountFigures;
import vn.chitieu.account.derivation.RevenueAccount;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
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

    /** Whose plan is the province's own: the centre's is another. */
    private static final List<String> OWN = ISSUERS.subList(0, 2);

    /** The standard deviation of a revision, as a part of the level: Hậu Giang's were 4.5, 0.4, 2.7 and 6.8 percent. */
    private static final double REVISION = 0.043;

    private static final double USUAL_GROWTH = 1.1;
    private static final double USUAL_PLAN = 100;
    private static final double ANY_MONTH = 500;

    private record Plan(String indicator, int year, String issuer) {}

    /** Some months as one state of knowledge saw them, with the cell of each indicator. */
    private static final class Months {
        final MonthSpan span;
        final VintageState state;
        final @Nullable Months revised;
        final Map<String, Integer> cells = new TreeMap<>();

        Months(BalanceInput first, @Nullable Months revised) {
            this.span = first.span();
            this.revised = revised;
            this.state = new VintageState(
                    span.year(), first.basis(), first.knownOn(), revised == null ? null : revised.state);
        }

        LocalDate last() {
            return Optional.ofNullable(state.lastFigures().get(span)).orElse(state.opened());
        }

        /** Returns whether it or a state that it revises has the level of an indicator in print. */
        boolean hasLevel(String indicator) {
            return state.hasLevel(indicator, span) || (revised != null && revised.hasLevel(indicator));
        }

        /** Returns the first level in print of this state or else of the one that it revises, else a guess. */
        double start(String indicator) {
            return state.levels(indicator, span).stream()
                    .map(BalanceInput::value)
                    .filter(value -> value != 0)
                    .findFirst()
                    .orElseGet(() -> revised == null ? ANY_MONTH * span.months() : revised.start(indicator));
        }
    }

    private final VisibleVintages visible;
    private final Findings findings;
    private final NavigableMap<MonthSpan, List<Months>> states = new TreeMap<>();
    private final FigureBalance balance = new FigureBalance();
    private final Map<BalanceInput, Ratio> ratios = new LinkedHashMap<>();
    private final Map<Plan, Integer> plans = new HashMap<>();
    private final List<FigureResidual> residuals = new ArrayList<>();

    private RevenueBalance(VisibleVintages visible, Findings findings) {
        this.visible = visible;
        this.findings = findings;
    }

    /** Adds the balanced levels and plans to the figures; returns how each published figure agrees with them. */
    public static List<FigureResidual> balance(VisibleVintages visible, AccountFigures figures, Findings findings) {
        RevenueBalance revenue = new RevenueBalance(visible, findings);
        revenue.read();
        List<Months> newestFirst = revenue.all();
        Collections.reverse(newestFirst);
        revenue.all().forEach(revenue::addCells);
        newestFirst.forEach(revenue::addFigures);
        LeastSquaresSolution solution = revenue.balance.solve();
        revenue.report(solution);
        revenue.states.keySet().forEach(span -> revenue.last(span)
                .ifPresent(latest -> revenue.addTo(figures, latest, solution)));
        return revenue.residuals;
    }

    private List<Months> all() {
        List<Months> all = new ArrayList<>();
        states.values().forEach(all::addAll);
        return all;
    }

    private void read() {
        List<BalanceInput> inputs = new ArrayList<>();
        RevenueAccount.INDICATORS.forEach((item, indicator) -> {
            if (indicator.equals(TOTAL) || PARTS.contains(indicator)) {
                String stem = RevenueAccount.planStem(item);
                List<BalanceInput> ofItem = new ArrayList<>();
                read(ofItem, indicator, indicator, FigureKind.LEVEL, "");
                read(ofItem, indicator + "_growth", indicator, FigureKind.GROWTH, "");
                for (String issuer : ISSUERS) {
                    read(ofItem, stem + issuer, indicator, FigureKind.PLAN_ATTAINMENT, issuer);
                }
                Set<BalanceInput> rejected = FigureScreen.rejected(ofItem, findings);
                rejected.forEach(input -> residuals.add(FigureBalance.rejected(input)));
                ofItem.stream().filter(input -> !rejected.contains(input)).forEach(inputs::add);
            }
        });
        inputs.sort(Comparator.comparing(BalanceInput::knownOn));
        inputs.forEach(this::addToState);
    }

    private void read(List<BalanceInput> inputs, String line, String indicator, FigureKind kind, String plan) {
        VisibleVintages.Line of = RevenueAccount.line(line);
        for (MonthSpan span : visible.spans(of)) {
            if (span.firstMonth() == 1) {
                for (Observation observation : visible.vintages(of, span)) {
                    inputs.add(BalanceInput.of(observation, kind, indicator, plan, visible.asOf()));
                }
            }
        }
    }

    private void addToState(BalanceInput input) {
        MonthSpan span = input.span();
        Months known = last(span).orElse(null);
        if (known == null || known.state.isRestatedBy(input)) {
            known = new Months(input, known);
            states.computeIfAbsent(span, any -> new ArrayList<>()).add(known);
        }
        known.state.add(input);
    }

    private void addCells(Months months) {
        Months revised = months.revised;
        if (revised != null) {
            revised.cells.keySet().forEach(indicator -> cell(months, indicator));
        }
        months.state.inputs().forEach(input -> cell(months, input.item()));
        List<String> printed = PARTS.stream().filter(months::hasLevel).toList();
        if (months.hasLevel(TOTAL) && printed.containsAll(PARTS.subList(0, 2))) {
            balance.addSum(
                    TOTAL + " " + months.span + " is the sum of its parts",
                    cell(months, TOTAL),
                    printed.stream().mapToInt(part -> cell(months, part)).toArray());
        }
        if (revised != null) {
            revised.cells.forEach((indicator, then) -> revise(indicator, months.span, cell(months, indicator), then));
        }
    }

    private int cell(Months months, String indicator) {
        return months.cells.computeIfAbsent(
                indicator,
                any -> balance.addCell(
                        indicator + " " + months.span + " as of " + months.last(), months.start(indicator)));
    }

    private void revise(String indicator, MonthSpan span, int now, int then) {
        balance.addRevision(
                "revision of " + indicator + " " + span,
                Ratio.growth(LinearForm.of(now), LinearForm.of(then)),
                REVISION);
    }

    /** Adds the figures of a state; one that repeats a value measures what that measured. */
    private void addFigures(Months months) {
        for (BalanceInput input : months.state.inputs()) {
            Optional<Ratio> ofTwin = months.state.of(input.subject()).stream()
                    .filter(input::isSameValue)
                    .flatMap(twin -> Optional.ofNullable(ratios.get(twin)).stream())
                    .findFirst();
            Ratio ratio = ofTwin.orElseGet(() -> ratio(months, input, base(months, input)));
            ratios.put(input, ratio);
            if (ofTwin.isEmpty()) {
                balance.add(input, ratio, input.standardDeviation(), input.release());
            }
        }
    }

    /** Returns what a figure measures of a state, growth being against a cell of the year before. */
    private Ratio ratio(Months months, BalanceInput input, int base) {
        LinearForm level = LinearForm.of(cell(months, input.item()));
        return switch (input.kind()) {
            case GROWTH -> Ratio.growth(level, LinearForm.of(base));
            case PLAN_ATTAINMENT -> Ratio.percent(level, LinearForm.of(plan(months, input)));
            default -> Ratio.level(level);
        };
    }

    /**
     * Returns the cell that a rate of growth starts from: the year before as its release saw it; -1 of other figures.
     */
    private int base(Months months, BalanceInput input) {
        if (input.kind() != FigureKind.GROWTH) {
            return -1;
        }
        MonthSpan span = months.span.yearBefore();
        Optional<Months> seen = states.getOrDefault(span, List.of()).stream()
                .filter(base -> !base.state.opened().isAfter(input.knownOn()))
                .reduce((earlier, later) -> later);
        Optional<Integer> cell = seen.flatMap(base -> Optional.ofNullable(base.cells.get(input.item())));
        boolean isSameState = seen.filter(
                        base -> !base.last().plusDays(SAME_STATE_DAYS).isBefore(input.knownOn()))
                .isPresent();
        if (cell.isPresent() && isSameState) {
            return cell.get();
        }
        int silent = balance.addCell(
                input.item() + " " + span + " behind growth of " + input.knownOn(),
                months.start(input.item()) / USUAL_GROWTH);
        cell.ifPresent(known -> revise(input.item(), span, silent, known));
        return silent;
    }

    private int plan(Months months, BalanceInput input) {
        Plan plan = new Plan(input.item(), months.span.year(), input.plan());
        return plans.computeIfAbsent(
                plan,
                any -> balance.addCell(
                        plan.indicator() + " " + plan.year() + " " + plan.issuer(),
                        months.start(input.item()) * USUAL_PLAN / Math.max(1, input.value())));
    }

    private void report(LeastSquaresSolution solution) {
        ratios.forEach(
                (input, ratio) -> residuals.add(balance.residual(input, Optional.of(ratio), latest(input), solution)));
        residuals.sort(Comparator.comparing(FigureResidual::figure, Vintages.ORDER));
        Contradictions.report(residuals, findings);
    }

    /** Returns what a figure measures of the latest state of its months, and of the months before for growth. */
    private Optional<Ratio> latest(BalanceInput input) {
        Optional<Integer> before =
                last(input.span().yearBefore()).flatMap(months -> Optional.ofNullable(months.cells.get(input.item())));
        return last(input.span())
                .filter(months -> input.kind() != FigureKind.GROWTH || before.isPresent())
                .map(months -> ratio(months, input, before.orElse(-1)));
    }

    private Optional<Months> last(MonthSpan span) {
        List<Months> ofSpan = states.getOrDefault(span, List.of());
        return ofSpan.isEmpty() ? Optional.empty() : Optional.of(ofSpan.get(ofSpan.size() - 1));
    }

    private void addTo(AccountFigures figures, Months months, LeastSquaresSolution solution) {
        RevenueAccount.INDICATORS.forEach((item, indicator) -> {
            Integer level = months.cells.get(indicator);
            if (level != null) {
                Optional<Integer> plan = OWN.stream()
                        .map(issuer -> new Plan(indicator, months.span.year(), issuer))
                        .flatMap(ofIssuer -> Optional.ofNullable(plans.get(ofIssuer)).stream())
                        .findFirst();
                PeriodName name = months.span.name();
                boolean isShown = months.span.isStandard()
                        || !visible.vintages(RevenueAccount.line(indicator), months.span)
                                .isEmpty();
                if (isShown) {
                    LinearForm reached = LinearForm.of(level);
                    add(figures, item, name, Measure.BALANCED_LEVEL, Ratio.level(reached), months, solution);
                    plan.map(LinearForm::of).ifPresent(planned -> {
                        add(figures, item, name, Measure.PLAN, Ratio.level(planned), months, solution);
                        add(
                                figures,
                                item,
                                name,
                                Measure.PLAN_ATTAINMENT_PCT,
                                Ratio.percent(reached, planned),
                                months,
                                solution);
                    });
                }
            }
        });
    }

    private static void add(
            AccountFigures figures,
            String item,
            PeriodName name,
            Measure measure,
            Ratio ratio,
            Months months,
            LeastSquaresSolution solution) {
        figures.addBalanced(
                Account.REVENUE,
                BalancedFigures.figure(item, name, PriceBasis.CURRENT, measure, ratio, months.last(), solution));
    }
}
