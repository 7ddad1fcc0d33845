package vn.chitieu.attainment;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/** The values not exceeded with a probability of 2.5, 10, 50, 90 and 97.5 %; null where nothing is known of them. */
public record Quantiles(
        @Nullable Double p2_5,
        @Nullable Double p10,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p97_5) implements Serializable {

    static final Quantiles NONE = new Quantiles(null, null, null, null, null);

    static Quantiles of(PredictiveDistribution distribution) {
        return new Quantiles(
                distribution.quantile(0.025),
                distribution.quantile(0.1),
                distribution.quantile(0.5),
                distribution.quantile(0.9),
                distribution.quantile(0.975));
    }
}
