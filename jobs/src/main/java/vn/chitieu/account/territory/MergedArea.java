package vn.chitieu.account.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.formula.PlanAttainment;
import vn.chitieu.account.reading.AccountValue;
import vn.chitieu.account.reading.GrdpCodes;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.account.territory.RebuiltFigure.Reason;
import vn.chitieu.observation.AreaPart;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.rule.Spike;

/**
 * The history of a merged area before it existed.
 *
 * <p>Levels are summed where every part has a figure of the same period. Growth, shares, contributions, figures per
 * head and attainment of plan are computed again from sums, never averaged. What the sources printed for the merged
 * territory itself stands. Everything else is missing, with the parts that it is missing of.
 */
public final class MergedArea {

    static final String SUM_OF_AREAS = "sum_of_areas";
    static final String RATIO_OF_SUMS = "ratio_of_sums";
    static final String GROWTH_OF_SUMS = "growth_of_sums";
    private static final String NOT_REBUILT = "not_rebuilt";
    private static final String POPULATION = "population";
    private static final Set<IndicatorKind> WITH_RULE = EnumSet.of(
            IndicatorKind.GROWTH,
            IndicatorKind.SHARE,
            IndicatorKind.CONTRIBUTION,
            IndicatorKind.ATTAINMENT,
            IndicatorKind.LEVEL_PER_CAPITA);
    private static final String BILLION = "billion_vnd";
    private static final String THOUSAND = "thousand_persons";

    private final String areaCode;
    private final List<String> parts;
    private final LocalDate breakOn;
    private final ReportingYear year;
    private final Map<String, Indicator> indicators;
    private final Map<String, NavigableMap<ObservationKey, Observation>> ofArea = new TreeMap<>();
    private final Map<ObservationKey, List<Observation>> vintages = new HashMap<>();
    private final NavigableMap<ObservationKey, RebuiltFigure> figures = new TreeMap<>(Vintages.KEY_ORDER);

    private MergedArea(
            String areaCode,
            List<AreaPart> composition,
            Collection<Observation> visible,
            LocalDate asOf,
            Map<String, Indicator> indicators) {
        this.areaCode = areaCode;
        this.parts = composition.stream().map(AreaPart::partCode).sorted().toList();
        this.breakOn = composition.get(0).validFrom();
        this.year = composition.get(0).year();
        this.indicators = indicators;
        ofArea.put(areaCode, new TreeMap<>(Vintages.KEY_ORDER));
        parts.forEach(part -> ofArea.put(part, new TreeMap<>(Vintages.KEY_ORDER)));
        visible.forEach(vintage -> vintages.computeIfAbsent(vintage.key(), key -> new ArrayList<>())
                .add(vintage));
        Vintages.latestByKey(visible, asOf).forEach((key, observation) -> {
            NavigableMap<ObservationKey, Observation> own = ofArea.get(key.areaCode());
            boolean isFigure = observation.status() != ObservationStatus.FORECAST
                    && observation.status() != ObservationStatus.MISSING;
            if (own != null && isFigure) {
                own.put(key.inArea(areaCode), observation);
            }
        });
    }

    /**
     * Returns the figures of one merged area, each key once, in the order of the keys.
     *
     * @param composition the parts of the area, all from the same day on, at least one
     * @param visible every vintage published on or before {@code asOf}; areas that are no parts are left out
     * @param indicators by code
     */
    public static List<RebuiltFigure> history(
            String areaCode,
            List<AreaPart> composition,
            Collection<Observation> visible,
            LocalDate asOf,
            Map<String, Indicator> indicators) {
        if (composition.isEmpty()
                || composition.stream().anyMatch(part -> !part.validFrom()
                        .equals(composition.get(0).validFrom()))) {
            throw new IllegalArgumentException(
                    "Expecting the parts of " + areaCode + ", all from one day on, but were " + composition);
        }
        MergedArea area = new MergedArea(areaCode, composition, visible, asOf, indicators);
        area.addOwn();
        area.addSums();
        area.addRatios();
        return List.copyOf(area.figures.values());
    }

    private NavigableMap<ObservationKey, Observation> of(String area) {
        return ofArea.getOrDefault(area, new TreeMap<>(Vintages.KEY_ORDER));
    }

    private void addOwn() {
        of(areaCode)
                .forEach((key, observation) -> figures.put(
                        key,
                        new RebuiltFigure(
                                key,
                                observation.value().doubleValue(),
                                null,
                                observation.unitCode(),
                                Origin.PUBLISHED,
                                observation.status(),
                                observation.publishedDate(),
                                MethodCode.PUBLISHED,
                                List.of(areaCode),
                                List.of(),
                                breakOn,
                                Reason.NONE)));
    }

    /** Returns the keys of parts before the merger, in order. */
    private NavigableSet<ObservationKey> keysOfParts() {
        NavigableSet<ObservationKey> keys = new TreeSet<>(Vintages.KEY_ORDER);
        for (String part : parts) {
            of(part).keySet().stream()
                    .filter(key -> year.end(key.period()).isBefore(breakOn))
                    .forEach(keys::add);
        }
        return keys;
    }

    private void addSums() {
        for (ObservationKey key : keysOfParts()) {
            Indicator indicator = indicators.get(key.indicatorCode());
            boolean isLevel = indicator != null && indicator.kind().isLevel();
            if (isLevel) {
                figures.putIfAbsent(key, sum(key));
            }
        }
    }

    private RebuiltFigure sum(ObservationKey key) {
        List<Observation> found = found(key);
        List<String> missing = missing(key);
        String unit = found.get(0).unitCode();
        boolean isOneUnit = found.stream().allMatch(o -> o.unitCode().equals(unit));
        if (!missing.isEmpty() || !isOneUnit) {
            return absent(key, unit, found, missing, Reason.PART_MISSING);
        }
        List<String> doubtful =
                parts.stream().filter(part -> isDoubtful(of(part), key)).toList();
        if (!doubtful.isEmpty()) {
            return absent(key, unit, found, doubtful, Reason.DOUBTFUL_PART);
        }
        double sum = found.stream().mapToDouble(o -> o.value().doubleValue()).sum();
        return figure(key, sum, unit, found, SUM_OF_AREAS);
    }

    private boolean isDoubtful(NavigableMap<ObservationKey, Observation> ofPart, ObservationKey key) {
        Indicator indicator = indicators.get(key.indicatorCode());
        Observation figure = ofPart.get(key);
        Period period = key.period();
        if (indicator == null || figure == null || !Spike.isLookedAt(indicator.kind(), period)) {
            return false;
        }
        Optional<Observation> before = Optional.ofNullable(ofPart.get(key.inYear(period.year() - 1)));
        Optional<Observation> after = Optional.ofNullable(ofPart.get(key.inYear(period.year() + 1)));
        return Spike.is(before, figure, after)
                && !Spike.isConfirmed(figure, vintages.getOrDefault(figure.key(), List.of()));
    }

    private List<Observation> found(ObservationKey key) {
        List<Observation> found = new ArrayList<>();
        for (String part : parts) {
            Observation observation = of(part).get(key);
            if (observation != null) {
                found.add(observation);
            }
        }
        return found;
    }

    private List<String> missing(ObservationKey key) {
        return parts.stream().filter(part -> !of(part).containsKey(key)).toList();
    }

    private RebuiltFigure figure(
            ObservationKey key, double value, String unit, List<Observation> inputs, String methodCode) {
        return new RebuiltFigure(
                key,
                value,
                null,
                unit,
                Origin.DERIVED,
                leastFirmStatus(inputs),
                latest(inputs),
                methodCode,
                parts,
                List.of(),
                breakOn,
                Reason.NONE);
    }

    private RebuiltFigure absent(
            ObservationKey key, String unit, List<Observation> found, List<String> missing, Reason reason) {
        return new RebuiltFigure(
                key,
                null,
                null,
                unit,
                Origin.DERIVED,
                ObservationStatus.MISSING,
                latest(found),
                NOT_REBUILT,
                List.of(),
                missing,
                breakOn,
                reason);
    }

    private static ObservationStatus leastFirmStatus(List<Observation> inputs) {
        return AccountValue.derived(
                        0,
                        0,
                        "",
                        inputs.stream()
                                .map(o -> AccountValue.published(o, o.publishedDate()))
                                .toList())
                .status();
    }

    private LocalDate latest(List<Observation> inputs) {
        return inputs.stream()
                .map(Observation::publishedDate)
                .max(LocalDate::compareTo)
                .orElse(breakOn);
    }

    /** Adds every ratio that a part printed or that sums allow. */
    private void addRatios() {
        NavigableSet<ObservationKey> keys = keysOfParts();
        for (RebuiltFigure sum : List.copyOf(figures.values())) {
            if (sum.methodCode().equals(SUM_OF_AREAS)) {
                for (Indicator indicator : indicators.values()) {
                    if (indicator.baseCode().equals(sum.key().indicatorCode())) {
                        keys.add(sum.key().ofIndicator(indicator.code()));
                    }
                }
            }
        }
        for (ObservationKey key : keys) {
            Indicator indicator = indicators.get(key.indicatorCode());
            if (indicator == null
                    || figures.containsKey(key)
                    || indicator.kind().isLevel()) {
                continue;
            }
            Optional<Ratio> ratio = ratio(key, indicator);
            boolean isPrinted = !found(key).isEmpty();
            if (ratio.isPresent()) {
                figures.put(
                        key,
                        figure(
                                key,
                                ratio.get().value(),
                                indicator.unitCode(),
                                ratio.get().inputs(),
                                indicator.kind() == IndicatorKind.GROWTH ? GROWTH_OF_SUMS : RATIO_OF_SUMS));
            } else if (isPrinted) {
                boolean hasRule = hasRule(indicator);
                figures.put(
                        key,
                        absent(
                                key,
                                indicator.unitCode(),
                                found(key),
                                hasRule ? missingInputs(key, indicator) : List.of(),
                                hasRule ? Reason.INPUT_MISSING : Reason.NO_RULE));
            }
        }
    }

    /** A ratio with the figures it was computed from. */
    private record Ratio(double value, List<Observation> inputs) {}

    private boolean hasRule(Indicator indicator) {
        Indicator base = indicators.get(indicator.baseCode());
        return base != null && base.kind().isLevel() && WITH_RULE.contains(indicator.kind());
    }

    private Optional<Ratio> ratio(ObservationKey key, Indicator indicator) {
        if (!hasRule(indicator)) {
            return Optional.empty();
        }
        ObservationKey level = key.ofIndicator(indicator.baseCode());
        return switch (indicator.kind()) {
            case GROWTH -> indicator.isPeriodOnPeriod() ? Optional.empty() : growth(level);
            case SHARE -> quotient(List.of(total(level)), List.of(), level, 100);
            case CONTRIBUTION -> quotient(List.of(total(level).yearBefore()), List.of(level.yearBefore()), level, 100);
            case ATTAINMENT -> attainment(key, level);
            default -> perHead(key, level, indicator);
        };
    }

    private Optional<Ratio> growth(ObservationKey level) {
        return quotient(List.of(level.yearBefore()), List.of(level.yearBefore()), level, 100);
    }

    /** Returns {@code factor · (Σ numerator - Σ takenAway) / Σ denominator}, all parts having all three. */
    private Optional<Ratio> quotient(
            List<ObservationKey> denominators,
            List<ObservationKey> takenAway,
            ObservationKey numerator,
            double factor) {
        List<Observation> inputs = new ArrayList<>();
        Double above = summed(numerator, inputs);
        Double below = summed(denominators.get(0), inputs);
        Double less = takenAway.isEmpty() ? Double.valueOf(0) : summed(takenAway.get(0), inputs);
        return above == null || below == null || less == null || !(below > 0)
                ? Optional.empty()
                : Optional.of(new Ratio(factor * (above - less) / below, inputs));
    }

    private @Nullable Double summed(ObservationKey key, List<Observation> inputs) {
        List<Observation> found = found(key);
        if (found.size() < parts.size()
                || found.stream()
                        .anyMatch(o -> !o.unitCode().equals(found.get(0).unitCode()))) {
            return null;
        }
        inputs.addAll(found);
        return found.stream().mapToDouble(o -> o.value().doubleValue()).sum();
    }

    /** Returns the result of all parts over the plans that their results and attainment imply. */
    private Optional<Ratio> attainment(ObservationKey key, ObservationKey level) {
        List<Observation> inputs = new ArrayList<>();
        double actual = 0;
        double plan = 0;
        for (String part : parts) {
            Observation result = of(part).get(level);
            Observation attained = of(part).get(key);
            if (result == null || attained == null || attained.value().signum() <= 0) {
                return Optional.empty();
            }
            inputs.add(result);
            inputs.add(attained);
            actual += result.value().doubleValue();
            plan += PlanAttainment.impliedPlan(
                    result.value().doubleValue(), attained.value().doubleValue());
        }
        return plan > 0 ? Optional.of(new Ratio(PlanAttainment.pct(actual, plan), inputs)) : Optional.empty();
    }

    private Optional<Ratio> perHead(ObservationKey key, ObservationKey level, Indicator indicator) {
        ObservationKey people = people(key);
        boolean isInMillionVnd = indicator.unitCode().equals("million_vnd_per_person")
                && unitsAre(level, BILLION)
                && unitsAre(people, THOUSAND)
                && key.period().equals(Period.ofYear(key.period().year()));
        return isInMillionVnd ? quotient(List.of(people), List.of(), level, 1) : Optional.empty();
    }

    private boolean unitsAre(ObservationKey key, String unit) {
        return found(key).stream().allMatch(o -> o.unitCode().equals(unit));
    }

    private List<String> missingInputs(ObservationKey key, Indicator indicator) {
        ObservationKey level = key.ofIndicator(indicator.baseCode());
        List<ObservationKey> needed =
                switch (indicator.kind()) {
                    case GROWTH -> List.of(level, level.yearBefore());
                    case SHARE -> List.of(level, total(level));
                    case CONTRIBUTION ->
                        List.of(level, level.yearBefore(), total(level).yearBefore());
                    case ATTAINMENT -> List.of(level, key);
                    default -> List.of(level, people(key));
                };
        TreeSet<String> missing = new TreeSet<>();
        needed.forEach(one -> missing.addAll(missing(one)));
        return List.copyOf(missing);
    }

    private static ObservationKey people(ObservationKey key) {
        return new ObservationKey(
                key.areaCode(), POPULATION, GrdpCodes.TOTAL, key.period(), key.accumulation(), PriceBasis.NONE);
    }

    private static ObservationKey total(ObservationKey key) {
        return new ObservationKey(
                key.areaCode(), "grdp", GrdpCodes.TOTAL, key.period(), key.accumulation(), key.priceBasis());
    }
}
