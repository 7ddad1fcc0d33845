package vn.chitieu.account;

import java.util.Optional;
import vn.chitieu.observation.Observation;

/**
 * Which of a published and a derived rate counts: the published one unless the levels are of a later date. The other is
 * reported if it differs by more than rounding.
 */
final class Headlines {

    /** Half a unit of the two decimals to which rates are computed when set against print. */
    private static final double HALF_HUNDREDTH = 0.005;

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
            if (publishedCounts && differ(published.get(), derived.get())) {
                findings.addRestated(
                        FindingBook.RATE_AGAINST_LEVELS, line, latest.get(), published.get(), derived.get());
            }
        }
    }

    /** Reports every vintage of a figure that differs from the one that counts. */
    void reportRestated(VintageBook.Line line, MonthSpan span, Reading counts) {
        for (Observation vintage : book.vintages(line, span)) {
            Reading old = reading(vintage);
            if (differ(old, counts)) {
                findings.addRestated(FindingBook.RESTATED_FIGURE, line, vintage, old, counts);
            }
        }
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
