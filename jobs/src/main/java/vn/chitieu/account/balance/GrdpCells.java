package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.account.leastsquares.LinearForm;
import vn.chitieu.account.leastsquares.Ratio;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.MonthSpan;

/**
 * The cells behind the figures of a gross product: levels of every item, months and state of knowledge, populations and
 * plans of years; and what each figure measures of them.
 */
final class GrdpCells {

    private record Level(VintageState state, String item, MonthSpan span) {}

    private final FigureBalance balance;
    private final BalanceStarts starts;
    private final VintageStates states;
    private final Map<Level, Integer> levels = new HashMap<>();
    private final Map<Integer, Integer> populations = new HashMap<>();
    private final Map<String, Integer> plans = new HashMap<>();

    GrdpCells(FigureBalance balance, BalanceStarts starts, VintageStates states) {
        this.balance = balance;
        this.starts = starts;
        this.states = states;
    }

    /** Adds the levels of a state, those of many months first. */
    void add(VintageState state) {
        state.spans().stream()
                .sorted(Comparator.comparingInt(MonthSpan::months).reversed().thenComparing(span -> span))
                .forEach(span -> {
                    for (String item : items(state)) {
                        String name = item + " " + span + " " + state.basis().code() + " as of " + state.last();
                        int cell = balance.addCell(name, starts.level(item, state.basis(), span));
                        levels.put(new Level(state, item, span), cell);
                    }
                });
    }

    /** Returns the items of a state, totals first. */
    static List<String> items(VintageState state) {
        List<String> items = new ArrayList<>(List.of(GrdpCodes.TOTAL, "S1", "S2"));
        state.items().stream()
                .filter(item -> !item.equals(GrdpCodes.TOTAL) && !GrdpCodes.PARTS.contains(item))
                .forEach(items::add);
        items.addAll(List.of("S3", GrdpCodes.NET_TAXES));
        return items;
    }

    boolean has(VintageState state, String item, MonthSpan span) {
        return levels.containsKey(new Level(state, item, span));
    }

    int cell(VintageState state, String item, MonthSpan span) {
        Integer cell = levels.get(new Level(state, item, span));
        if (cell == null) {
            throw new IllegalStateException("Expecting a cell of " + item + " over " + span + " but there is none");
        }
        return cell;
    }

    LinearForm level(VintageState state, String item, MonthSpan span) {
        return LinearForm.of(cell(state, item, span));
    }

    /** Returns the level of the year before as releases of a state saw it. */
    Optional<LinearForm> before(VintageState state, String item, MonthSpan span) {
        return states.baseOf(state, span.yearBefore())
                .filter(base -> has(base, item, span.yearBefore()))
                .map(base -> level(base, item, span.yearBefore()));
    }

    LinearForm population(int year) {
        return LinearForm.of(populations.computeIfAbsent(
                year, any -> balance.addCell("population " + year, starts.population(year))));
    }

    boolean hasPopulation(int year) {
        return populations.containsKey(year);
    }

    private LinearForm plan(VintageState state, String item, MonthSpan span) {
        return LinearForm.of(plans.computeIfAbsent(
                item + " " + state.year(),
                name -> balance.addCell(
                        "plan of " + name, starts.level(item, state.basis(), span) * 12 / span.months())));
    }

    /** Returns what a figure measures of the cells of a state. */
    Optional<Ratio> ratio(VintageState state, BalanceInput input) {
        MonthSpan span = input.span();
        String item = input.item();
        if (!has(state, item, span)) {
            return Optional.empty();
        }
        LinearForm level = level(state, item, span);
        LinearForm total = level(state, GrdpCodes.TOTAL, span);
        return switch (input.kind()) {
            case LEVEL -> Optional.of(Ratio.level(level));
            case SHARE -> Optional.of(Ratio.percent(level, total));
            case GROWTH -> before(state, item, span).map(before -> Ratio.growth(level, before));
            case CONTRIBUTION ->
                before(state, item, span).flatMap(before -> before(state, GrdpCodes.TOTAL, span)
                        .map(all -> Ratio.percent(level.minus(before), all)));
            case PER_CAPITA -> Optional.of(new Ratio(List.of(level), List.of(population(span.year())), 1, 0));
            case PER_CAPITA_GROWTH ->
                before(state, item, span)
                        .map(before -> new Ratio(
                                List.of(level, population(span.year() - 1)),
                                List.of(before, population(span.year())),
                                100,
                                -100));
            case PLAN_ATTAINMENT -> Optional.of(Ratio.percent(level, plan(state, item, span)));
            case POPULATION -> Optional.of(Ratio.level(population(span.year())));
        };
    }
}
