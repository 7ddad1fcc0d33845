package vn.chitieu.projection.sparse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.Basis;
import vn.chitieu.projection.Forecast;
import vn.chitieu.projection.KnownPart;
import vn.chitieu.projection.MethodNote;
import vn.chitieu.projection.PathPeriod;
import vn.chitieu.projection.ProjectionMethod;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.LinkFunction;
import vn.chitieu.projection.distribution.StudentDistribution;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput.DatedValue;

/**
 * Projects a stock, a share or a rate that is reported on some days and not on others.
 *
 * <p>The figures are points of a random walk with drift at the time that each is of, whatever lies between them
 * ({@link AnnualDrift}, in half-months); the walk goes on from the last of them. The year of a stock is its end. The
 * year of a mean is what its periods since January bring, with the walk in the middle of the rest of the year.
 */
public final class DatedWalk {

    /** The code of the method. */
    public static final String METHOD = "dated_walk";

    private static final Set<IndicatorKind> KINDS =
            Set.of(IndicatorKind.STOCK, IndicatorKind.RATIO, IndicatorKind.SHARE);

    private static final int HALF_MONTHS = 24;
    private static final int LONGEST = 5 * HALF_MONTHS;

    private final SeriesHistory history;
    private final LinkFunction link;
    private final NavigableMap<Integer, Double> scores = new TreeMap<>();
    private final List<DatedValue> ofYear;
    private final DatedValue last;

    private DatedWalk(SeriesHistory history, List<DatedValue> dated) {
        this.history = history;
        this.last = dated.get(dated.size() - 1);
        this.ofYear = dated.stream()
                .filter(value -> value.period().year() == history.year())
                .toList();
        boolean isPositive = history.input().values().stream().allMatch(value -> value.value() > 0);
        this.link = history.facts().isBounded()
                ? LinkFunction.LOGIT
                : isPositive ? LinkFunction.LOG : LinkFunction.IDENTITY;
        points().forEach((time, value) -> scores.put(time, score(value)));
    }

    /**
     * Returns the projection; empty for anything but stocks, shares and rates, if the last figure is that of a whole
     * year or older than the year before, or if there are fewer than 3 points.
     *
     * @param units what the series is a share of, if it is one of a number that may fall
     * @param calendar the year of the area
     */
    public static Optional<SeriesProjection> project(
            SeriesHistory history, Optional<CountedUnits> units, ReportingYear calendar) {
        if (!KINDS.contains(history.facts().kind()) || history.facts().aggregation() == null) {
            return Optional.empty();
        }
        int lastYear =
                history.annualBefore().isEmpty() ? 0 : history.annualBefore().lastKey();
        List<DatedValue> dated = history.input().values().stream()
                .filter(value -> value.accumulation() == Accumulation.PERIOD
                        && value.period().frequency() != Frequency.A
                        && value.period().year() <= history.year())
                .sorted(Comparator.comparingInt(value -> value.period().endInMonths()))
                .toList();
        if (dated.isEmpty() || dated.get(dated.size() - 1).period().year() <= Math.max(lastYear, history.year() - 2)) {
            return Optional.empty();
        }
        DatedWalk walk = new DatedWalk(history, dated);
        return walk.scores.size() < AnnualDrift.FEWEST_VALUES ? Optional.empty() : walk.projection(units, calendar);
    }

    private double score(double value) {
        return link.of(value, history.facts().minimum(), history.facts().maximum());
    }

    private boolean isMean() {
        return history.aggregation() == Aggregation.MEAN;
    }

    /** Returns the figures by the half-month that each is of, those of the last years before the last of all. */
    private NavigableMap<Integer, Double> points() {
        NavigableMap<Integer, Double> points = new TreeMap<>();
        NavigableMap<Integer, Double> annual = history.annualBefore();
        for (DatedValue value : history.input().values()) {
            Period period = value.period();
            boolean isOfMean = isMean() && annual.containsKey(period.year());
            if (value.accumulation() == Accumulation.PERIOD
                    && period.frequency() != Frequency.A
                    && period.year() <= history.year()
                    && !isOfMean) {
                points.put(time(period), value.value());
            }
        }
        annual.forEach((year, value) -> points.put(time(Period.ofYear(year)), value));
        NavigableMap<Integer, Double> recent = points.tailMap(points.lastKey() - LONGEST, true);
        return recent.size() < AnnualDrift.FEWEST_VALUES ? points : recent;
    }

    private int time(Period period) {
        int end = HALF_MONTHS * period.year() + 2 * period.lastMonth();
        return isMean() ? end - period.months() : end;
    }

    private Optional<SeriesProjection> projection(Optional<CountedUnits> units, ReportingYear calendar) {
        AnnualDrift walk = AnnualDrift.through(scores);
        double spreadOfDrift = 0;
        boolean isOfFewerUnits = false;
        if (units.isPresent()) {
            Optional<Double> unchanged = units.get().drift(this::time, this::score, scores.firstKey());
            if (unchanged.isPresent()) {
                isOfFewerUnits = true;
                spreadOfDrift = (walk.drift() - unchanged.get()) / 2;
                walk = walk.withDrift((walk.drift() + unchanged.get()) / 2);
            }
        }
        int known = isMean() ? monthsKnown() : 0;
        if (isMean() && known == 0 && !ofYear.isEmpty()) {
            return Optional.empty();
        }
        int target = isMean() ? HALF_MONTHS * history.year() + known + 12 : HALF_MONTHS * (history.year() + 1);
        int ahead = Math.max(1, target - scores.lastKey());
        double share = known / 12.0;
        Indicator facts = history.facts();
        double scale = (1 - share) * Math.sqrt(walk.variance(ahead) + Math.pow(spreadOfDrift * ahead, 2));
        StudentDistribution rest = distribution(walk.centre(ahead), scale, walk.degreesOfFreedom(), facts);
        double meanSoFar = known == 0 ? 0 : meanSoFar();
        double point = share * meanSoFar + (1 - share) * rest.median();
        StudentDistribution year = distribution(score(point), scale, walk.degreesOfFreedom(), facts);
        MethodNote note = MethodNote.datedWalk(scores.size(), last.period(), calendar);
        return Optional.of(new SeriesProjection(
                history.input().id(),
                history.year(),
                facts.unitCode(),
                ofYear.isEmpty() ? Frequency.A : last.period().frequency(),
                history.aggregation(),
                known(share * meanSoFar),
                new Forecast(null, point, year, scale),
                history.past(0),
                isMean() && known > 0 ? path(rest.median(), point, year) : List.of(),
                new ProjectionMethod(
                        METHOD,
                        isOfFewerUnits ? note.withFewerUnits() : note,
                        ofYear.isEmpty() ? MethodNote.NO_FIGURE_OF_THE_YEAR : MethodNote.PERIODS_MISSING,
                        history.annualBefore().size(),
                        ofYear.isEmpty() ? "no_data_this_year" : "",
                        new Basis(errors(), List.of())),
                ObservationStatus.FORECAST,
                history.vintageDate()));
    }

    private StudentDistribution distribution(double centre, double scale, double degreesOfFreedom, Indicator facts) {
        double least = link == LinkFunction.IDENTITY ? facts.minimum() : Math.max(0, facts.minimum());
        return new StudentDistribution(centre, scale, degreesOfFreedom, link, least, facts.maximum());
    }

    /** Returns the errors of the walk by the year of their figure, the last where it has several. */
    private SortedMap<Integer, Double> errors() {
        SortedMap<Integer, Double> byYear = new TreeMap<>();
        AnnualDrift.scaledErrors(scores).forEach((time, error) -> byYear.put((time - 1) / HALF_MONTHS, error));
        return byYear;
    }

    /** @param ofMean what the known months bring of a mean of the year */
    private KnownPart known(double ofMean) {
        return ofYear.isEmpty()
                ? new KnownPart(null, 0, null)
                : new KnownPart(last.period(), ofYear.size(), isMean() ? Double.valueOf(ofMean) : last.value());
    }

    /** Returns how many months from January on the figures of the year cover without a gap. */
    private int monthsKnown() {
        int months = 0;
        for (DatedValue value : ofYear) {
            if (value.period().lastMonth() - value.period().months() != months) {
                return 0;
            }
            months = value.period().lastMonth();
        }
        return months;
    }

    private double meanSoFar() {
        double sum = 0;
        int months = 0;
        for (DatedValue value : ofYear) {
            sum += value.value() * value.period().months();
            months += value.period().months();
        }
        return sum / months;
    }

    private List<PathPeriod> path(double rest, double point, StudentDistribution year) {
        List<PathPeriod> path = new ArrayList<>();
        double sum = 0;
        int months = 0;
        for (DatedValue value : ofYear) {
            sum += value.value() * value.period().months();
            months += value.period().months();
            path.add(new PathPeriod(value.period(), true, value.value(), lastYear(value.period()), sum / months, null));
        }
        Period next = last.period().next();
        while (next.year() == history.year()) {
            sum += rest * next.months();
            months += next.months();
            boolean isLast = next.lastMonth() == 12;
            path.add(new PathPeriod(
                    next,
                    false,
                    rest,
                    lastYear(next),
                    isLast ? point : sum / months,
                    isLast ? Quantiles.of(year) : null));
            next = next.next();
        }
        return path;
    }

    private @Nullable Double lastYear(Period period) {
        return history.input().values().stream()
                .filter(value -> value.accumulation() == Accumulation.PERIOD
                        && value.period().equals(period.inYear(period.year() - 1)))
                .map(DatedValue::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
