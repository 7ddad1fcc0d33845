package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.leastsquares.Constraint;
import vn.chitieu.account.leastsquares.Equation;
import vn.chitieu.account.leastsquares.LeastSquaresProblem;
import vn.chitieu.account.leastsquares.LeastSquaresSolution;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MonthSpan;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Observation;

/**
 * Balances the gross product of an area: levels of all items, months and price bases are estimated by least squares
 * from every published level, rate, share, contribution, attainment of a plan and figure per head, while parts sum to
 * totals and quarters to years exactly (Stone, Champernowne &amp; Meade 1942).
 *
 * <p>A figure's error is its rounding in print; what it differs from later figures by is revision, which stands between
 * the {@link VintageState views} of a year. Quarters are revised alike unless their own figures say otherwise (Denton
 * 1971; Dagum &amp; Cholette 2006).
 */
public final class GrdpBalance {

    public static final double LIMIT = 3;
    /** How alike neighbouring quarters are revised: the difference of their revisions, in parts of one of them. */
    private static final double MOVEMENT = 0.3;

    /** How much less than others a printed level is revised that no release restated. */
    private static final double STANDING = 0.1;

    private final List<BalanceInput> inputs = new ArrayList<>();
    private final Set<BalanceInput> leftOut;
    private final VintageStates views;
    private final BalanceStarts starts;
    private final RevisionVariance revisions;
    private final LeastSquaresProblem problem = new LeastSquaresProblem();
    private final Map<BalanceInput, Integer> equationOf = new LinkedHashMap<>();
    private final List<BalanceInput> inputOf = new ArrayList<>();
    private final Map<Integer, Integer> populationCells = new TreeMap<>();
    private final Map<String, Integer> planCells = new TreeMap<>();

    private GrdpBalance(VisibleVintages book, Findings findings) {
        List<BalanceInput> all = new ArrayList<>();
        for (VisibleVintages.Line line : book.lines()) {
            for (MonthSpan span : book.spans(line)) {
                for (Observation observation : book.vintages(line, span)) {
                    FigureKind.of(observation)
                            .ifPresent(kind -> all.add(BalanceInput.of(observation, kind, book.asOf())));
                }
            }
        }
        this.leftOut = FigureScreen.leaveOut(all, findings);
        all.stream()
                .filter(input -> !leftOut.contains(input))
                .sorted(Comparator.comparing(BalanceInput::isFinal).reversed())
                .forEach(inputs::add);
        this.starts = new BalanceStarts(inputs);
        this.views = new VintageStates(inputs);
        this.revisions = new RevisionVariance(views.all());
        build();
    }

    /** Returns the balanced account; what fights with what goes to the findings. */
    public static BalancedAccount of(VisibleVintages book, Findings findings) {
        GrdpBalance balance = new GrdpBalance(book, findings);
        LeastSquaresSolution solution = balance.problem.solve(LIMIT);
        return new BalanceReport(balance, solution, findings).report();
    }

    private void build() {
        List<VintageState> all = views.all();
        all.forEach(this::addCells);
        all.forEach(this::addIdentities);
        all.forEach(this::addFigures);
        inputs.stream()
                .filter(input -> input.kind() == FigureKind.POPULATION)
                .forEach(input -> addFigure(
                        input, Ratio.level(LinearForm.of(population(input.span().year()))), List.of()));
        all.forEach(this::addRevision);
    }

    private void addCells(VintageState view) {
        for (MonthSpan span : longFirst(view)) {
            TreeMap<String, Integer> ofSpan = new TreeMap<>();
            for (String item : view.items()) {
                String name = item + " " + span + " " + view.basis.code() + " as of " + view.last;
                ofSpan.put(item, problem.addCell(name, starts.level(item, view.basis, span)));
            }
            view.cells.put(span, ofSpan);
        }
    }

    private static List<MonthSpan> longFirst(VintageState view) {
        return view.spans.stream()
                .sorted(Comparator.comparingInt(MonthSpan::months).reversed().thenComparing(span -> span))
                .toList();
    }

    private void addIdentities(VintageState view) {
        for (MonthSpan span : view.spans) {
            addSum(view, span, GrdpCodes.TOTAL, GrdpCodes.PARTS);
            if (view.furtherItems.contains("BTE")) {
                addSum(view, span, "S2", List.of("BTE", "F"));
            }
            if (span.firstMonth() == 1 && span.lastMonth() % 3 == 0 && span.lastMonth() > 3) {
                MonthSpan earlier = new MonthSpan(view.year, 1, span.lastMonth() - 3);
                MonthSpan quarter = new MonthSpan(view.year, span.lastMonth() - 2, span.lastMonth());
                if (view.spans.contains(earlier) && view.spans.contains(quarter)) {
                    for (String item : view.items()) {
                        LinearForm parts = LinearForm.sum(view.cell(item, earlier), view.cell(item, quarter));
                        problem.add(new Constraint(
                                item + " " + span + " is the sum of its quarters",
                                LinearForm.of(view.cell(item, span)).minus(parts),
                                0));
                    }
                }
            }
        }
    }

    private void addSum(VintageState view, MonthSpan span, String total, List<String> items) {
        int[] parts = items.stream().mapToInt(item -> view.cell(item, span)).toArray();
        problem.add(new Constraint(
                total + " " + span + " is the sum of its parts",
                LinearForm.of(view.cell(total, span)).minus(LinearForm.sum(parts)),
                0));
    }

    /** Adds the newest first: of figures that fit equally badly the oldest is set aside. */
    private void addFigures(VintageState view) {
        List<BalanceInput> newestFirst = new ArrayList<>(view.inputs);
        Collections.reverse(newestFirst);
        for (BalanceInput input : newestFirst) {
            ratio(view, input).ifPresent(ratio -> addFigure(input, ratio, view.inputs));
        }
    }

    /** Adds a figure unless the same value of the same subject is in already. */
    private void addFigure(BalanceInput input, Ratio ratio, Collection<BalanceInput> together) {
        boolean isRepeat = together.stream()
                .anyMatch(other -> other.isSameSubject(input)
                        && other.isSameValue(input)
                        && equationOf.containsKey(other)
                        && other.halfUnit() <= input.halfUnit());
        if (!isRepeat && !equationOf.containsKey(input)) {
            int number = problem.add(new Equation(
                    input.observation().key().toString(),
                    ratio,
                    input.value(),
                    Math.hypot(input.standardDeviation(), RevisionVariance.silent(input, together)),
                    !input.isFinal()));
            equationOf.put(input, number);
            inputOf.add(input);
        }
    }

    /** Returns what a figure measures of the cells of a view. */
    Optional<Ratio> ratio(VintageState view, BalanceInput input) {
        MonthSpan span = input.span();
        String item = input.item();
        if (!view.has(item, span)) {
            return Optional.empty();
        }
        LinearForm level = LinearForm.of(view.cell(item, span));
        LinearForm total = LinearForm.of(view.cell(GrdpCodes.TOTAL, span));
        return switch (input.kind()) {
            case LEVEL -> Optional.of(Ratio.level(level));
            case SHARE -> Optional.of(Ratio.percent(level, total));
            case GROWTH -> before(view, item, span).map(before -> Ratio.growth(level, before));
            case CONTRIBUTION ->
                before(view, item, span).flatMap(before -> before(view, GrdpCodes.TOTAL, span)
                        .map(all -> Ratio.percent(level.minus(before), all)));
            case PER_CAPITA ->
                Optional.of(new Ratio(List.of(level), List.of(LinearForm.of(population(span.year()))), 1, 0));
            case PER_CAPITA_GROWTH ->
                before(view, item, span)
                        .map(before -> new Ratio(
                                List.of(level, LinearForm.of(population(span.year() - 1))),
                                List.of(before, LinearForm.of(population(span.year()))),
                                100,
                                -100));
            case PLAN_ATTAINMENT -> Optional.of(Ratio.percent(level, LinearForm.of(plan(view, item, span))));
            case POPULATION -> Optional.of(Ratio.level(LinearForm.of(population(span.year()))));
        };
    }

    static Optional<LinearForm> before(VintageState view, String item, MonthSpan span) {
        VintageState base = view.baseOf(span.yearBefore());
        return base == null || !base.has(item, span.yearBefore())
                ? Optional.empty()
                : Optional.of(LinearForm.of(base.cell(item, span.yearBefore())));
    }

    int population(int year) {
        return populationCells.computeIfAbsent(
                year, any -> problem.addCell("population " + year, starts.population(year)));
    }

    boolean hasPopulation(int year) {
        return populationCells.containsKey(year);
    }

    private int plan(VintageState view, String item, MonthSpan span) {
        return planCells.computeIfAbsent(
                item + " " + view.year,
                name -> problem.addCell("plan of " + name, starts.level(item, view.basis, span) * 12 / span.months()));
    }

    /** Ties a view to the one that it revises. */
    private void addRevision(VintageState view) {
        VintageState before = view.before;
        if (before == null) {
            return;
        }
        boolean fromEstimate = before.inputs.stream().allMatch(BalanceInput::isEstimate);
        for (MonthSpan span : view.spans) {
            for (String item : view.items()) {
                if (before.has(item, span)) {
                    double relative = revisions.relative(view.basis, item, fromEstimate)
                            * (stands(view, before, item, span) ? STANDING : 1);
                    LinearForm now = LinearForm.of(view.cell(item, span));
                    LinearForm then = LinearForm.of(before.cell(item, span));
                    String name = "revision of " + item + " " + span;
                    revise(name, Ratio.growth(now, then), relative);
                    reviseGrowth(view, before, item, span, revisions.ofGrowth(view.basis, item, fromEstimate));
                    if (span.firstMonth() > 3 && span.months() == 3) {
                        MonthSpan quarterBefore =
                                new MonthSpan(span.year(), span.firstMonth() - 3, span.firstMonth() - 1);
                        if (view.has(item, quarterBefore) && before.has(item, quarterBefore)) {
                            LinearForm nowBefore = LinearForm.of(view.cell(item, quarterBefore));
                            LinearForm thenBefore = LinearForm.of(before.cell(item, quarterBefore));
                            Ratio movement = new Ratio(List.of(now, thenBefore), List.of(then, nowBefore), 100, -100);
                            revise(name + " against the quarter before", movement, MOVEMENT * relative);
                        }
                    }
                }
            }
        }
    }

    /** Returns whether releases restated figures of a year and left a printed level as it was. */
    private static boolean stands(VintageState view, VintageState before, String item, MonthSpan span) {
        return !view.inputs.isEmpty() && hasLevel(before, item, span) && !hasLevel(view, item, span);
    }

    private static boolean hasLevel(VintageState view, String item, MonthSpan span) {
        return view.inputs.stream()
                .anyMatch(input -> input.kind() == FigureKind.LEVEL
                        && input.item().equals(item)
                        && input.span().equals(span));
    }

    /** Ties growth in a view to growth in the one that it revises: levels are revised more than their growth. */
    private void reviseGrowth(VintageState view, VintageState before, String item, MonthSpan span, double relative) {
        boolean isOfOneBase = view.baseOf(span.yearBefore()) == before.baseOf(span.yearBefore());
        Optional<LinearForm> now = before(view, item, span);
        Optional<LinearForm> then = before(before, item, span);
        if (!isOfOneBase && now.isPresent() && then.isPresent()) {
            Ratio growth = new Ratio(
                    List.of(LinearForm.of(view.cell(item, span)), then.get()),
                    List.of(LinearForm.of(before.cell(item, span)), now.get()),
                    100,
                    -100);
            revise("revision of the growth of " + item + " " + span, growth, relative);
        }
    }

    private void revise(String name, Ratio change, double relative) {
        problem.add(new Equation(name, change, 0, 100 * relative, false));
    }

    List<BalanceInput> inputs() {
        return inputs;
    }

    Set<BalanceInput> leftOut() {
        return leftOut;
    }

    VintageStates views() {
        return views;
    }

    /** Returns the number of a figure's equation; empty if it repeats another. */
    Optional<Integer> equation(BalanceInput input) {
        return Optional.ofNullable(equationOf.get(input));
    }

    /** Returns the figure of an equation, by its number. */
    BalanceInput input(int equation) {
        return inputOf.get(equation);
    }
}
