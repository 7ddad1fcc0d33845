package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.EstimateReview.Kind;
import vn.chitieu.attainment.TargetLink.Candidate;
import vn.chitieu.attainment.TargetLink.Reading;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * Reviews what others expect of the year (thẩm định số ước): beside each estimate stand the projection, the pace that
 * the estimate implies for the rest of the year, how often that pace was reached, and how far such estimates were off
 * before.
 *
 * <p>An official estimate of a year is a figure of the whole year with status E that was told by 31 January after it,
 * or the year to date at its last period. The outcome that judges it is the last vintage told after that day that is
 * firmer than an estimate. Domestic revenue of Hậu Giang in 2019: 3,500 told on 24 December, 3,657.479 the outcome, so
 * the estimate was 4.3 % too low.
 */
public final class EstimateReviews {

    private static final String PERCENT = "pct";
    private static final String POINTS = "pct_points";
    private static final String FORM_SOURCE = "form:";

    private final Programme programme;
    private final LocalDate evaluatedOn;
    private final Map<SeriesId, ? extends SeriesOutcome> outcomes;
    private final Map<SeriesId, List<UnitEstimate>> unitEstimates = new TreeMap<>();
    private final Map<SeriesId, List<Observation>> wholeYears = new TreeMap<>();
    private final Units units;

    private EstimateReviews(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            Collection<UnitEstimate> estimates,
            Collection<Observation> observations,
            Units units) {
        this.programme = programme;
        this.evaluatedOn = programme.evaluatedOn(asOf);
        this.outcomes = outcomes;
        this.units = units;
        for (UnitEstimate estimate : estimates) {
            SeriesId id = new SeriesId(
                    estimate.areaCode(), estimate.indicatorCode(), estimate.activityCode(), estimate.priceBasis());
            if (isOurs(id) && !estimate.published().isAfter(evaluatedOn)) {
                unitEstimates.computeIfAbsent(id, i -> new ArrayList<>()).add(estimate);
            }
        }
        for (Observation observation : observations) {
            ObservationKey key = observation.key();
            SeriesId id = new SeriesId(key.areaCode(), key.indicatorCode(), key.activityCode(), key.priceBasis());
            if (isOurs(id) && isOfWholeYear(key) && !observation.publishedDate().isAfter(evaluatedOn)) {
                wholeYears.computeIfAbsent(id, i -> new ArrayList<>()).add(observation);
            }
        }
    }

    /**
     * Returns a review of every estimate of the programme's year, by target in the order of the programme, the
     * department's before the official one; none for a programme not yet adopted.
     *
     * @param outcomes what became of each series of the programme's year, as known on
     *     {@link Programme#evaluatedOn(LocalDate)}
     * @param estimates of departments, of any year and area
     * @param observations every vintage of every figure; later ones than the programme's day are not looked at
     */
    public static List<EstimateReview> of(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            Collection<UnitEstimate> estimates,
            Collection<Observation> observations,
            Units units) {
        List<EstimateReview> reviews = new ArrayList<>();
        EstimateReviews all = new EstimateReviews(programme, asOf, outcomes, estimates, observations, units);
        if (programme.standing(asOf) == Programme.Standing.NOT_YET_ADOPTED) {
            return reviews;
        }
        for (Target target : programme.targets()) {
            all.review(target, Kind.UNIT).ifPresent(reviews::add);
            all.review(target, Kind.OFFICIAL).ifPresent(reviews::add);
        }
        return reviews;
    }

    private boolean isOurs(SeriesId id) {
        return id.areaCode().equals(programme.areaCode());
    }

    /** An estimate as it was told, in the unit of its series. */
    private record Told(
            double value, String unit, LocalDate on, Period period, String sender, String causes, String solutions) {}

    private Optional<EstimateReview> review(Target target, Kind kind) {
        for (Candidate candidate : TargetLink.candidates(programme.areaCode(), target)) {
            Optional<Told> told = kind == Kind.UNIT
                    ? unitEstimate(candidate.id(), programme.year())
                    : officialEstimate(candidate.id(), programme.year()).map(EstimateReviews::told);
            Optional<EstimateReview> review = told.flatMap(t -> review(target, kind, candidate, t));
            if (review.isPresent()) {
                return review;
            }
        }
        return Optional.empty();
    }

    private Optional<EstimateReview> review(Target target, Kind kind, Candidate candidate, Told told) {
        Optional<TargetReading> reading = projection(candidate.id())
                .flatMap(series -> TargetReading.of(target, candidate, series, evaluatedOn, units)
                        .reading());
        Double estimate =
                reading.map(r -> r.inTarget(told.value())).orElseGet(() -> withoutProjection(target, candidate, told));
        if (estimate == null) {
            return Optional.empty();
        }
        RequiredPace pace = reading.map(r -> RequiredPace.of(r, target, estimate, shapes(target)))
                .orElse(RequiredPace.NONE);
        Optional<PredictiveDistribution> law = reading.flatMap(TargetReading::law);
        Optional<Bias> own = kind == Kind.UNIT ? bias(candidate.id(), Kind.UNIT) : Optional.empty();
        Optional<Bias> bias = own.or(() -> bias(candidate.id(), Kind.OFFICIAL));
        return Optional.of(new EstimateReview(
                programme.programmeId(),
                target.id(),
                kind,
                target.unitCode(),
                estimate,
                told.on(),
                told.period(),
                told.sender(),
                reading.map(TargetReading::point).orElse(null),
                law.map(l -> Math.max(0, Math.min(1, l.probabilityAtLeast(estimate))))
                        .orElse(null),
                pace.rest(),
                pace.growthPct(),
                pace.percentile(),
                bias.map(Bias::mean).orElse(null),
                bias.map(Bias::years).orElse(0),
                bias.map(Bias::basis).orElse(null),
                told.causes(),
                told.solutions()));
    }

    /** Where a series is not projected, an estimate in the target's own measure is shown all the same. */
    private @Nullable Double withoutProjection(Target target, Candidate candidate, Told told) {
        return candidate.reading() == Reading.AS_IS && units.areComparable(told.unit(), target.unitCode())
                ? Double.valueOf(told.value() * units.factor(told.unit(), target.unitCode()))
                : null;
    }

    private Optional<Told> unitEstimate(SeriesId id, int year) {
        return unitEstimates.getOrDefault(id, List.of()).stream()
                .filter(estimate -> estimate.year() == year)
                .max(Comparator.comparing(UnitEstimate::published)
                        .thenComparing(UnitEstimate::period)
                        .thenComparing(UnitEstimate::deliveryId))
                .map(e -> new Told(
                        e.value().doubleValue(),
                        e.unitCode(),
                        e.published(),
                        e.period(),
                        e.sender(),
                        e.causes(),
                        e.solutions()));
    }

    private Optional<Observation> officialEstimate(SeriesId id, int year) {
        LocalDate last = lastDayOfEstimates(year);
        return wholeYears.getOrDefault(id, List.of()).stream()
                .filter(o -> o.key().period().year() == year
                        && o.status() == ObservationStatus.ESTIMATE
                        && !o.sourceUrl().startsWith(FORM_SOURCE)
                        && !o.publishedDate().isAfter(last))
                .max(ORDER);
    }

    private Optional<Observation> outcome(SeriesId id, int year) {
        LocalDate last = lastDayOfEstimates(year);
        return wholeYears.getOrDefault(id, List.of()).stream()
                .filter(o -> o.key().period().year() == year
                        && o.status() != ObservationStatus.ESTIMATE
                        && o.publishedDate().isAfter(last))
                .max(ORDER);
    }

    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::publishedDate)
            .thenComparing(Comparator.comparing(Observation::trustRank).reversed())
            .thenComparing(Observation::value)
            .thenComparing(Observation::sourceUrl);

    private static LocalDate lastDayOfEstimates(int year) {
        return LocalDate.of(year + 1, 1, 31);
    }

    private static Told told(Observation o) {
        return new Told(
                o.value().doubleValue(),
                o.unitCode(),
                o.publishedDate(),
                Period.ofYear(o.key().period().year()),
                o.sourceUrl(),
                "",
                "");
    }

    /** How far the estimates of earlier years were off on average. */
    private record Bias(double mean, int years, Kind basis) {}

    private Optional<Bias> bias(SeriesId id, Kind basis) {
        double sum = 0;
        int years = 0;
        TreeMap<Integer, Boolean> all = new TreeMap<>();
        wholeYears
                .getOrDefault(id, List.of())
                .forEach(o -> all.put(o.key().period().year(), true));
        for (int year : all.headMap(programme.year(), false).keySet()) {
            Optional<Double> estimate = basis == Kind.UNIT
                    ? unitEstimate(id, year).map(Told::value)
                    : officialEstimate(id, year).map(o -> o.value().doubleValue());
            Optional<Observation> outcome = outcome(id, year);
            if (estimate.isPresent() && outcome.isPresent()) {
                double came = outcome.get().value().doubleValue();
                boolean isRate = List.of(PERCENT, POINTS).contains(outcome.get().unitCode());
                if (isRate || came > 0) {
                    sum += isRate ? estimate.get() - came : 100 * (estimate.get() - came) / came;
                    years++;
                }
            }
        }
        return years == 0 ? Optional.empty() : Optional.of(new Bias(sum / years, years, basis));
    }

    private static boolean isOfWholeYear(ObservationKey key) {
        Period period = key.period();
        boolean isLast = period.index() == period.frequency().periodsPerYear();
        return period.frequency() == Frequency.A || (isLast && key.accumulation() == Accumulation.CUMULATED);
    }

    private Optional<SeriesProjection> projection(SeriesId id) {
        SeriesOutcome outcome = outcomes.get(id);
        return outcome instanceof SeriesProjection projection ? Optional.of(projection) : Optional.empty();
    }

    private List<SeriesProjection> shapes(Target target) {
        return TargetLink.shapes(programme.areaCode(), target).stream()
                .flatMap(id -> projection(id).stream())
                .toList();
    }
}
