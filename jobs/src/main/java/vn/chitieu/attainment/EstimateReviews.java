package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.EstimateReview.Bias;
import vn.chitieu.attainment.EstimateReview.Kind;
import vn.chitieu.attainment.EstimateReview.Statement;
import vn.chitieu.attainment.TargetLink.Conversion;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.Target;
import vn.chitieu.projection.AreaProjections;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * Reviews what others expect of the year (thẩm định số ước): beside each estimate stand the projection, the pace that
 * the estimate implies for the rest of the year, how often that pace was reached, and how far such estimates were off
 * before.
 *
 * <p>An official estimate of a year is a figure of the whole year with status E that was stated by 31 January after it,
 * or the year to date at its last period. The outcome that judges it is the last vintage stated after that day that is
 * firmer than an estimate. Domestic revenue of Hậu Giang in 2019: 3,500 stated on 24 December, 3,657.479 the outcome,
 * so the estimate was 4.3 % too low.
 */
public final class EstimateReviews {

    private static final String PERCENT = "pct";
    private static final String POINTS = "pct_points";
    private static final String FORM_SOURCE = "form:";

    private final Programme programme;
    private final LocalDate evaluatedOn;
    private final TargetReading.View view;
    private final Map<SeriesId, ? extends SeriesOutcome> outcomes;
    private final List<PriceBasis> constantPrices;
    private final Map<SeriesId, List<UnitEstimate>> unitEstimates = new TreeMap<>();
    private final Map<SeriesId, List<Observation>> wholeYears = new TreeMap<>();
    private final Units units;

    private EstimateReviews(
            Programme programme,
            LocalDate asOf,
            Map<SeriesId, ? extends SeriesOutcome> outcomes,
            Collection<UnitEstimate> estimates,
            Collection<Observation> observations,
            Units units,
            ReportingYears years) {
        this.programme = programme;
        this.evaluatedOn = programme.evaluatedOn(asOf);
        this.view = new TargetReading.View(evaluatedOn, years.of(programme.areaCode()));
        this.outcomes = outcomes;
        this.constantPrices = TargetLink.constantPrices(programme.areaCode(), outcomes.keySet());
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
            Units units,
            ReportingYears years) {
        List<EstimateReview> reviews = new ArrayList<>();
        EstimateReviews all = new EstimateReviews(programme, asOf, outcomes, estimates, observations, units, years);
        if (programme.status(asOf) == Programme.Status.NOT_YET_ADOPTED) {
            return reviews;
        }
        for (Target target : programme.targets()) {
            all.review(target, Kind.UNIT).ifPresent(reviews::add);
            all.review(target, Kind.OFFICIAL).ifPresent(reviews::add);
        }
        return reviews;
    }

    /**
     * Returns the reviews of every programme, in the order given.
     *
     * @param projections of every area and year, of which those of programmes are asked for
     */
    public static List<EstimateReview> of(
            List<Programme> programmes,
            LocalDate asOf,
            AreaProjections projections,
            Collection<UnitEstimate> estimates,
            Figures observations,
            Units units,
            ReportingYears years) {
        List<EstimateReview> reviews = new ArrayList<>();
        Map<String, List<UnitEstimate>> estimatesOf =
                estimates.stream().collect(Collectors.groupingBy(UnitEstimate::areaCode));
        for (Programme programme : programmes) {
            String area = programme.areaCode();
            reviews.addAll(of(
                    programme,
                    asOf,
                    projections.outcomes(area, programme.year()),
                    estimatesOf.getOrDefault(area, List.of()),
                    observations.of(area),
                    units,
                    years));
        }
        return reviews;
    }

    private boolean isOurs(SeriesId id) {
        return id.areaCode().equals(programme.areaCode());
    }

    private Optional<EstimateReview> review(Target target, Kind kind) {
        for (TargetLink link : TargetLink.of(programme.areaCode(), target, constantPrices)) {
            Optional<Statement> stated = kind == Kind.UNIT
                    ? unitEstimate(link.id(), programme.year())
                    : officialEstimate(link.id(), programme.year()).map(EstimateReviews::statement);
            Optional<EstimateReview> review = stated.flatMap(s -> review(target, kind, link, s));
            if (review.isPresent()) {
                return review;
            }
        }
        return Optional.empty();
    }

    private Optional<EstimateReview> review(Target target, Kind kind, TargetLink link, Statement stated) {
        Optional<TargetReading> reading = projection(link.id())
                .flatMap(series ->
                        TargetReading.of(target, link, series, view, units).reading());
        Double estimate =
                reading.map(r -> r.inTarget(stated.value())).orElseGet(() -> withoutProjection(target, link, stated));
        if (estimate == null) {
            return Optional.empty();
        }
        RequiredPace pace = reading.map(r -> RequiredPace.of(r, target, estimate, shapes(target)))
                .orElse(RequiredPace.NONE);
        Optional<PredictiveDistribution> distribution = reading.flatMap(TargetReading::distribution);
        Optional<Bias> own = kind == Kind.UNIT ? bias(link.id(), Kind.UNIT) : Optional.empty();
        Optional<Bias> bias = own.or(() -> bias(link.id(), Kind.OFFICIAL));
        return Optional.of(new EstimateReview(
                programme.programmeId(),
                target.id(),
                kind,
                stated.in(estimate, target.unitCode()),
                reading.map(TargetReading::point).orElse(null),
                distribution
                        .map(d -> Math.max(0, Math.min(1, d.probabilityAtLeast(estimate))))
                        .orElse(null),
                pace,
                bias.orElse(Bias.NONE)));
    }

    /** Where a series is not projected, an estimate in the target's own measure is shown all the same. */
    private @Nullable Double withoutProjection(Target target, TargetLink link, Statement stated) {
        return link.conversion() == Conversion.AS_IS && units.areComparable(stated.unitCode(), target.unitCode())
                ? Double.valueOf(stated.value() * units.factor(stated.unitCode(), target.unitCode()))
                : null;
    }

    private Optional<Statement> unitEstimate(SeriesId id, int year) {
        return unitEstimates.getOrDefault(id, List.of()).stream()
                .filter(estimate -> estimate.year() == year)
                .max(Comparator.comparing(UnitEstimate::published)
                        .thenComparing(UnitEstimate::period)
                        .thenComparing(UnitEstimate::deliveryId))
                .map(e -> new Statement(
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

    private LocalDate lastDayOfEstimates(int year) {
        return view.calendar().end(Period.ofYear(year)).plusDays(31);
    }

    private static Statement statement(Observation o) {
        return new Statement(
                o.value().doubleValue(),
                o.unitCode(),
                o.publishedDate(),
                Period.ofYear(o.key().period().year()),
                o.sourceUrl(),
                "",
                "");
    }

    private Optional<Bias> bias(SeriesId id, Kind basis) {
        double sum = 0;
        int years = 0;
        TreeSet<Integer> all = new TreeSet<>();
        wholeYears
                .getOrDefault(id, List.of())
                .forEach(o -> all.add(o.key().period().year()));
        for (int year : all.headSet(programme.year())) {
            Optional<Double> estimate = basis == Kind.UNIT
                    ? unitEstimate(id, year).map(Statement::value)
                    : officialEstimate(id, year).map(o -> o.value().doubleValue());
            Optional<Observation> outcome = outcome(id, year);
            if (estimate.isPresent() && outcome.isPresent()) {
                double actual = outcome.get().value().doubleValue();
                boolean isRate = List.of(PERCENT, POINTS).contains(outcome.get().unitCode());
                if (isRate || actual > 0) {
                    sum += isRate ? estimate.get() - actual : 100 * (estimate.get() - actual) / actual;
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
        return TargetLink.shapes(programme.areaCode(), target, constantPrices).stream()
                .flatMap(id -> projection(id).stream())
                .toList();
    }
}
