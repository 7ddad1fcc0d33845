package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * The annual value projected.
 *
 * @param rest what the projection adds to the known part; null where that has no value
 * @param distribution what is believed about the annual value; null where no interval can be given
 * @param errorScale the scale of the distribution, in logs or in its own unit; null without one
 */
public record Forecast(
        @Nullable Double rest,
        double point,
        @Nullable PredictiveDistribution distribution,
        @Nullable Double errorScale) implements Serializable {}
