package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import vn.chitieu.observation.IndicatorKind;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesOutcome;
import vn.chitieu.projection.dense.PooledTables;
import vn.chitieu.projection.series.SeriesInput;
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
        return coherent(inputs, year, reference, input -> alone(input, year, asOf, tables, reference));
    }

    /** Returns the projection of one series by itself, which {@link #coherent} starts from. */
    public static SeriesOutcome alone(
            SeriesInput input, int year, LocalDate asOf, PooledTables tables, GrowthReference reference) {
        return SeriesProjector.project(input, year, asOf, tables, reference);
    }

    /**
     * Returns the projections as {@link #project} does.
     *
     * @param alone {@link #alone} of the same year, day and reference, as worked out now or before
     */
    public static List<SeriesOutcome> coherent(
            Collection<SeriesInput> inputs,
            int year,
            GrowthReference reference,
            Function<SeriesInput, SeriesOutcome> alone) {
        return CoherentProjections.of(inputs.stream().map(alone).toList(), AreaBases.of(inputs, year, reference));
    }

    /** Returns whether a series is among those that {@link GrowthReference} is made of. */
    public static boolean isOfReference(SeriesInput input, String nationCode) {
        return input.id().areaCode().equals(nationCode)
                || input.facts().kind() == IndicatorKind.GROWTH
                || input.id().priceBasis() == PriceBasis.CONSTANT_2010;
    }
}
