package vn.chitieu.account;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;

/**
 * Which of a published and a derived rate counts: the published one unless the levels are of a later date. The other is
 * reported if it differs by more than rounding.
 */
final class Headlines {

    /** Half a unit of the two decimals to which rates are computed when set against print. */
    private static final double HALF_HUNDREDTH = 0.005;

    private static final Comparator<Observation> OLDEST_FIRST = Comparator.comparing(Observation::sourceDate)
            .thenComparing(Observation::key, Vintages.KEY_ORDER)
            .thenComparing(Observation::sourceUrl);

    private final VintageBook book;
    private final FindingBook findings;

    Headlines(VintageBook book, FindingBook findings) {
        this.book = book;
        this.findings = findings;
    }

    Optional<Reading> rate(VintageBook.Line line, PeriodName name, Optional<Reading> derived) {
        report(line, name.span(), derived);
        return newer(book.published(line, name), derived);
    }

    private static Optional<Reading> newer(Optional<Reading> published, Optional<Reading> derived) {
        if (published.isEmpty() || derived.isEmpty()) {
            return published.isPresent() ? published : derived;
        }
        return published.get().date().isBefore(derived.get().date()) ? derived : published;
    }

    /** Reports every vintage that differs from the figure that counts, and levels that differ from a newer rate. */
    private void report(VintageBook.Line line, MonthSpan span, Optional<Reading> derived) {
        Optional<Observation> latest = book.latest(line, span);
        Optional<Reading> published = latest.map(this::reading);
        newer(published, derived).ifPresent(counts -> reportRestated(line, span, counts));
        if (latest.isPresent() && published.isPresent() && derived.isPresent()) {
            boolean publishedCounts =
                    !published.get().date().isBefore(derived.get().date());
            if (publishedCounts && differ(published.get(), derived.get()) && !isPrinted(line, span, derived.get())) {
                findings.addRestated(
                        FindingBook.RATE_AGAINST_LEVELS, line, latest.get(), published.get(), derived.get());
            }
        }
    }

    /** Returns whether the levels' own source also printed the rate, so that it is reported as a vintage. */
    private boolean isPrinted(VintageBook.Line line, MonthSpan span, Reading derived) {
        return book.vintages(line, span).stream()
                .map(this::reading)
                .anyMatch(printed -> printed.date().equals(derived.date()) && !differ(printed, derived));
    }

    /**
     * Reports a level whose growth, by the same source, starts from another level of the year before than any that was
     * published for that year.
     */
    void reportPreviousLevels(VintageBook.Line levelLine, VintageBook.Line growthLine) {
        for (MonthSpan span : book.spans(growthLine)) {
            for (Observation growth : book.vintages(growthLine, span)) {
                book.published(levelLine, span, Family.of(growth))
                        .filter(level -> growth.value().doubleValue() > -100)
                        .ifPresent(level -> reportPreviousLevel(levelLine, span, level, growth));
            }
        }
    }

    private void reportPreviousLevel(VintageBook.Line levelLine, MonthSpan span, Reading level, Observation growth) {
        Reading rate = reading(growth);
        Reading implied = GrowthReadings.previous(level, rate);
        Optional<Observation> latest = book.latest(levelLine, span.yearBefore());
        boolean known = book.vintages(levelLine, span.yearBefore()).stream()
                .map(this::reading)
                .anyMatch(printed -> PrintedRounding.agree(
                        printed.value(), implied.value(), printed.halfUnit() + implied.halfUnit()));
        if (latest.isPresent() && !known) {
            findings.addPreviousLevel(levelLine, growth, level, rate, implied, reading(latest.get()));
        }
    }

    /** Reports every value of a figure that differs from the one that counts, once, with its first date. */
    void reportRestated(VintageBook.Line line, MonthSpan span, Reading counts) {
        Map<BigDecimal, Observation> firstOfEachValue = new TreeMap<>();
        book.vintages(line, span).stream()
                .sorted(OLDEST_FIRST)
                .forEach(vintage -> firstOfEachValue.putIfAbsent(vintage.value(), vintage));
        Reading first = counts.isPublished() ? firstPrinted(counts, firstOfEachValue.values()) : counts;
        for (Observation vintage : firstOfEachValue.values()) {
            Reading old = reading(vintage);
            if (differ(old, counts)) {
                findings.addRestated(FindingBook.RESTATED_FIGURE, line, vintage, old, first);
            }
        }
    }

    /** Returns the figure that counts with the date on which its value was first printed. */
    private Reading firstPrinted(Reading counts, Collection<Observation> firstOfEachValue) {
        return firstOfEachValue.stream()
                .map(this::reading)
                .filter(printed -> printed.value() == counts.value())
                .findFirst()
                .orElse(counts);
    }

    private static boolean differ(Reading published, Reading counts) {
        double rounding = counts.isPublished() ? 0 : HALF_HUNDREDTH;
        return !PrintedRounding.agree(
                published.value(), counts.value(), published.halfUnit() + counts.halfUnit() + rounding);
    }

    private Reading reading(Observation observation) {
        return Reading.published(observation, book.asOf());
    }
}
