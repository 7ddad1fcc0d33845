package vn.chitieu.account.derivation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.account.formula.PrintedRounding;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.Family;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.account.reading.GrowthArithmetic;
import vn.chitieu.account.reading.VisibleVintages;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;

/**
 * Which of a published and a derived rate counts: the published one unless the levels are of a later date. The other is
 * reported if it differs by more than rounding.
 */
final class RateSelection {

    /** Half a unit of the two decimals to which rates are computed when set against print. */
    private static final double HALF_HUNDREDTH = 0.005;

    private static final Comparator<Observation> OLDEST_FIRST = Comparator.comparing(Observation::sourceDate)
            .thenComparing(Observation::key, Vintages.KEY_ORDER)
            .thenComparing(Observation::sourceUrl);

    private final VisibleVintages visible;
    private final Findings findings;

    RateSelection(VisibleVintages visible, Findings findings) {
        this.visible = visible;
        this.findings = findings;
    }

    Optional<AccountValue> rate(VisibleVintages.Line line, MonthSpan span, Optional<AccountValue> derived) {
        report(line, span, derived);
        return withoutReport(line, span, derived);
    }

    /** Returns the rate that counts and reports nothing: for a rate that is used beside its own row. */
    Optional<AccountValue> withoutReport(VisibleVintages.Line line, MonthSpan span, Optional<AccountValue> derived) {
        return newer(visible.published(line, span), derived);
    }

    private static Optional<AccountValue> newer(Optional<AccountValue> published, Optional<AccountValue> derived) {
        if (published.isEmpty() || derived.isEmpty()) {
            return published.isPresent() ? published : derived;
        }
        return isNewer(derived.get(), published.get()) ? derived : published;
    }

    /** Returns whether a derived figure rests on later ones; what was printed by the day is later than an archive. */
    private static boolean isNewer(AccountValue derived, AccountValue published) {
        return derived.isOfArchive() == published.isOfArchive()
                ? published.date().isBefore(derived.date())
                : published.isOfArchive();
    }

    /** Reports every vintage that differs from the figure that counts, and levels that differ from a newer rate. */
    void report(VisibleVintages.Line line, MonthSpan span, Optional<AccountValue> derived) {
        Optional<Observation> latest = visible.latest(line, span);
        Optional<AccountValue> published = latest.map(visible::value);
        newer(published, derived).ifPresent(counts -> reportRestated(line, span, counts));
        if (latest.isPresent() && published.isPresent() && derived.isPresent()) {
            boolean publishedCounts = !isNewer(derived.get(), published.get());
            if (publishedCounts && differ(published.get(), derived.get()) && !isPrinted(line, span, derived.get())) {
                findings.addRestated(Findings.RATE_AGAINST_LEVELS, line, latest.get(), published.get(), derived.get());
            }
        }
    }

    /** Returns whether the levels' own source also printed the rate, so that it is reported as a vintage. */
    private boolean isPrinted(VisibleVintages.Line line, MonthSpan span, AccountValue derived) {
        return visible.vintages(line, span).stream()
                .map(visible::value)
                .anyMatch(printed -> printed.date().equals(derived.date()) && !differ(printed, derived));
    }

    /**
     * Reports a level whose growth, by the same source, starts from another level of the year before than any that was
     * published for that year.
     */
    void reportPreviousLevels(VisibleVintages.Line levelLine, VisibleVintages.Line growthLine) {
        for (MonthSpan span : visible.spans(growthLine)) {
            for (Observation growth : visible.vintages(growthLine, span)) {
                visible.published(levelLine, span, Family.of(growth))
                        .filter(level -> growth.value().doubleValue() > -100)
                        .ifPresent(level -> reportPreviousLevel(levelLine, span, level, growth));
            }
        }
    }

    private void reportPreviousLevel(
            VisibleVintages.Line levelLine, MonthSpan span, AccountValue level, Observation growth) {
        AccountValue rate = visible.value(growth);
        AccountValue implied = GrowthArithmetic.previous(level, rate);
        Optional<Observation> latest = visible.latest(levelLine, span.yearBefore());
        boolean known = visible.vintages(levelLine, span.yearBefore()).stream()
                .map(visible::value)
                .anyMatch(printed -> PrintedRounding.agree(
                        printed.value(), implied.value(), printed.halfUnit() + implied.halfUnit()));
        if (latest.isPresent() && !known) {
            findings.addPreviousLevel(levelLine, growth, level, rate, implied, visible.value(latest.get()));
        }
    }

    /** Reports every value of a figure that differs from the one that counts, once, with its first date. */
    void reportRestated(VisibleVintages.Line line, MonthSpan span, AccountValue counts) {
        Map<BigDecimal, Observation> firstOfEachValue = new TreeMap<>();
        visible.vintages(line, span).stream()
                .sorted(OLDEST_FIRST)
                .forEach(vintage -> firstOfEachValue.putIfAbsent(vintage.value(), vintage));
        AccountValue first = counts.isPublished() ? firstPrinted(counts, firstOfEachValue.values()) : counts;
        for (Observation vintage : firstOfEachValue.values()) {
            AccountValue old = visible.value(vintage);
            if (differ(old, counts)) {
                findings.addRestated(Findings.RESTATED_FIGURE, line, vintage, old, first);
            }
        }
    }

    /** Returns the figure that counts with the date on which its value was first printed. */
    private AccountValue firstPrinted(AccountValue counts, Collection<Observation> firstOfEachValue) {
        return firstOfEachValue.stream()
                .map(visible::value)
                .filter(printed -> printed.value() == counts.value())
                .findFirst()
                .orElse(counts);
    }

    /** Returns whether a rate is another than one that counts, beyond the rounding of both. */
    static boolean differ(AccountValue published, AccountValue counts) {
        double rounding = counts.isPublished() ? 0 : HALF_HUNDREDTH;
        return !PrintedRounding.agree(
                published.value(), counts.value(), published.halfUnit() + counts.halfUnit() + rounding);
    }
}
