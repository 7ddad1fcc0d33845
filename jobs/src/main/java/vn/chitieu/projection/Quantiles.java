package vn.chitieu.projection;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** The median of a distribution with the ends of its 80 and 95 percent prediction intervals. */
public record Quantiles(double p2_5, double p10, double p50, double p90, double p97_5) implements Serializable {

    public Quantiles {
        if (!(p2_5 <= p10 && p10 <= p50 && p50 <= p90 && p90 <= p97_5)) { // also refuses NaN
            throw new IllegalArgumentException("Expecting quantiles that ascend but were %s, %s, %s, %s, %s"
                    .formatted(p2_5, p10, p50, p90, p97_5));
        }
    }

    public static Quantiles of(PredictiveDistribution distribution) {
        return new Quantiles(
                distribution.quantile(0.025),
                distribution.quantile(0.1),
                distribution.quantile(0.5),
                distribution.quantile(0.9),
                distribution.quantile(0.975));
    }

    /** Returns the quantiles of a rising function of what these are quantiles of. */
    public Quantiles map(DoubleUnaryOperator rising) {
        return new Quantiles(
                rising.applyAsDouble(p2_5),
                rising.applyAsDouble(p10),
                rising.applyAsDouble(p50),
                rising.applyAsDouble(p90),
                rising.applyAsDouble(p97_5));
    }

    /** Returns the length of the 95 percent prediction interval. */
    double width95() {
        return p97_5 - p2_5;
    }
}
