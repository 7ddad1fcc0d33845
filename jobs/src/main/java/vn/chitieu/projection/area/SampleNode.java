package vn.chitieu.projection.area;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.distribution.KnownValue;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * A number to be drawn together with others.
 *
 * @param distribution its own predictive distribution, which the draws have exactly
 * @param scaledErrors errors of its backtest in units of their expected scale, by year; empty if there is no backtest
 * @param isSector whether it is a part of the same gross product as other nodes that are: such parts move together
 */
record SampleNode(
        SeriesId id, PredictiveDistribution distribution, SortedMap<Integer, Double> scaledErrors, boolean isSector) {

    SampleNode {
        NavigableMap<Integer, Double> finite = new TreeMap<>();
        scaledErrors.forEach((year, error) -> {
            if (Double.isFinite(error)) {
                finite.put(year, error);
            }
        });
        scaledErrors = Collections.unmodifiableNavigableMap(finite);
    }

    /** Returns a node that is known already and the same in every draw. */
    static SampleNode known(SeriesId id, double value) {
        return new SampleNode(id, new KnownValue(value), new TreeMap<>(), false);
    }

    boolean isKnown() {
        return distribution instanceof KnownValue;
    }
}
