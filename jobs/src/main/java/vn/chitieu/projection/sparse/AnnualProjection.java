package vn.chitieu.projection.sparse;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.method.statistics.OrderStatistics;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.Past;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.CountDistribution;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.PredictiveDistribution;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesHistory;

/**
 * Projects a series from its annual values where no figure of the year can be compared with an earlier year's. What is
 * reported of a flow already is the least that the year can bring, and says something of the year by an even pace.
 */
public final class AnnualProjection {

    /** How many years after its last figure a series is still projected. */
    public static final int MOST_YEARS_AHEAD = 2;

    /** How far the long-run growth of areas is from the nation's, in logarithms. */
    private static final double NORMAL_DEVIATION = 0.03;

    /** The degrees of freedom that the usual variances below count for: series differ much in their spread. */
    private static final double USUAL_DEGREES = 1;

    /** Of one year's change of logarithms, and of log odds of percentages: docs/decision/0025-annual-intervals.md. */
    private static final double USUAL_VARIANCE_OF_LOG = 0.001;

    private static final double USUAL_VARIANCE_OF_LOGIT = 0.02;

    /** Births, deaths and migration move a population by a few tenths of a percent from its trend. */
    private static final double USUAL_VARIANCE_OF_POPULATION = 0.00001;

    private static final double HUNDRED = 100;

    private static final double LARGEST_COUNT = 100;

    /** The variance of the square root of a count that follows a Poisson distribution. */
    private static final double COUNTING_VARIANCE = 0.25;

    /** The code of the method. */
    public static final String METHOD = "annual_drift";

    private static final double WIDTH_80 = 2 * 1.2815515655446004;

    private AnnualProjection() {}

    /**
     * Returns the drift of annual values on logarithms, for shares on log odds; empty if they are fewer than 3 or too
     * old. The drift of amounts of an area is drawn to that of the nation, so that one extraordinary year is no trend.
     *
     * @param lastYear the projection of the year before where that is not complete yet: the walk starts from it and
     *     carries its variance
     */
    public static Optional<SeriesProjection> ofLevel(
            SeriesHistory history, Optional<SeriesProjection> lastYear, GrowthReference reference) {
        NavigableMap<Integer, Double> annual = history.annualBefore();
        if (annual.size() < AnnualDrift.FEWEST_VALUES || (lastYear.isEmpty() && isTooOld(annual, history.year()))) {
            return Optional.empty();
        }
        Indicator facts = history.facts();
        if (lastYear.isEmpty() && isSmallCount(facts, annual)) {
            return Optional.of(ofCount(history, annual));
        }
        LinkFunction link = link(facts, annual, lastYear);
        NavigableMap<Integer, Double> scores = new TreeMap<>();
        annual.forEach((year, value) -> scores.put(year, link.of(value, facts.minimum(), facts.maximum())));
        OptionalDouble panel =
                link == LinkFunction.LOG ? reference.usualLogGrowth(history.input()) : OptionalDouble.empty();
        AnnualDrift own = walk(scores, link, history);
        AnnualDrift walk = panel.isPresent() ? own.drawnTo(panel.getAsDouble(), NORMAL_DEVIATION) : own;
        int ahead = history.year() - annual.lastKey();
        double centre = walk.centre(ahead);
        double variance = walk.variance(ahead);
        if (lastYear.isPresent()) {
            PredictiveDistribution distribution = lastYear.get().distribution();
            centre = link.of(lastYear.get().point(), facts.minimum(), facts.maximum()) + walk.drift();
            variance = walk.variance(1) + (distribution == null ? 0 : variance(distribution, link, facts));
        }
        OptionalDouble reported = reported(history);
        boolean hasPace = link == LinkFunction.LOG && reported.orElse(0) > 0;
        if (hasPace) {
            EvenPace pace = EvenPace.of(reported.getAsDouble(), history.lastMonth());
            centre = pace.centreWith(centre, variance);
            variance = pace.varianceWith(variance);
        }
        double least = link == LinkFunction.IDENTITY ? facts.minimum() : Math.max(0, facts.minimum());
        double lower = Math.max(least, reported.orElse(least));
        StudentDistribution distribution = new StudentDistribution(
                centre,
                Math.sqrt(variance),
                walk.degreesOfFreedom(),
                link,
                link == LinkFunction.LOGIT ? facts.minimum() : lower,
                facts.maximum());
        MethodNote words = MethodNote.drift(
                annual.size(),
                link,
                panel.isPresent() ? OptionalDouble.of(100 * Math.expm1(panel.getAsDouble())) : OptionalDouble.empty(),
                lastYear.isPresent());
        return Optional.of(projection(
                history,
                distribution,
                distribution.median(),
                hasPace ? words.withEvenPace() : words,
                distribution.scale(),
                AnnualDrift.scaledErrors(scores)));
    }

    /**
     * Returns the change of a level against the year before where neither year is known: what the walk leads to expect
     * between the two, in the unit of the level; empty if the walk cannot be made or the year before is known.
     *
     * <p>The change is the slope of the level at its middle times the step of the walk; the level that the slope is
     * taken at is itself uncertain.
     *
     * @param id of the change
     * @param unitCode of the change
     */
    public static Optional<SeriesProjection> ofChange(SeriesHistory history, SeriesId id, String unitCode) {
        NavigableMap<Integer, Double> annual = history.annualBefore();
        Indicator facts = history.facts();
        if (history.isGrowth()
                || !facts.isBounded()
                || annual.size() < AnnualDrift.FEWEST_VALUES
                || isTooOld(annual, history.year())
                || annual.containsKey(history.year() - 1)) {
            return Optional.empty();
        }
        NavigableMap<Integer, Double> scores = new TreeMap<>();
        annual.forEach(
                (year, value) -> scores.put(year, LinkFunction.LOGIT.of(value, facts.minimum(), facts.maximum())));
        AnnualDrift walk = walk(scores, LinkFunction.LOGIT, history);
        int ahead = history.year() - annual.lastKey();
        StudentDistribution before = level(walk, ahead - 1, facts);
        StudentDistribution now = level(walk, ahead, facts);
        double width = facts.maximum() - facts.minimum();
        double part = ((before.median() + now.median()) / 2 - facts.minimum()) / width;
        double slope = width * part * (1 - part);
        double bend = slope * (1 - 2 * part) * walk.drift();
        double scale = Math.sqrt(slope * slope * walk.variance(1) + bend * bend * walk.variance(ahead - 1));
        double point = now.median() - before.median();
        StudentDistribution distribution =
                new StudentDistribution(point, scale, walk.degreesOfFreedom(), LinkFunction.IDENTITY, -width, width);
        return Optional.of(new SeriesProjection(
                id,
                history.year(),
                unitCode,
                Frequency.A,
                Aggregation.LAST,
                new KnownPart(null, 0, null),
                new Forecast(null, point, distribution, scale),
                new Past(null, List.of()),
                List.of(),
                new ProjectionMethod(
                        METHOD,
                        MethodNote.changeOfDrift(annual.size()),
                        MethodNote.NO_FIGURE_OF_THE_YEAR,
                        annual.size(),
                        "no_data_this_year",
                        Basis.NONE),
                ObservationStatus.FORECAST,
                history.vintageDate()));
    }

    private static AnnualDrift walk(NavigableMap<Integer, Double> scores, LinkFunction link, SeriesHistory history) {
        AnnualDrift own = AnnualDrift.through(scores);
        Indicator facts = history.facts();
        SeriesId id = history.input().id();
        boolean isPopulation = id.equals(AccountIdentities.population(id.areaCode()));
        // Far below its bound, as doctors per 10 000, a ratio has log odds that move as logarithms do.
        boolean isPercentage = facts.maximum() - facts.minimum() <= HUNDRED;
        return switch (link) {
            case LOG ->
                own.moderated(isPopulation ? USUAL_VARIANCE_OF_POPULATION : USUAL_VARIANCE_OF_LOG, USUAL_DEGREES);
            case LOGIT -> own.moderated(isPercentage ? USUAL_VARIANCE_OF_LOGIT : USUAL_VARIANCE_OF_LOG, USUAL_DEGREES);
            case IDENTITY -> own;
        };
    }

    private static StudentDistribution level(AnnualDrift walk, int ahead, Indicator facts) {
        return new StudentDistribution(
                walk.centre(ahead),
                Math.sqrt(walk.variance(ahead)),
                walk.degreesOfFreedom(),
                LinkFunction.LOGIT,
                facts.minimum(),
                facts.maximum());
    }

    /** Returns whether a flow or stock has only whole numbers, none above {@value #LARGEST_COUNT}. */
    private static boolean isSmallCount(Indicator facts, NavigableMap<Integer, Double> annual) {
        return (facts.kind() == IndicatorKind.FLOW || facts.kind() == IndicatorKind.STOCK)
                && annual.values().stream()
                        .allMatch(value -> value >= 0 && value <= LARGEST_COUNT && value == Math.rint(value));
    }

    private static SeriesProjection ofCount(SeriesHistory history, NavigableMap<Integer, Double> annual) {
        NavigableMap<Integer, Double> roots = new TreeMap<>();
        annual.forEach((year, value) -> roots.put(year, Math.sqrt(value)));
        AnnualDrift walk = AnnualDrift.through(roots);
        int ahead = history.year() - annual.lastKey();
        StudentDistribution root = new StudentDistribution(
                walk.centre(ahead),
                Math.sqrt(Math.max(COUNTING_VARIANCE, walk.variance(ahead))),
                walk.degreesOfFreedom(),
                LinkFunction.IDENTITY,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        CountDistribution distribution =
                new CountDistribution(root, reported(history).orElse(0));
        return projection(
                history,
                distribution,
                distribution.quantile(0.5),
                MethodNote.counts(annual.size()),
                root.scale(),
                AnnualDrift.scaledErrors(roots));
    }

    /** Returns what is reported of the year of a flow none of whose years was negative; empty if nothing is. */
    private static OptionalDouble reported(SeriesHistory history) {
        int month = history.lastMonth();
        boolean canOnlyGrow = month > 0
                && history.facts().aggregation() == Aggregation.SUM
                && history.annualBefore().values().stream().allMatch(value -> value >= 0);
        return canOnlyGrow ? history.toDate(history.year(), month) : OptionalDouble.empty();
    }

    private static boolean isTooOld(NavigableMap<Integer, Double> annual, int year) {
        return annual.isEmpty() || year - annual.lastKey() > MOST_YEARS_AHEAD;
    }

    private static LinkFunction link(
            Indicator facts, NavigableMap<Integer, Double> annual, Optional<SeriesProjection> lastYear) {
        if (facts.isBounded()) {
            return LinkFunction.LOGIT;
        }
        boolean isPositive = Stream.concat(annual.values().stream(), lastYear.map(SeriesProjection::point).stream())
                .allMatch(value -> value > 0);
        return isPositive ? LinkFunction.LOG : LinkFunction.IDENTITY;
    }

    private static double variance(PredictiveDistribution distribution, LinkFunction link, Indicator facts) {
        double width = link.of(distribution.quantile(0.9), facts.minimum(), facts.maximum())
                - link.of(distribution.quantile(0.1), facts.minimum(), facts.maximum());
        return width * width / (WIDTH_80 * WIDTH_80);
    }

    /**
     * Returns the mean of annual growth rates, drawn to normal growth, with the spread of the years; empty if they are
     * fewer than 3 or too old.
     */
    public static Optional<SeriesProjection> ofGrowth(SeriesHistory history, GrowthReference reference) {
        NavigableMap<Integer, Double> annual = history.annualBefore();
        if (annual.size() < AnnualDrift.FEWEST_VALUES || isTooOld(annual, history.year())) {
            return Optional.empty();
        }
        double[] rates =
                annual.values().stream().mapToDouble(Double::doubleValue).toArray();
        double centre = GrowthToDate.normalGrowth(history, reference).orElseThrow();
        double scale = NormalGrowth.standardDeviation(rates) * Math.sqrt(1 + 1.0 / rates.length);
        Indicator facts = history.facts();
        StudentDistribution distribution = new StudentDistribution(
                centre, scale, rates.length - 1, LinkFunction.IDENTITY, facts.minimum(), Double.POSITIVE_INFINITY);
        MethodNote words = MethodNote.meanOfRates(rates.length);
        return Optional.of(
                projection(history, distribution, distribution.median(), words, scale, scaledErrors(annual)));
    }

    private static SeriesProjection projection(
            SeriesHistory history,
            PredictiveDistribution distribution,
            double point,
            MethodNote words,
            @Nullable Double errorScale,
            SortedMap<Integer, Double> scaledErrors) {
        int month = history.isGrowth() ? 0 : history.lastMonth();
        @Nullable
        Double toDate = month == 0
                ? null
                : Double.valueOf(history.toDate(history.year(), month).orElseThrow());
        boolean isQuarterly = month % 3 == 0;
        boolean knowsSomething = history.lastMonth() > 0
                || history.input().values().stream()
                        .anyMatch(value -> value.period().year() == history.year());
        return new SeriesProjection(
                history.input().id(),
                history.year(),
                history.facts().unitCode(),
                month == 0 ? Frequency.A : isQuarterly ? Frequency.Q : Frequency.M,
                history.aggregation(),
                new KnownPart(month == 0 ? null : history.periodUntil(month), isQuarterly ? month / 3 : month, toDate),
                new Forecast(toDate == null ? null : Double.valueOf(point - toDate), point, distribution, errorScale),
                history.past(month),
                List.of(),
                new ProjectionMethod(
                        METHOD,
                        words,
                        knowsSomething ? MethodNote.NOT_COMPARABLE : MethodNote.NO_FIGURE_OF_THE_YEAR,
                        history.annualBefore().size(),
                        knowsSomething ? "" : "no_data_this_year",
                        new Basis(scaledErrors, List.of())),
                ObservationStatus.FORECAST,
                history.vintageDate());
    }

    private static SortedMap<Integer, Double> scaledErrors(NavigableMap<Integer, Double> rates) {
        double[] values =
                rates.values().stream().mapToDouble(Double::doubleValue).toArray();
        double mean = OrderStatistics.mean(values);
        double spread = NormalGrowth.standardDeviation(values);
        SortedMap<Integer, Double> errors = new TreeMap<>();
        rates.forEach((year, rate) -> errors.put(year, spread > 0 ? (rate - mean) / spread : 0));
        return errors;
    }
}
