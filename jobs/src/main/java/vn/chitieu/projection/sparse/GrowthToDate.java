package vn.chitieu.projection.sparse;

import java.util.ArrayList;
import java.util.Collection;
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
 * <p>Two forecasts, neither of which is best everywhere, are combined by their errors in earlier years. One is a
 * regression: with w the share of the year that its first months bring, growth = w × to date + (1 − w) × rest, and rest
 * − normal = alpha + beta (to date − normal), with the nation's beta as the prior, every year counting alike and
 * extraordinary ones less ({@link RemainderRegression#robust}). The pairs of all other areas and years count, those of
 * one year together as one, for a common shock is one event. The other is growth to date with its usual
 * {@link GrowthGain}. The spread of the area is drawn to that of all. Measured in
 * {@code docs/decision/0010-growth-of-the-year.md}.
 */
public final class GrowthToDate {

    private static final int MONTHS = 12;

    /** Spread of the rest's growth in percentage points where no area's accounts give one. */
    private static final double USUAL_SPREAD = 3;

    /** How many years more both forecasts are taken to have been alike. */
    private static final double EQUAL_YEARS = 4;

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
        List<PastYear> pairs = deviations(pairs());
        PassThrough passThrough = isNation() ? PassThrough.usual(month) : reference.passThrough(history.input(), month);
        Rule rule = rule(pairs, passThrough);
        double soFar = toDate - normal;
        SortedMap<Integer, MemberErrors> past = errors(pairs, passThrough);
        double weight = MemberErrors.weightOfRegression(past.values());
        TreeMap<Integer, Double> errors = new TreeMap<>();
        past.forEach((year, members) -> errors.put(year, members.combined(weight)));
        double spread = ownSpread(errors.values(), rule.fit().spread());
        return new YearGrowth(
                month,
                toDate,
                share,
                normal + weight * rule.fit().rest(soFar) + (1 - weight) * rule.restByGain(soFar),
                Math.max(REVISIONS, (1 - share) * spread * Math.sqrt(rule.fit().inflation(soFar))),
                RemainderRegression.PRIOR_PAIRS + errors.size(),
                MethodNote.passThrough(
                        "growth_to_date",
                        rule.fit().beta(),
                        passThrough.share(),
                        passThrough.measured(),
                        normal,
                        MethodNote.basis(100 * share, pairs.size(), rule.gain(), 100 * (1 - weight))),
                scaled(errors, spread));
    }

    /**
     * What earlier years say.
     *
     * @param gain of the year on its growth to date, in percentage points
     * @param share of the year that its first months bring
     */
    private record Rule(RemainderRegression fit, double gain, double share) {

        /** Returns the growth of the rest less normal growth if the year gains on its growth to date as usual. */
        double restByGain(double soFar) {
            return soFar + gain / (1 - share);
        }
    }

    private Rule rule(List<PastYear> pairs, PassThrough passThrough) {
        RemainderRegression fit = RemainderRegression.robust(
                pairs.stream().map(PastYear::deviation).toList(),
                passThrough.share(),
                passThrough.spread() > 0 ? passThrough.spread() : USUAL_SPREAD,
                RemainderRegression.PRIOR_PAIRS,
                GrowthReference.deviation(history.input()));
        return new Rule(
                fit,
                GrowthGain.usual(
                        pairs.stream().map(PastYear::pair).filter(this::isOwn).toList()),
                share);
    }

    /**
     * The errors that both forecasts of the rest's growth would have made in a year, in percentage points.
     *
     * @param gain of growth to date with its usual gain
     */
    private record MemberErrors(double regression, double gain) {

        double combined(double weight) {
            return weight * regression + (1 - weight) * gain;
        }

        /**
         * Returns the weight of the regression: both weigh by the inverse squares of their mean absolute errors (Bates
         * & Granger 1969), the means drawn to each other as if {@value #EQUAL_YEARS} more years had found them alike.
         * Without years of its own, a series has no usual gain and the regression stands alone; it counts as one such
         * year.
         */
        static double weightOfRegression(Collection<MemberErrors> years) {
            double regression = 0;
            double gain = 0;
            for (MemberErrors year : years) {
                regression += Math.abs(year.regression());
                gain += Math.abs(year.gain());
            }
            if (years.isEmpty()) {
                return 1;
            }
            if (regression + gain == 0) {
                return 0.5;
            }
            double common = EQUAL_YEARS * (regression + gain) / 2 / years.size();
            double ofRegression = (common + regression) * (common + regression);
            double ofGain = (common + gain) * (common + gain);
            return (1 + years.size() * ofGain / (ofRegression + ofGain)) / (1 + years.size());
        }
    }

    /** An earlier year of some area, and as deviations from normal growth there. */
    private record PastYear(GrowthPair pair, RemainderRegression.Pair deviation) {}

    /** Returns the errors in earlier years of the area, each by what the other years say. */
    private SortedMap<Integer, MemberErrors> errors(List<PastYear> pairs, PassThrough passThrough) {
        SortedMap<Integer, MemberErrors> errors = new TreeMap<>();
        for (PastYear own : pairs) {
            if (isOwn(own.pair())) {
                int year = own.pair().year();
                List<PastYear> others = pairs.stream()
                        .filter(other -> other.pair().year() != year)
                        .toList();
                RemainderRegression.Pair deviation = own.deviation();
                Rule rule = rule(others, passThrough);
                errors.put(
                        year,
                        new MemberErrors(
                                deviation.rest() - rule.fit().rest(deviation.soFar()),
                                deviation.rest() - rule.restByGain(deviation.soFar())));
            }
        }
        return errors;
    }

    private static SortedMap<Integer, Double> scaled(SortedMap<Integer, Double> errors, double spread) {
        SortedMap<Integer, Double> scaled = new TreeMap<>(errors);
        scaled.replaceAll((year, error) -> error / spread);
        return scaled;
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

    /** Returns the pairs with their deviations, which no year left out changes: those of a year weigh 1 together. */
    private List<PastYear> deviations(List<GrowthPair> pairs) {
        Map<Integer, Integer> areas = new TreeMap<>();
        Map<String, Double> normals = new TreeMap<>();
        for (GrowthPair pair : pairs) {
            areas.merge(pair.year(), 1, Integer::sum);
            normals.computeIfAbsent(pair.areaCode(), this::normalGrowth);
        }
        return pairs.stream()
                .map(pair -> new PastYear(
                        pair,
                        GrowthReference.deviations(
                                pair,
                                normals.getOrDefault(pair.areaCode(), normal),
                                share,
                                1.0 / areas.getOrDefault(pair.year(), 1))))
                .toList();
    }

    /** Returns normal growth of an area in percent: that of the series where nothing is known of the area. */
    private double normalGrowth(String areaCode) {
        return isOwn(areaCode)
                ? normal
                : reference
                        .normalGrowth(history.input(), areaCode, new TreeMap<>())
                        .orElse(normal);
    }

    private boolean isOwn(GrowthPair pair) {
        return isOwn(pair.areaCode());
    }

    private boolean isOwn(String areaCode) {
        return areaCode.equals(history.input().id().areaCode());
    }

    /** Returns the spread of the rest's growth in this area, drawn to that of all areas. */
    private static double ownSpread(Collection<Double> errors, double ofAll) {
        double squares = RemainderRegression.PRIOR_PAIRS * ofAll * ofAll;
        for (double error : errors) {
            squares += error * error;
        }
        return Math.sqrt(squares / (RemainderRegression.PRIOR_PAIRS + errors.size()));
    }
}
