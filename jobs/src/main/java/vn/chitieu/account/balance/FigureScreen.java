package vn.chitieu.account.balance;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chitieu.account.reading.FigureName;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedDay;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** Finds figures that cannot be what they claim to be: each is named in a finding and rejected from the balance. */
final class FigureScreen {

    private static final Words WORDS = Words.of("account");

    static final String GROWTH_AS_INDEX = "growth_typed_as_index";
    static final String SHARE_OUT_OF_RANGE = "share_out_of_range";
    static final String POPULATION_NOT_POSITIVE = "population_not_positive";
    static final String LEVEL_IN_OTHER_UNIT = "level_in_other_unit";
    static final String BASE_YEARS_MIXED = "base_years_mixed";

    private static final double LEAST_INDEX = 80;
    private static final double GREATEST_INDEX = 160;
    private static final double GREATEST_SUM_OF_SHARES = 105;
    private static final double LEAST_SHARE = -20;
    /** Levels apart by more than this power of ten are not of one unit; units are apart by a thousand. */
    private static final double DECADES = 1.5;

    private static final double USUAL_PART = 0.25;
    /** Another base year moves a level by more than any revision. */
    private static final double OTHER_BASE = Math.log(1.15);

    /** An item over some months, whatever is measured of it. */
    private record AboutMonths(String item, MonthSpan span) {

        static AboutMonths of(BalanceInput input) {
            return new AboutMonths(input.item(), input.span());
        }
    }

    private final Findings findings;
    private final Set<BalanceInput> rejected = new LinkedHashSet<>();

    private FigureScreen(Findings findings) {
        this.findings = findings;
    }

    /** Returns the figures to reject, each with a finding. */
    static Set<BalanceInput> rejected(List<BalanceInput> inputs, Findings findings) {
        FigureScreen screen = new FigureScreen(findings);
        inputs.forEach(screen::screenAlone);
        screen.screenShares(inputs);
        screen.screenUnits(inputs);
        screen.screenBaseYears(inputs);
        return screen.rejected;
    }

    private void screenAlone(BalanceInput input) {
        double value = input.value();
        switch (input.kind()) {
            case GROWTH, PER_CAPITA_GROWTH -> {
                if (value >= LEAST_INDEX && value <= GREATEST_INDEX) {
                    reject(GROWTH_AS_INDEX, input, WORDS.text("screen.index", PrintedNumber.of(value - 100, 2)));
                }
            }
            case SHARE -> {
                if (value > 100 || value < LEAST_SHARE) {
                    reject(SHARE_OUT_OF_RANGE, input, WORDS.text("screen.part"));
                }
            }
            case POPULATION -> {
                if (value <= 0) {
                    reject(POPULATION_NOT_POSITIVE, input, WORDS.text("screen.population"));
                }
            }
            case LEVEL, CONTRIBUTION, PER_CAPITA, PLAN_ATTAINMENT -> {
                // judged by the screens that compare figures, or by the balance itself
            }
        }
    }

    private void screenShares(List<BalanceInput> inputs) {
        Map<String, List<BalanceInput>> together = new TreeMap<>();
        for (BalanceInput input : inputs) {
            if (input.kind() == FigureKind.SHARE
                    && GrdpCodes.PARTS.contains(input.item())
                    && !rejected.contains(input)) {
                together.computeIfAbsent(
                                input.span() + " " + input.knownOn() + " "
                                        + input.observation().sourceUrl(),
                                key -> new ArrayList<>())
                        .add(input);
            }
        }
        for (List<BalanceInput> shares : together.values()) {
            double sum = shares.stream().mapToDouble(BalanceInput::value).sum();
            if (sum > GREATEST_SUM_OF_SHARES) {
                LocalizedText why = WORDS.text("screen.shares", PrintedNumber.of(sum, 2));
                shares.forEach(share -> reject(SHARE_OUT_OF_RANGE, share, why));
            }
        }
    }

    /** Every level votes on the size of the economy, in billion VND a month; who is far from the median is out. */
    private void screenUnits(List<BalanceInput> inputs) {
        List<BalanceInput> levels = inputs.stream()
                .filter(input -> input.kind() == FigureKind.LEVEL && input.value() > 0)
                .toList();
        double[] votes =
                levels.stream().mapToDouble(FigureScreen::decade).sorted().toArray();
        if (votes.length < 3) {
            return;
        }
        double median = votes[votes.length / 2];
        for (BalanceInput level : levels) {
            double apart = decade(level) - median;
            if (Math.abs(apart) > DECADES) {
                double factor = Math.pow(1000, Math.max(1, Math.rint(Math.abs(apart) / 3)));
                reject(
                        LEVEL_IN_OTHER_UNIT,
                        level,
                        WORDS.text(apart > 0 ? "screen.larger" : "screen.smaller", PrintedNumber.of(factor, 0)));
            }
        }
    }

    private static double decade(BalanceInput level) {
        double share = level.observation().key().activityCode().equals(GrdpCodes.TOTAL) ? 1 : USUAL_PART;
        return Math.log10(level.value() / share / level.span().months());
    }

    private void screenBaseYears(List<BalanceInput> inputs) {
        List<BalanceInput> levels = inputs.stream()
                .filter(input -> input.kind() == FigureKind.LEVEL
                        && input.basis() == PriceBasis.CONSTANT_2010
                        && input.value() > 0
                        && !rejected.contains(input))
                .toList();
        Map<String, List<BalanceInput>> byItem = levels.stream().collect(groupingBy(BalanceInput::item));
        Map<AboutMonths, List<BalanceInput>> growth = inputs.stream()
                .filter(input -> input.kind() == FigureKind.GROWTH)
                .collect(groupingBy(AboutMonths::of));
        for (BalanceInput later : levels) {
            List<BalanceInput> rates = growth.getOrDefault(AboutMonths.of(later), List.of());
            for (BalanceInput earlier : byItem.getOrDefault(later.item(), List.of())) {
                boolean isOfAnotherSource = earlier.knownOn().isBefore(later.knownOn()) && !rejected.contains(earlier);
                if (isOfAnotherSource && isOfAnotherBase(earlier, later, rates)) {
                    reject(
                            BASE_YEARS_MIXED,
                            later,
                            WORDS.text(
                                    "screen.base_year",
                                    PrintedNumber.of(earlier.value(), 0),
                                    FigureName.of(earlier.span()),
                                    PrintedDay.of(earlier.knownOn())));
                }
            }
        }
    }

    /** Compares two levels of the same months, or of a year apart with a published rate of growth between them. */
    private static boolean isOfAnotherBase(BalanceInput earlier, BalanceInput later, List<BalanceInput> rates) {
        double apart = Math.log(later.value() / earlier.value());
        if (earlier.span().equals(later.span())) {
            return Math.abs(apart) > OTHER_BASE;
        }
        if (!earlier.span().equals(later.span().yearBefore())) {
            return false;
        }
        double[] gaps = rates.stream()
                .filter(rate -> rate.value() > -100 && rate.value() < LEAST_INDEX)
                .mapToDouble(growth -> Math.abs(apart - Math.log1p(growth.value() / 100)))
                .toArray();
        return gaps.length > 0 && Arrays.stream(gaps).min().getAsDouble() > OTHER_BASE;
    }

    private void reject(String ruleCode, BalanceInput input, LocalizedText why) {
        rejected.add(input);
        VisibleVintages.Line line = VisibleVintages.lineOf(input.observation().key());
        int decimals = Math.max(0, input.observation().value().scale());
        findings.add(
                ruleCode,
                Finding.Kind.CONTRADICTION,
                Finding.Severity.ERROR,
                line,
                PeriodName.of(input.observation().key()),
                Findings.subject(input.observation(), input.knownOn()),
                FigureName.sentence(
                        "screen.rejected",
                        FigureName.of(line),
                        FigureName.of(input.span()),
                        FigureName.amount(input.value(), decimals, FigureName.unitCode(line)),
                        PrintedDay.of(input.knownOn()),
                        why));
    }
}
