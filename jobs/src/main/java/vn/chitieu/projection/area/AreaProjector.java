package vn.chitieu.projection.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
        List<SeriesOutcome> alone = inputs.stream()
                .map(input -> SeriesProjector.project(input, year, asOf, tables, reference))
                .toList();
        return CoherentProjections.of(alone, AreaBases.of(inputs, year, reference));
    }

    /** Returns whether a series is among those that {@link GrowthReference} is made of. */
    public static boolean isOfReference(SeriesInput input, String nationCode) {
        return input.id().areaCode().equals(nationCode)
                || input.facts().kind() == IndicatorKind.GROWTH
                || input.id().priceBasis() == PriceBasis.CONSTANT_2010;
    }
}
