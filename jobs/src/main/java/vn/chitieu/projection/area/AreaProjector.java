package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.chitieu.observation.Area;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.Indicator.Quotient;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesHistory;
import vn.chitieu.projection.series.SeriesInput;
import vn.chitieu.projection.sparse.AnnualProjection;
import vn.chitieu.projection.sparse.CountedUnits;
import vn.chitieu.projection.sparse.DatedWalk;
import vn.chitieu.projection.sparse.GrowthReference;

/** Projects all series of one area: the one way by which a night, and a backtest of nights, come to their numbers. */
public final class AreaProjector {

    private AreaProjector() {}

    /**
     * Returns the projections of a year, coherent with each other, and why there is none of a series; in order of their
     * ids.
     *
     * @param inputs of one area, each holding nothing that was published after {@code asOf}
     * @param reference what all areas say of growth
     */
    public static List<SeriesOutcome> project(
            Collection<SeriesInput> inputs, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        return coherent(inputs, year, tables.year(), reference, input -> alone(input, year, asOf, tables, reference));
    }

    /** Returns the projection of one series by itself, which {@link #coherent} starts from. */
    public static SeriesOutcome alone(
            SeriesInput input, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        return SeriesProjector.project(input, year, asOf, tables, reference);
    }

    /**
     * Returns the projections as {@link #project} does.
     *
     * @param calendar the year of the area
     * @param alone {@link #alone} of the same year, day and reference, as worked out now or before
     */
    public static List<SeriesOutcome> coherent(
            Collection<SeriesInput> inputs,
            int year,
            ReportingYear calendar,
            GrowthReference reference,
            Function<SeriesInput, SeriesOutcome> alone) {
        Map<SeriesId, SeriesInput> byId = new TreeMap<>();
        inputs.forEach(input -> byId.put(input.id(), input));
        List<SeriesOutcome> outcomes = new ArrayList<>();
        for (SeriesInput input : inputs) {
            SeriesOutcome outcome = alone.apply(input);
            outcomes.add(
                    outcome instanceof SeriesProjection projection
                            ? ofUnits(projection, input, byId, calendar)
                            : outcome);
            change(input, year).filter(change -> !byId.containsKey(change.id())).ifPresent(outcomes::add);
        }
        return CoherentProjections.of(outcomes, AreaBases.of(inputs, year, calendar, reference));
    }

    /** Returns a share of counted units with a rule for their falling number; any other projection as it is. */
    private static SeriesProjection ofUnits(
            SeriesProjection projection, SeriesInput input, Map<SeriesId, SeriesInput> all, ReportingYear calendar) {
        if (!projection.method().code().equals(DatedWalk.METHOD)) {
            return projection;
        }
        return input.facts().quotients().stream()
                .filter(quotient -> !quotient.isGrowth())
                .flatMap(quotient -> units(quotient, input.id(), all).stream())
                .flatMap(units ->
                        DatedWalk.project(SeriesHistory.of(input, projection.year()), Optional.of(units), calendar)
                                .stream())
                .findFirst()
                .map(walk -> SeriesProjector.asRebuilt(walk, input))
                .orElse(projection);
    }

    private static Optional<CountedUnits> units(Quotient quotient, SeriesId share, Map<SeriesId, SeriesInput> all) {
        SeriesInput meeting = all.get(new SeriesId(
                share.areaCode(), quotient.numeratorCode(), share.activityCode(), quotient.numeratorPrices()));
        SeriesInput units = all.get(new SeriesId(
                share.areaCode(), quotient.denominatorCodes().get(0), share.activityCode(), PriceBasis.NONE));
        return meeting == null || units == null || quotient.denominatorCodes().size() != 1
                ? Optional.empty()
                : Optional.of(new CountedUnits(quotient, meeting, units));
    }

    /** Returns the change of a percentage whose year before is not known either. */
    private static Optional<SeriesProjection> change(SeriesInput input, int year) {
        return input.facts().unitCode().equals("pct")
                ? AnnualProjection.ofChange(
                                SeriesHistory.of(input, year),
                                AccountIdentities.about(input.id(), Indicator.CHANGE),
                                "pct_points")
                        .map(change -> SeriesProjector.asRebuilt(change, input))
                : Optional.empty();
    }

    /** Returns what the series of one area say of growth; empty if none of them says anything. */
    public static Optional<GrowthReference> growth(Collection<SeriesInput> inputs) {
        List<SeriesInput> told =
                inputs.stream().filter(AreaProjector::isOfReference).toList();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        GrowthReference.of(told, Area.nationOf(told.get(0).id().areaCode())));
    }

    /** Returns whether a series is among those that {@link GrowthReference} is made of. */
    public static boolean isOfReference(SeriesInput input) {
        return Area.isNation(input.id().areaCode())
                || input.facts().kind() == IndicatorKind.GROWTH
                || input.id().priceBasis().isConstant();
    }
}
