package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.account.BalancedAccount;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;

/**
 * Balances the gross product of an area: levels of all items, months and price bases are estimated by least squares
 * from every published level, rate, share, contribution, attainment of a plan and figure per head, while parts sum to
 * totals and quarters to years exactly (Stone, Champernowne &amp; Meade 1942).
 *
 * <p>A figure's error is its rounding in print; what it differs from later figures by is revision, which stands between
 * the {@link VintageState states} of a year. Quarters are revised alike unless their own figures say otherwise (Denton
 * 1971; Dagum &amp; Cholette 2006).
 */
public final class GrdpBalance {

    /** Beyond so many standard deviations from what the others say a figure is rejected. */
    public static final double LIMIT = 3;

    /** How alike neighbouring quarters are revised: the difference of their revisions, in parts of one of them. */
    private static final double MOVEMENT = 0.3;

    /** How much less than others a printed level is revised that no release restated. */
    private static final double STANDING = 0.1;

    private final List<BalanceInput> inputs = new ArrayList<>();
    private final Set<BalanceInput> rejected;
    private final VintageStates states;
    private final RevisionVariance revisions;
    private final FigureBalance balance = new FigureBalance();
    private final GrdpCells cells;

    /** A population has no states of knowledge: an estimate of before a census is replaced by the one after it. */
    private GrdpBalance(VisibleVintages visible, Findings findings) {
        List<BalanceInput> all = new ArrayList<>();
        for (VisibleVintages.Line line : visible.lines()) {
            for (MonthSpan span : visible.spans(line)) {
                for (Observation observation : visible.vintages(line, span)) {
                    FigureKind.of(observation)
                            .ifPresent(kind -> all.add(BalanceInput.of(observation, kind, visible.asOf())));
                }
            }
        }
        this.rejected = FigureScreen.rejected(all, findings);
        all.removeIf(rejected::contains);
        Set<Observation> latest = new HashSet<>(
                Vintages.latestByKey(all.stream().map(BalanceInput::observation).toList(), visible.asOf())
                        .values());
        all.stream()
                .filter(input -> input.kind() != FigureKind.POPULATION || latest.contains(input.observation()))
                .sorted(Comparator.comparing(BalanceInput::isFinal).reversed())
                .forEach(inputs::add);
        this.states = new VintageStates(inputs);
        this.cells = new GrdpCells(balance, new BalanceStarts(inputs), states);
        this.revisions = new RevisionVariance(states.all());
        build();
    }

    /** Returns the balanced account; what contradicts what goes to the findings. */
    public static BalancedAccount of(VisibleVintages visible, Findings findings) {
        GrdpBalance balance = new GrdpBalance(visible, findings);
        return new BalanceReport(balance, balance.balance.solve(), findings).report();
    }

    private void build() {
        List<VintageState> all = states.all();
        all.forEach(cells::add);
        all.forEach(this::addIdentities);
        all.forEach(this::addFigures);
        inputs.stream()
                .filter(input -> input.kind() == FigureKind.POPULATION && !balance.has(input))
                .forEach(input -> balance.add(
                        input, Ratio.level(cells.population(input.span().year())), input.standardDeviation(), ""));
        all.forEach(this::addRevision);
    }

    private void addIdentities(VintageState state) {
        for (MonthSpan span : state.spans()) {
            addSum(state, span, GrdpCodes.TOTAL, GrdpCodes.PARTS);
            if (state.items().contains("BTE")) {
                addSum(state, span, "S2", List.of("BTE", "F"));
            }
            if (span.firstMonth() == 1 && span.lastMonth() % 3 == 0 && span.lastMonth() > 3) {
                MonthSpan earlier = new MonthSpan(state.year(), 1, span.lastMonth() - 3);
                MonthSpan quarter = new MonthSpan(state.year(), span.lastMonth() - 2, span.lastMonth());
                if (state.spans().contains(earlier) && state.spans().contains(quarter)) {
                    for (String item : GrdpCells.items(state)) {
                        balance.addSum(
                                item + " " + span + " is the sum of its quarters",
                                cells.cell(state, item, span),
                                cells.cell(state, item, earlier),
                                cells.cell(state, item, quarter));
                    }
                }
            }
        }
    }

    private void addSum(VintageState state, MonthSpan span, String total, List<String> parts) {
        balance.addSum(
                total + " " + span + " is the sum of its parts",
                cells.cell(state, total, span),
                parts.stream().mapToInt(part -> cells.cell(state, part, span)).toArray());
    }

    /** Adds the newest first: of figures that fit equally badly the oldest is rejected. */
    private void addFigures(VintageState state) {
        List<BalanceInput> newestFirst = new ArrayList<>(state.inputs());
        Collections.reverse(newestFirst);
        for (BalanceInput input : newestFirst) {
            cells.ratio(state, input).ifPresent(ratio -> addFigure(state, input, ratio));
        }
    }

    /** Adds a figure unless the same value of the same subject is in already. */
    private void addFigure(VintageState state, BalanceInput input, Ratio ratio) {
        boolean isRepeat = state.of(input.subject()).stream()
                .anyMatch(other ->
                        other.isSameValue(input) && balance.has(other) && other.halfUnit() <= input.halfUnit());
        if (!isRepeat && !balance.has(input)) {
            double silent = RevisionVariance.silent(input, state);
            balance.add(input, ratio, Math.hypot(input.standardDeviation(), silent), "");
        }
    }

    /** Ties a state to the one that it revises. */
    private void addRevision(VintageState state) {
        Optional<VintageState> revised = state.revised();
        if (revised.isEmpty()) {
            return;
        }
        VintageState before = revised.get();
        boolean fromEstimate = before.inputs().stream().allMatch(BalanceInput::isEstimate);
        for (MonthSpan span : state.spans()) {
            for (String item : GrdpCells.items(state)) {
                if (cells.has(before, item, span)) {
                    double relative = revisions.relative(state.basis(), item, fromEstimate)
                            * (stands(state, before, item, span) ? STANDING : 1);
                    LinearForm now = cells.level(state, item, span);
                    LinearForm then = cells.level(before, item, span);
                    String name = "revision of " + item + " " + span;
                    balance.addRevision(name, Ratio.growth(now, then), relative);
                    addRevisionOfGrowth(
                            state, before, item, span, revisions.ofGrowth(state.basis(), item, fromEstimate));
                    if (span.firstMonth() > 3 && span.months() == 3) {
                        MonthSpan quarterBefore =
                                new MonthSpan(span.year(), span.firstMonth() - 3, span.firstMonth() - 1);
                        if (cells.has(state, item, quarterBefore) && cells.has(before, item, quarterBefore)) {
                            LinearForm nowBefore = cells.level(state, item, quarterBefore);
                            LinearForm thenBefore = cells.level(before, item, quarterBefore);
                            Ratio movement = new Ratio(List.of(now, thenBefore), List.of(then, nowBefore), 100, -100);
                            balance.addRevision(name + " against the quarter before", movement, MOVEMENT * relative);
                        }
                    }
                }
            }
        }
    }

    /** Returns whether releases restated figures of a year and left a printed level as it was. */
    private static boolean stands(VintageState state, VintageState before, String item, MonthSpan span) {
        return !state.inputs().isEmpty() && before.hasLevel(item, span) && !state.hasLevel(item, span);
    }

    /** Ties growth in a state to growth in the one that it revises: levels are revised more than their growth. */
    private void addRevisionOfGrowth(
            VintageState state, VintageState before, String item, MonthSpan span, double relative) {
        boolean isOfOneBase = states.baseOf(state, span.yearBefore()).equals(states.baseOf(before, span.yearBefore()));
        Optional<LinearForm> now = cells.before(state, item, span);
        Optional<LinearForm> then = cells.before(before, item, span);
        if (!isOfOneBase && now.isPresent() && then.isPresent()) {
            Ratio growth = new Ratio(
                    List.of(cells.level(state, item, span), then.get()),
                    List.of(cells.level(before, item, span), now.get()),
                    100,
                    -100);
            balance.addRevision("revision of the growth of " + item + " " + span, growth, relative);
        }
    }

    List<BalanceInput> inputs() {
        return inputs;
    }

    /** Returns the figures that cannot be what they claim to be. */
    Set<BalanceInput> rejected() {
        return rejected;
    }

    VintageStates states() {
        return states;
    }

    GrdpCells cells() {
        return cells;
    }

    FigureBalance figures() {
        return balance;
    }
}
