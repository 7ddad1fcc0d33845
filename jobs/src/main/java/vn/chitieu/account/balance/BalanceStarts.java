package vn.chitieu.account.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PriceBasis;

/** First guesses of levels, of the right order of magnitude, from which the estimate sets out. */
final class BalanceStarts {

    private static final double GROWTH_CURRENT = 1.08;
    private static final double GROWTH_CONSTANT = 1.06;
    private static final double USUAL_DEFLATOR = 1.5;
    private static final double ANY_MONTH = 1000;
    private static final double ANY_POPULATION = 1000;
    private static final Map<String, Double> USUAL_SHARES =
            Map.of("S1", 0.22, "S2", 0.32, "S3", 0.37, GrdpCodes.NET_TAXES, 0.09);
    private static final Map<String, Double> USUAL_PARTS_OF_S2 = Map.of("BTE", 0.85, "F", 0.15, "C", 0.6);

    private record Subject(FigureKind kind, String item, PriceBasis basis) {}

    private record Level(String item, PriceBasis basis, MonthSpan span) {}

    private final List<BalanceInput> inputs;
    private final Map<Subject, List<BalanceInput>> bySubject = new HashMap<>();
    private final int firstYear;
    private final Map<Level, Double> known = new HashMap<>();

    BalanceStarts(List<BalanceInput> inputs) {
        this.inputs = inputs;
        for (BalanceInput input : inputs) {
            bySubject
                    .computeIfAbsent(new Subject(input.kind(), input.item(), input.basis()), any -> new ArrayList<>())
                    .add(input);
        }
        this.firstYear = inputs.stream()
                .filter(input -> input.basis() == PriceBasis.CONSTANT_2010)
                .mapToInt(input -> input.span().year())
                .min()
                .orElse(0);
    }

    double level(String item, PriceBasis basis, MonthSpan span) {
        Level level = new Level(item, basis, span);
        Double value = known.get(level);
        if (value == null) {
            value = estimate(item, basis, span);
            known.put(level, value);
        }
        return value;
    }

    private double estimate(String item, PriceBasis basis, MonthSpan span) {
        Optional<Double> printed = of(FigureKind.LEVEL, item, basis).stream()
                .filter(input -> input.span().equals(span) && input.value() != 0)
                .map(BalanceInput::value)
                .findFirst();
        if (printed.isPresent()) {
            return printed.get();
        }
        if (basis == PriceBasis.CONSTANT_2010 && span.year() > firstYear) {
            return level(item, basis, span.yearBefore()) * growthFactor(item, span);
        }
        if (item.equals(GrdpCodes.TOTAL)) {
            return total(basis, span);
        }
        double total = level(GrdpCodes.TOTAL, basis, span);
        return total * (USUAL_SHARES.containsKey(item) ? share(item, span) : ofSecondSector(item, span));
    }

    private List<BalanceInput> of(FigureKind kind, String item, PriceBasis basis) {
        return bySubject.getOrDefault(new Subject(kind, item, basis), List.of());
    }

    /** Returns the growth of the same months, else of any months of the year, else of the total, else what is usual. */
    private double growthFactor(String item, MonthSpan span) {
        for (String of : List.of(item, GrdpCodes.TOTAL)) {
            Optional<BalanceInput> growth = nearest(FigureKind.GROWTH, of, PriceBasis.CONSTANT_2010, span)
                    .filter(figure -> figure.span().year() == span.year());
            if (growth.isPresent()) {
                return 1 + growth.get().value() / 100;
            }
        }
        return GROWTH_CONSTANT;
    }

    private double ofSecondSector(String item, MonthSpan span) {
        return share("S2", span) * USUAL_PARTS_OF_S2.getOrDefault(item, 0.1);
    }

    private double share(String item, MonthSpan span) {
        double sum = USUAL_SHARES.keySet().stream()
                .sorted()
                .mapToDouble(part -> rawShare(part, span))
                .sum();
        return rawShare(item, span) / sum;
    }

    private double rawShare(String item, MonthSpan span) {
        return nearest(FigureKind.SHARE, item, PriceBasis.CURRENT, span)
                .map(share -> share.value() / 100)
                .filter(share -> share > 0)
                .orElse(USUAL_SHARES.getOrDefault(item, 0.1));
    }

    private double total(PriceBasis basis, MonthSpan span) {
        PriceBasis other = basis == PriceBasis.CURRENT ? PriceBasis.CONSTANT_2010 : PriceBasis.CURRENT;
        double factor = basis == PriceBasis.CURRENT ? USUAL_DEFLATOR : 1 / USUAL_DEFLATOR;
        return nearest(FigureKind.LEVEL, GrdpCodes.TOTAL, basis, span)
                .map(level -> carried(level, span))
                .or(() -> nearest(FigureKind.LEVEL, GrdpCodes.TOTAL, other, span)
                        .map(level -> factor * carried(level, span)))
                .or(() -> nearest(
                                FigureKind.PER_CAPITA,
                                GrdpCodes.TOTAL,
                                PriceBasis.CURRENT,
                                new MonthSpan(span.year(), 1, 12))
                        .map(perHead -> (basis == PriceBasis.CURRENT ? 1 : factor)
                                * knownPopulation(perHead.span().year()).orElse(ANY_POPULATION)
                                * carried(perHead, span)))
                .orElse(ANY_MONTH * span.months());
    }

    private static double carried(BalanceInput figure, MonthSpan span) {
        double growth = figure.basis() == PriceBasis.CURRENT ? GROWTH_CURRENT : GROWTH_CONSTANT;
        return figure.value()
                / figure.span().months()
                * span.months()
                * Math.pow(growth, span.year() - figure.span().year());
    }

    private Optional<BalanceInput> nearest(FigureKind kind, String item, PriceBasis basis, MonthSpan span) {
        return of(kind, item, basis).stream()
                .filter(input -> input.value() > (kind == FigureKind.GROWTH ? -100 : 0))
                .min(Comparator.comparingInt(
                                (BalanceInput input) -> Math.abs(input.span().year() - span.year()))
                        .thenComparingInt(input -> Math.abs(input.span().lastMonth() - span.lastMonth()))
                        .thenComparing(BalanceInput::span));
    }

    double population(int year) {
        return knownPopulation(year)
                .or(() -> nearest(
                                FigureKind.PER_CAPITA, GrdpCodes.TOTAL, PriceBasis.CURRENT, new MonthSpan(year, 1, 12))
                        .map(perHead -> level(GrdpCodes.TOTAL, PriceBasis.CURRENT, perHead.span()) / perHead.value()))
                .orElse(ANY_POPULATION);
    }

    private Optional<Double> knownPopulation(int year) {
        return inputs.stream()
                .filter(input -> input.kind() == FigureKind.POPULATION && input.value() > 0)
                .min(Comparator.comparingInt(
                                (BalanceInput input) -> Math.abs(input.span().year() - year))
                        .thenComparing(BalanceInput::span))
                .map(BalanceInput::value);
    }
}
