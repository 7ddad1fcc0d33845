package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** What the columns of one row say of each other: the period alone, the year to date, the estimate of the year. */
final class ColumnChecks {

    private static final Words WORDS = Words.of("observation");

    /** What a part may be above its whole by rounding. */
    private static final double ROUNDING = 1.005;

    /** How far, of logarithms, what a year to date adds may be from the month told: a month counted twice is 2. */
    private static final double OTHER_MONTH = Math.log(1.5);

    /** Below it a count may well have nothing in the months before. */
    private static final int FEW = 20;

    private static final int MONTHS = 12;

    private final Map<List<Object>, List<Judged>> rows = new LinkedHashMap<>();
    private final Doubts doubts;

    ColumnChecks(List<Judged> judged, Doubts doubts) {
        this.doubts = doubts;
        for (Judged figure : judged) {
            rows.computeIfAbsent(
                            List.of(
                                    figure.figure().rowKey(),
                                    figure.figure().key().priceBasis()),
                            key -> new ArrayList<>())
                    .add(figure);
        }
    }

    void check() {
        for (List<Judged> row : rows.values()) {
            for (Judged part : row) {
                for (Judged whole : row) {
                    if (areOpen(part, whole) && whole.includes(part)) {
                        pair(part, whole);
                    }
                }
            }
            monthsBefore(row);
        }
    }

    private boolean areOpen(Judged one, Judged other) {
        return !one.equals(other) && !doubts.has(one) && !doubts.has(other);
    }

    private void pair(Judged part, Judged whole) {
        if (part.figure().isState()) {
            state(part, whole);
        } else if (part.isPositiveFlow()) {
            boolean isMore =
                    part.value().doubleValue() > ROUNDING * whole.value().doubleValue();
            if (isMore) {
                LocalizedText expected = WORDS.text(
                        "plausible.within",
                        column(part),
                        PrintedNumber.exact(part.value()),
                        column(whole),
                        PrintedNumber.exact(whole.value()));
                doubts.addLess(part, whole, comparison(whole), expected, slips(part, whole));
            } else if (part.value().signum() > 0) {
                nothingBefore(part, whole);
                share(part, whole);
            }
        }
    }

    /** A period alone that is the whole year to date leaves nothing for the months before it. */
    private void nothingBefore(Judged part, Judged whole) {
        MonthSpan span = part.figure().span();
        boolean isWhole = whole.isToDate()
                && span.firstMonth() > 1
                && span.lastMonth() == whole.figure().span().lastMonth()
                && part.value().compareTo(whole.value()) == 0;
        boolean isFew = part.figure().isCount() && part.value().doubleValue() < FEW;
        if (!isWhole || isFew) {
            return;
        }
        MonthSpan before = new MonthSpan(span.year(), 1, span.firstMonth() - 1);
        boolean isUsual = part.history()
                .flow(before)
                .or(() -> part.history().earlier(before).map(SeriesHistory.Earlier::value))
                .filter(value -> value.signum() == 0)
                .isPresent();
        if (!isUsual) {
            doubts.addLess(
                    part,
                    whole,
                    Comparison.OTHER_COLUMN,
                    WORDS.text("plausible.less_than_to_date", column(part), column(whole), PrintedSpan.in(before)),
                    List.of(Slip.UNKNOWN, Slip.UNKNOWN));
        }
    }

    /** What part of the whole it should be: that of an earlier year, or else that of the months. */
    private void share(Judged part, Judged whole) {
        if (part.figure().span().equals(whole.figure().span()) || !areOpen(part, whole)) {
            return;
        }
        MonthSpan span = part.figure().span();
        MonthSpan of = whole.figure().span();
        Optional<Double> ofYear = part.history().share(span);
        Optional<Double> wholeOfYear =
                of.months() == MONTHS ? Optional.of(1.0) : part.history().share(of);
        double share = ofYear.isPresent() && wholeOfYear.isPresent()
                ? ofYear.get() / wholeOfYear.get()
                : (double) span.months() / of.months();
        held(part, whole, whole.value().doubleValue() * share, Band.WIDEST);
    }

    private void state(Judged state, Judged expected) {
        if (state.figure().isChange()) {
            double x = state.value().doubleValue();
            double e = expected.value().doubleValue();
            boolean isSlip = Slip.of(state.value(), e, Band.FLOOR).isRecognized();
            if (Math.abs(x - e) > Band.POINTS || isSlip) {
                add(state, expected, e);
            }
        } else {
            held(state, expected, expected.value().doubleValue(), Band.STATE);
        }
    }

    private void held(Judged part, Judged whole, double centre, double width) {
        double x = part.value().doubleValue();
        if (centre <= 0 || x <= 0) {
            return;
        }
        Expectation expectation = new Expectation(
                comparison(whole),
                whole.value(),
                column(whole),
                centre,
                width,
                width,
                false,
                part.figure().isCount());
        if (expectation.misfit(part.value()) > 1) {
            add(part, whole, centre);
        }
    }

    private void add(Judged part, Judged whole, double centre) {
        LocalizedText expected = WORDS.text(
                "plausible.beside",
                column(part),
                PrintedNumber.exact(part.value()),
                column(whole),
                PrintedNumber.exact(whole.value()));
        doubts.addLess(part, whole, comparison(whole), expected, slips(part, centre, whole, Band.WIDEST));
    }

    /** The year to date less the period alone is the year to date before. */
    private void monthsBefore(List<Judged> row) {
        for (Judged alone : row) {
            for (Judged toDate : row) {
                boolean isPair = areOpen(alone, toDate)
                        && !alone.figure().isExpected()
                        && toDate.isToDate()
                        && alone.isPositiveFlow()
                        && alone.figure().span().firstMonth() > 1
                        && alone.figure().span().lastMonth()
                                == toDate.figure().span().lastMonth();
                if (isPair) {
                    monthsBefore(alone, toDate);
                }
            }
        }
    }

    private void monthsBefore(Judged alone, Judged toDate) {
        MonthSpan before = new MonthSpan(
                alone.figure().span().year(), 1, alone.figure().span().firstMonth() - 1);
        Optional<BigDecimal> known = alone.history().flow(before).filter(value -> value.signum() > 0);
        if (known.isEmpty()) {
            return;
        }
        BigDecimal sum = known.get().add(alone.value());
        double off = toDate.value().signum() > 0
                ? Math.abs(Math.log(toDate.value().doubleValue() / sum.doubleValue()))
                : Double.POSITIVE_INFINITY;
        if (off > Band.FLOOR || isOfAnotherScale(toDate.value().subtract(known.get()), alone, known.get())) {
            LocalizedText expected = WORDS.text(
                    "plausible.months_before",
                    column(toDate),
                    PrintedNumber.exact(known.get()),
                    PrintedSpan.in(before),
                    PrintedNumber.exact(alone.value()),
                    PrintedNumber.exact(sum));
            doubts.addLess(
                    toDate,
                    alone,
                    Comparison.PERIOD_BEFORE,
                    expected,
                    List.of(
                            Slip.of(toDate.value(), sum.doubleValue(), Band.FLOOR),
                            Slip.of(
                                    alone.value(),
                                    toDate.value().subtract(known.get()).doubleValue(),
                                    Band.FLOOR)));
        }
    }

    /**
     * Returns whether what a year to date adds to the one before is no such period as the one that is told alone: by
     * more than earlier months are revised, and by more than months differ. Late in a year a whole month is little of a
     * year to date.
     */
    private static boolean isOfAnotherScale(BigDecimal added, Judged alone, BigDecimal before) {
        double more = added.doubleValue();
        double told = alone.value().doubleValue();
        boolean isRevision = Math.abs(more - told) <= (1 - Expectations.REVISION) * before.doubleValue();
        return !isRevision && (more <= 0 || told <= 0 || Math.abs(Math.log(more / told)) > OTHER_MONTH);
    }

    private static List<Slip> slips(Judged part, Judged whole) {
        if (part.figure().span().equals(whole.figure().span())
                && !whole.figure().isExpected()) {
            return List.of(Slip.UNKNOWN, Slip.UNKNOWN);
        }
        return List.of(
                Slip.PART_ABOVE_WHOLE, whole.figure().isExpected() ? Slip.LESS_THAN_TO_DATE : Slip.PART_ABOVE_WHOLE);
    }

    /** The slips of a part and of its whole, if the whole lets expect another part. */
    private static List<Slip> slips(Judged part, double centre, Judged whole, double width) {
        double expected = whole.value().doubleValue() * part.value().doubleValue() / centre;
        return List.of(Slip.of(part.value(), centre, width), Slip.of(whole.value(), expected, width));
    }

    private static Comparison comparison(Judged whole) {
        return whole.figure().isExpected() ? Comparison.OWN_ESTIMATE : Comparison.OTHER_COLUMN;
    }

    private static LocalizedText column(Judged judged) {
        String kind = judged.figure().isExpected()
                ? "year"
                : judged.figure().isState() ? "state" : judged.isToDate() ? "to_date" : "period";
        return WORDS.text("plausible.column." + kind, Doubts.cell(judged));
    }
}
