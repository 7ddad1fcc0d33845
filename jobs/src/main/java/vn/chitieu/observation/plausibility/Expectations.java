package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * What the known figures of a series and its plan let expect of one typed figure. The width of each expectation is that
 * of the past changes of the series itself where it has a past.
 */
final class Expectations {

    private static final Words WORDS = Words.of("observation");

    private static final int MONTHS = 12;

    /** By how much the year to date may be below an earlier one, for earlier months are revised. */
    static final double REVISION = 0.98;

    private static final double RESTATED_POINTS = 1;

    /** Of 1,737 rates of Viet Nam's and the Philippines' as they were printed, 13 look so and were right. */
    private static final int LATEST_RATES = 24;

    private static final int FEWEST_RATES = 8;
    private static final double NEARER_TO_ZERO = 2;

    /** How far a rate like the latest may lie beyond them. */
    private static final double BEYOND = 1.5;

    private static final double PER_CENT = 100;

    private final TypedFigure figure;
    private final MonthSpan span;
    private final SeriesHistory history;
    private final Optional<BigDecimal> plan;
    private final boolean isLinear;
    private final List<Expectation> found = new ArrayList<>();

    private Expectations(TypedFigure figure, SeriesHistory history, Optional<BigDecimal> plan) {
        this.figure = figure;
        this.span = figure.span();
        this.history = history;
        this.plan = plan;
        this.isLinear = figure.isChange() || history.hasNegative();
    }

    /**
     * Returns what can be expected, the nearest comparison first; nothing where nothing is known.
     *
     * @param plan of the year, in the unit of the figure
     */
    static List<Expectation> of(TypedFigure figure, SeriesHistory history, Optional<BigDecimal> plan) {
        Expectations expectations = new Expectations(figure, history, plan);
        if (figure.isChange() && !figure.isExpected()) {
            expectations.rate();
        }
        if (figure.isState()) {
            expectations.state();
        } else {
            expectations.flow();
        }
        return List.copyOf(expectations.found);
    }

    /**
     * A rate without its sign, or typed as a fraction of 1, lies within the points that rates may move. Where the
     * latest were all on one side of zero, it is doubted if turned round, or times 100, it is one like them; as it is
     * it must be on the other side, or twice as near to zero as any.
     */
    private void rate() {
        List<SeriesHistory.Stated> latest = history.latest(span, LATEST_RATES);
        double typed = figure.value().doubleValue();
        if (latest.size() < FEWEST_RATES || typed == 0) {
            return;
        }
        int side = latest.get(0).value().signum();
        DoubleSummaryStatistics sizes = latest.stream()
                .mapToDouble(stated -> side * stated.value().doubleValue())
                .summaryStatistics();
        boolean isOfOneSide = sizes.getMin() > 0;
        double size = side * typed;
        boolean isTurned = size < 0 && isWithin(-size, sizes);
        boolean isFraction = size > 0 && size < sizes.getMin() / NEARER_TO_ZERO && isWithin(PER_CENT * size, sizes);
        if (isOfOneSide && (isTurned || isFraction)) {
            double meant = side * (isTurned ? -size : PER_CENT * size);
            SeriesHistory.Stated like = Collections.min(
                    latest,
                    Comparator.comparingDouble(stated -> Math.abs(stated.value().doubleValue() - meant)));
            double width = Math.abs(typed - like.value().doubleValue()) / 2;
            add(Comparison.EARLIER_YEAR, like.value(), PrintedSpan.in(like.span()), like.value(), width);
        }
    }

    private static boolean isWithin(double size, DoubleSummaryStatistics sizes) {
        return size >= sizes.getMin() / BEYOND && size <= sizes.getMax() * BEYOND;
    }

    private void flow() {
        if (!figure.isExpected()) {
            Optional<BigDecimal> same = history.flow(span);
            same.ifPresent(
                    value -> add(Comparison.SAME_QUANTITY, value, PrintedSpan.in(span), value, sameWidth(value)));
        }
        Optional<SeriesHistory.Earlier> earlier = history.earlier(span);
        earlier.ifPresent(this::earlier);
        if (isLinear) {
            if (figure.isExpected() && figure.isChange()) {
                plan();
            }
            return;
        }
        if (earlier.isEmpty()) {
            history.earlier(new MonthSpan(span.year(), 1, MONTHS))
                    .ifPresent(year -> add(
                            Comparison.WHOLE_YEAR,
                            year.value(),
                            PrintedSpan.in(year.span()),
                            part(year.value(), (double) span.months() / MONTHS),
                            Band.WIDEST));
        }
        plan();
        if (!figure.isExpected()) {
            monthsBefore(earlier.isPresent());
        }
    }

    private void earlier(SeriesHistory.Earlier earlier) {
        Optional<Band> band = band();
        if (isLinear) {
            band.or(() -> figure.isChange() ? Optional.of(new Band(0, Band.POINTS)) : Optional.empty())
                    .map(of -> of.over(earlier.yearsBack(), Double.POSITIVE_INFINITY))
                    .ifPresent(of -> add(
                            Comparison.EARLIER_YEAR,
                            earlier.value(),
                            PrintedSpan.in(earlier.span()),
                            earlier.value().add(BigDecimal.valueOf(of.centre())),
                            of));
            return;
        }
        Band of = band.orElse(new Band(0, Band.WIDEST)).over(earlier.yearsBack(), Band.WIDEST);
        add(
                Comparison.EARLIER_YEAR,
                earlier.value(),
                PrintedSpan.in(earlier.span()),
                part(earlier.value(), Math.exp(of.centre())),
                of);
    }

    /** Of the same months, or else of whole years. */
    private Optional<Band> band() {
        double[] changes = history.changes(span, isLinear);
        if (changes.length < Band.FEWEST && !isLinear) {
            changes = history.changes(new MonthSpan(span.year(), 1, MONTHS), false);
        }
        if (changes.length < Band.FEWEST) {
            return Optional.empty();
        }
        return Optional.of(isLinear ? Band.of(changes) : Band.ofGrowth(changes)).filter(of -> of.width() > 0);
    }

    /** How far two statements of one quantity may be apart. */
    private double sameWidth(BigDecimal value) {
        return isLinear ? Math.max(RESTATED_POINTS, value.abs().doubleValue() * Math.expm1(Band.FLOOR)) : Band.FLOOR;
    }

    private void plan() {
        if (plan.isEmpty()) {
            return;
        }
        BigDecimal value = plan.get();
        LocalizedText name = WORDS.text("plausible.plan", span.year());
        if (figure.isChange() || isLinear) {
            add(Comparison.PLAN, value, name, value, Band.POINTS);
        } else if (figure.isState()) {
            add(Comparison.PLAN, value, name, value, Band.STATE);
        } else {
            Optional<Double> share = span.months() == MONTHS ? Optional.of(1.0) : history.share(span);
            double width = share.isPresent() ? band().map(Band::width).orElse(Band.WIDEST) : Band.WIDEST;
            add(Comparison.PLAN, value, name, part(value, share.orElse((double) span.months() / MONTHS)), width);
        }
    }

    /** A year to date is no less than an earlier one of the year; both grow as the year goes on. */
    private void monthsBefore(boolean isEarlierYearKnown) {
        if (span.firstMonth() == 1 && span.lastMonth() > 1) {
            for (int last = span.lastMonth() - 1; last >= 1; last--) {
                MonthSpan before = new MonthSpan(span.year(), 1, last);
                Optional<BigDecimal> value = history.flow(before);
                if (value.isPresent() && value.get().signum() > 0) {
                    double least = figure.indicator().isNet() ? Math.exp(-Band.WIDEST) : REVISION;
                    double most = (double) span.lastMonth() / last * Math.exp(Band.WIDEST);
                    add(
                            Comparison.PERIOD_BEFORE,
                            value.get(),
                            PrintedSpan.in(before),
                            part(value.get(), Math.sqrt(least * most)),
                            Math.log(most / least) / 2);
                    return;
                }
            }
        } else if (span.months() == 1 && span.firstMonth() > 1 && !isEarlierYearKnown) {
            MonthSpan before = new MonthSpan(span.year(), span.firstMonth() - 1, span.firstMonth() - 1);
            history.flow(before)
                    .ifPresent(
                            value -> add(Comparison.PERIOD_BEFORE, value, PrintedSpan.in(before), value, Band.WIDEST));
        }
    }

    private void state() {
        if (!figure.isExpected()) {
            history.state(span)
                    .ifPresent(value ->
                            add(Comparison.SAME_QUANTITY, value, PrintedSpan.endOf(span), value, sameWidth(value)));
        }
        history.stateBefore(span).ifPresent(this::stateBefore);
        plan();
    }

    private void stateBefore(SeriesHistory.State last) {
        int months = (span.year() - last.month().year()) * MONTHS
                + span.lastMonth()
                - last.month().lastMonth();
        int years = Math.max(1, (months + MONTHS - 1) / MONTHS);
        double[] changes = history.changesOfState(isLinear);
        boolean isKnown = changes.length >= Band.FEWEST;
        if (isLinear) {
            Band band = isKnown ? Band.of(changes) : new Band(0, Band.POINTS);
            Band over = new Band(0, Math.max(band.width(), Band.POINTS), band.width())
                    .over(years, Double.POSITIVE_INFINITY);
            add(Comparison.EARLIER_YEAR, last.value(), PrintedSpan.endOf(last.month()), last.value(), over);
            return;
        }
        Band over = (isKnown ? Band.ofGrowth(changes) : new Band(0, Band.STATE)).over(years, Band.WIDEST);
        add(
                Comparison.EARLIER_YEAR,
                last.value(),
                PrintedSpan.endOf(last.month()),
                part(last.value(), Math.exp(over.centre() * months / (years * MONTHS))),
                over);
    }

    private void add(Comparison comparison, BigDecimal reference, LocalizedText name, BigDecimal centre, double width) {
        add(comparison, reference, name, centre, new Band(0, width));
    }

    /** Adds what past changes let expect; the centre has their centre in it. */
    private void add(Comparison comparison, BigDecimal reference, LocalizedText name, BigDecimal centre, Band band) {
        if (isLinear || centre.signum() > 0) {
            found.add(new Expectation(
                    comparison,
                    reference,
                    name,
                    centre.doubleValue(),
                    band.width(),
                    band.usual(),
                    isLinear,
                    figure.isCount()));
        }
    }

    private static BigDecimal part(BigDecimal value, double share) {
        return value.multiply(BigDecimal.valueOf(share));
    }
}
