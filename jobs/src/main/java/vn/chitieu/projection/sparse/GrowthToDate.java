package vn.chitieu.projection.sparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.sparse.GrowthReference.GrowthPair;
import vn.chitieu.projection.sparse.GrowthReference.PassThrough;

/**
 * Projects the growth of a year from its growth to date, where only growth rates are published.
 *
 * <p>With w the share of the year that its first months bring: growth = w × to date + (1 − w) × rest, and rest − normal
 * = alpha + beta (to date − normal), with the nation's beta as the prior. The pairs of all other areas and years count,
 * those of one year together as one, for a common shock is one event; the spread of the area is drawn to that of all.
 */
public final class GrowthToDate {

    private static final double DISCOUNT = 0.85;
    private static final int MONTHS = 12;

    /** Spread of the rest's growth in percentage points where no area's accounts give one. */
    private static final double USUAL_SPREAD = 3;

    /** Published rates of growth are themselves revised by about this much, in percentage points. */
    private static final double REVISIONS = 0.5;

    private final SeriesHistory history;
    private final GrowthReference reference;
    private final int month;
    private final double normal;
    private final double share;

    private GrowthToDate(SeriesHistory history, GrowthReference reference, int month, double normal, double share) {
        this.history = history;
        this.reference = reference;
        this.month = month;
        this.normal = normal;
        this.share = share;
    }

    /**
     * The growth of a year, in percent and percentage points.
     *
     * @param share of the year that its first months bring
     * @param rest growth of the remaining months
     * @param scale of the growth of the year
     * @param scaledErrors of the rest's growth in earlier years of the same series, in units of their spread
     */
    record YearGrowth(
            int month,
            double toDate,
            double share,
            double rest,
            double scale,
            double degreesOfFreedom,
            MethodNote words,
            SortedMap<Integer, Double> scaledErrors) {

        /** Returns the growth of the year. */
        double point() {
            return share * toDate + (1 - share) * rest;
        }
    }

    /** Returns the projection; empty if no rate of the year is known or there is no year to take normal growth from. */
    public static Optional<SeriesProjection> project(SeriesHistory history, GrowthReference reference) {
        int month = history.lastMonth();
        return find(history, reference, reference.shareToDate(history.input(), month))
                .map(growth -> projection(history, reference, growth));
    }

    /**
     * Returns what the rates say of the year; empty as {@link #project}.
     *
     * @param history of growth rates
     * @param share of the year that the months until the last rate bring
     */
    static Optional<YearGrowth> find(SeriesHistory history, GrowthReference reference, double share) {
        int month = history.lastMonth();
        OptionalDouble normal = normalGrowth(history, reference);
        return month == 0 || normal.isEmpty()
                ? Optional.empty()
                : Optional.of(new GrowthToDate(history, reference, month, normal.getAsDouble(), share).growth());
    }

    /** Returns normal growth of the series in percent; empty if nothing is known of earlier years. */
    static OptionalDouble normalGrowth(SeriesHistory history, GrowthReference reference) {
        return reference.normalGrowth(history.input(), history.input().id().areaCode(), history.annualBefore());
    }

    private YearGrowth growth() {
        double toDate = history.toDate(history.year(), month).orElseThrow();
        List<GrowthPair> pairs = pairs();
        PassThrough passThrough = isNation() ? PassThrough.usual(month) : reference.passThrough(history.input(), month);
        double priorSpread = passThrough.spread() > 0 ? passThrough.spread() : USUAL_SPREAD;
        RemainderRegression fit = RemainderRegression.fit(
                deviations(pairs),
                passThrough.share(),
                priorSpread,
                RemainderRegression.PRIOR_PAIRS,
                GrowthReference.deviation(history.input()));
        double soFar = toDate - normal;
        double ownSpread = ownSpread(pairs, fit);
        double spread = ownSpread * Math.sqrt(fit.inflation(soFar));
        return new YearGrowth(
                month,
                toDate,
                share,
                normal + fit.rest(soFar),
                Math.max(REVISIONS, (1 - share) * spread),
                RemainderRegression.PRIOR_PAIRS + ownWeight(pairs),
                MethodNote.passThrough(
                        "growth_to_date",
                        fit.beta(),
                        passThrough.share(),
                        passThrough.measured(),
                        normal,
                        MethodNote.basis(100 * share, pairs.size())),
                scaledErrors(pairs, fit, ownSpread));
    }

    private SortedMap<Integer, Double> scaledErrors(List<GrowthPair> pairs, RemainderRegression fit, double ownSpread) {
        SortedMap<Integer, Double> errors = new TreeMap<>();
        for (GrowthPair pair : pairs) {
            if (isOwn(pair)) {
                RemainderRegression.Pair deviation = deviations(pair, 1);
                errors.put(pair.year(), (deviation.rest() - fit.rest(deviation.soFar())) / ownSpread);
            }
        }
        return errors;
    }

    private static SeriesProjection projection(SeriesHistory history, GrowthReference reference, YearGrowth growth) {
        Period last = history.periodUntil(growth.month());
        PredictiveDistribution distribution = new StudentDistribution(
                growth.point(),
                growth.scale(),
                growth.degreesOfFreedom(),
                LinkFunction.IDENTITY,
                Math.max(-100, history.facts().minimum()),
                Double.POSITIVE_INFINITY);
        return new SeriesProjection(
                history.input().id(),
                history.year(),
                history.facts().unitCode(),
                last.frequency(),
                history.aggregation(),
                new KnownPart(last, last.index(), null),
                new Forecast(null, growth.point(), distribution, growth.scale()),
                new Past(history.previousYearValue(), history.pastYears(growth.month())),
                path(history, reference, growth, last, distribution),
                new ProjectionMethod(
                        "growth_to_date",
                        growth.words(),
                        MethodNote.ONLY_GROWTH_RATES,
                        history.annualBefore().size(),
                        "",
                        new Basis(growth.scaledErrors(), List.of())),
                ObservationStatus.FORECAST,
                history.vintageDate());
    }

    /**
     * Returns the growth to date and, for each remaining period, the growth of the rest of the year. Cumulated is
     * growth since January; only that of the whole year has a distribution.
     */
    private static List<PathPeriod> path(
            SeriesHistory history,
            GrowthReference reference,
            YearGrowth growth,
            Period last,
            PredictiveDistribution distribution) {
        int month = growth.month();
        double share = growth.share();
        List<PathPeriod> path = new ArrayList<>();
        OptionalDouble lastYear = history.toDate(history.year() - 1, month);
        Double before = lastYear.isPresent() ? Double.valueOf(lastYear.getAsDouble()) : null;
        path.add(new PathPeriod(last, true, growth.toDate(), before, growth.toDate(), null));
        int months = month % 6 == 0 ? 6 : month % 3 == 0 ? 3 : 1;
        Frequency frequency = months == 6 ? Frequency.S : months == 3 ? Frequency.Q : Frequency.M;
        for (int end = month + months; end <= MONTHS; end += months) {
            Period period = new Period(history.year(), frequency, end / months);
            double through = end == MONTHS ? 1 : Math.max(share, reference.shareToDate(history.input(), end));
            double cumulated = (share * growth.toDate() + (through - share) * growth.rest()) / through;
            path.add(
                    end == MONTHS
                            ? new PathPeriod(period, false, growth.rest(), null, cumulated, Quantiles.of(distribution))
                            : new PathPeriod(period, false, growth.rest(), null, cumulated, null));
        }
        return path;
    }

    private boolean isNation() {
        return reference.isNation(history.input().id().areaCode());
    }

    /**
     * Returns the pairs of earlier years: of the reference, and of the series itself where that does not have them.
     * Those of the nation are in the prior of every other area and do not count again.
     */
    private List<GrowthPair> pairs() {
        Map<String, GrowthPair> pairs = new TreeMap<>();
        String own = history.input().id().areaCode();
        for (int year : history.annualBefore().keySet()) {
            history.toDate(year, month)
                    .ifPresent(toDate -> pairs.put(
                            year + own,
                            new GrowthPair(
                                    own, year, toDate, history.annual(year).orElseThrow())));
        }
        for (GrowthPair pair : reference.pairs(history.input(), month)) {
            if (pair.year() < history.year() && (isNation() || !reference.isNation(pair.areaCode()))) {
                pairs.putIfAbsent(pair.year() + pair.areaCode(), pair);
            }
        }
        return new ArrayList<>(pairs.values());
    }

    private List<RemainderRegression.Pair> deviations(List<GrowthPair> pairs) {
        Map<Integer, Integer> areas = new TreeMap<>();
        pairs.forEach(pair -> areas.merge(pair.year(), 1, Integer::sum));
        return pairs.stream()
                .map(pair -> deviations(pair, age(pair) / areas.getOrDefault(pair.year(), 1)))
                .toList();
    }

    private RemainderRegression.Pair deviations(GrowthPair pair, double weight) {
        double normalThere = isOwn(pair)
                ? normal
                : reference
                        .normalGrowth(history.input(), pair.areaCode(), new TreeMap<>())
                        .orElse(normal);
        return GrowthReference.deviations(pair, normalThere, share, weight);
    }

    private double age(GrowthPair pair) {
        return Math.pow(DISCOUNT, history.year() - 1 - pair.year());
    }

    private boolean isOwn(GrowthPair pair) {
        return pair.areaCode().equals(history.input().id().areaCode());
    }

    private double ownWeight(List<GrowthPair> pairs) {
        return pairs.stream().filter(this::isOwn).mapToDouble(this::age).sum();
    }

    /** Returns the spread of the rest's growth in this area, drawn to that of all areas. */
    private double ownSpread(List<GrowthPair> pairs, RemainderRegression fit) {
        double squares = RemainderRegression.PRIOR_PAIRS * fit.spread() * fit.spread();
        for (GrowthPair pair : pairs) {
            if (isOwn(pair)) {
                RemainderRegression.Pair deviation = deviations(pair, age(pair));
                double error = deviation.rest() - fit.rest(deviation.soFar());
                squares += deviation.weight() * error * error;
            }
        }
        return Math.sqrt(squares / (RemainderRegression.PRIOR_PAIRS + ownWeight(pairs)));
    }
}
