package vn.chitieu.account.derivation;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.PerCapita;
import vn.chitieu.account.reading.AccountItem;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.PeriodName;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Vintages;

/** Gross product per head and the population behind it; figures of part-years stay what they are. */
public final class PerCapitaAccount {

    private static final VisibleVintages.Line POPULATION =
            new VisibleVintages.Line("population", GrdpCodes.TOTAL, PriceBasis.NONE);
    /** How much less may be unknown of a quotient than of a printed figure that it is preferred to: a digit. */
    private static final double FINER = 10;

    private static final AccountItem GROSS_PRODUCT = GrdpLevels.current(GrdpCodes.TOTAL);

    private final VisibleVintages visible;
    private final GrdpLevels levels;
    private final GrdpCodes codes;
    private final AccountFigures figures;
    private final RateSelection rates;

    public PerCapitaAccount(VisibleVintages visible, GrdpAccount grdp, AccountFigures figures, Findings findings) {
        this.visible = visible;
        this.levels = grdp.levels();
        this.codes = grdp.codes();
        this.figures = figures;
        this.rates = new RateSelection(visible, findings);
    }

    public void compute() {
        VisibleVintages.Line line = codes.perCapita();
        VisibleVintages.Line growthLine = codes.perCapitaGrowth();
        TreeSet<MonthSpan> spans = new TreeSet<>(visible.spans(line));
        spans.addAll(visible.spans(growthLine));
        spans.addAll(visible.spans(POPULATION));
        for (MonthSpan span : spans) {
            Optional<AccountValue> level = level(span);
            rates.report(line, span, derived(span));
            level.ifPresent(value -> add(span, Measure.LEVEL, "million_vnd_per_person", value));
            ShownGrowth.ofValues(
                            rates.rate(growthLine, span, growth(span)),
                            ShownGrowth.between(level, level(span.yearBefore())))
                    .ifPresent(growth -> {
                        add(span, Measure.GROWTH_PCT, "pct", growth.counts());
                        growth.ofOtherVintage()
                                .ifPresent(other -> add(span, Measure.GROWTH_OTHER_VINTAGE_PCT, "pct", other));
                    });
            rates.report(POPULATION, span, Optional.empty());
            population(span).ifPresent(people -> add(span, Measure.POPULATION, "thousand_persons", people));
        }
        rates.reportPreviousLevels(line, growthLine);
    }

    private void add(MonthSpan span, Measure measure, String unitCode, AccountValue value) {
        figures.add(Account.PER_CAPITA, GrdpCodes.TOTAL, PriceBasis.CURRENT, span, measure, unitCode, value);
    }

    private static boolean isYear(MonthSpan span) {
        return span.months() == 12;
    }

    /**
     * Returns the figure per head that counts: printed, or computed where later figures make another or the same with
     * one more digit.
     */
    private Optional<AccountValue> level(MonthSpan span) {
        Optional<AccountValue> derived = derived(span);
        Optional<AccountValue> printed = visible.published(codes.perCapita(), span);
        if (printed.isEmpty() || derived.isEmpty() || RateSelection.differ(printed.get(), derived.get())) {
            return rates.withoutReport(codes.perCapita(), span, derived);
        }
        return isFiner(derived.get(), printed.get()) ? derived : printed;
    }

    private static boolean isFiner(AccountValue derived, AccountValue printed) {
        return FINER * derived.halfUnit() <= printed.halfUnit();
    }

    /**
     * Returns gross product over the average population of the same year, both known: where a figure per head was
     * printed before the gross product was restated, the population is the one that it was computed with.
     */
    private Optional<AccountValue> derived(MonthSpan span) {
        Optional<AccountValue> people = population(span);
        Optional<AccountValue> product = levels.level(GROSS_PRODUCT, span);
        if (!isYear(span)
                || people.isEmpty()
                || product.isEmpty()
                || people.get().value() <= 0) {
            return Optional.empty();
        }
        double value = PerCapita.millionVnd(product.get().value(), people.get().value());
        double halfUnit = (product.get().halfUnit() + value * people.get().halfUnit())
                / people.get().value();
        return Optional.of(
                AccountValue.derived(value, halfUnit, MethodCode.GRDP_OVER_POPULATION, product.get(), people.get()));
    }

    /** Returns growth of derived figures whose gross product is of one family. */
    private Optional<AccountValue> growth(MonthSpan span) {
        if (!isYear(span) || levels.pair(GROSS_PRODUCT, span).isEmpty()) {
            return Optional.empty();
        }
        return derived(span).flatMap(current -> derived(span.yearBefore())
                .flatMap(previous -> GrowthArithmetic.growth(current, previous, MethodCode.GROWTH_OF_LEVELS)));
    }

    private Optional<AccountValue> population(MonthSpan span) {
        Optional<AccountValue> published = visible.published(POPULATION, span);
        return published.isPresent() || !isYear(span)
                ? published
                : visible.latest(codes.perCapita(), span).flatMap(this::impliedPopulation);
    }

    /** Returns the population that a figure per head implies with the gross product of the nearest vintage. */
    private Optional<AccountValue> impliedPopulation(Observation perCapita) {
        AccountValue perHead = visible.value(perCapita);
        Comparator<Observation> nearest = Comparator.comparingLong(
                product -> Math.abs(ChronoUnit.DAYS.between(product.sourceDate(), perCapita.sourceDate())));
        return visible
                .vintages(
                        codes.level(GROSS_PRODUCT),
                        PeriodName.of(perCapita.key()).span())
                .stream()
                .filter(product -> perHead.value() > 0)
                .min(Comparator.comparing(
                                (Observation product) -> !product.sourceUrl().equals(perCapita.sourceUrl()))
                        .thenComparing(nearest)
                        .thenComparing(Vintages.preference(visible.asOf())))
                .map(product -> implied(visible.value(product), perHead));
    }

    private static AccountValue implied(AccountValue product, AccountValue perHead) {
        double people = PerCapita.impliedPopulationThousand(product.value(), perHead.value());
        double halfUnit = (product.halfUnit() + people * perHead.halfUnit()) / perHead.value();
        return AccountValue.derived(people, halfUnit, MethodCode.IMPLIED_BY_PER_CAPITA, product, perHead);
    }
}
