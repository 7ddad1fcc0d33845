package vn.chitieu.projection.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.series.AccountIdentities;
import vn.chitieu.projection.series.SeriesFigures;
import vn.chitieu.projection.series.SeriesInput;

class PriceDriftTest {

    private static final SeriesId PRODUCT = AccountIdentities.grossProduct("VN-HG", PriceBasis.CURRENT);
    private static final SeriesId SERVICES = AccountIdentities.activity("VN-HG", "S3", PriceBasis.CURRENT);

    /** Growth at current prices that changes of prices, in logarithms, make of a volume that does not grow. */
    private static List<SeriesInput> growth(String area, String activity, int firstYear, double... changes) {
        String code = activity.equals("_T") ? "grdp" : "value_added";
        List<SeriesInput> inputs = new ArrayList<>();
        for (PriceBasis basis : List.of(PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)) {
            String[] figures = new String[changes.length];
            for (int i = 0; i < changes.length; i++) {
                double rate = basis == PriceBasis.CURRENT ? 100 * Math.expm1(changes[i]) : 0;
                figures[i] = (firstYear + i) + " P " + rate;
            }
            SeriesInput input =
                    SeriesFigures.series(area, SeriesFigures.growth(code + "_growth", code), basis, figures);
            inputs.add(new SeriesInput(
                    new SeriesId(area, code + "_growth", activity, basis), input.facts(), input.values()));
        }
        return inputs;
    }

    @SafeVarargs
    private static GrowthReference reference(List<SeriesInput>... inputs) {
        List<SeriesInput> all = new ArrayList<>();
        for (List<SeriesInput> some : inputs) {
            all.addAll(some);
        }
        return GrowthReference.of(all, "VN");
    }

    @Test
    void aloneAYearCountsSevenTenthsOfTheNext() {
        PriceDrift drift = PriceDrift.of(PRODUCT, reference(growth("VN-HG", "_T", 2022, 0.02, 0.04, 0.06)))
                .orElseThrow();

        // weights 0.49, 0.7 and 1 make 2.19
        double mean = (0.49 * 0.02 + 0.7 * 0.04 + 0.06) / 2.19;
        assertThat(drift.mean()).isCloseTo(mean, within(1e-12));
        // they are worth 2.19² / (0.49² + 0.7² + 1) = 2.772 equal years
        double years = 2.19 * 2.19 / 1.7301;
        double squares = 0.49 * Math.pow(0.02 - mean, 2) + 0.7 * Math.pow(0.04 - mean, 2) + Math.pow(0.06 - mean, 2);
        double variance = squares / 2.19 * years / (years - 1);
        assertThat(drift.variance()).isCloseTo(variance, within(1e-12));
        assertThat(drift.meanVariance()).isCloseTo(variance / years, within(1e-12));
        assertThat(drift.degreesOfFreedom()).isCloseTo(years - 1, within(1e-12));
        // two years on
        assertThat(drift.factor(2).scale()).isCloseTo(Math.sqrt(2 * variance + 4 * variance / years), within(1e-12));
        assertThat(drift.factor(2).median()).isCloseTo(Math.exp(2 * mean), within(1e-12));
    }

    @Test
    void theMeanIsDrawnToTheNation() {
        PriceDrift drift = PriceDrift.of(
                        PRODUCT,
                        reference(
                                growth("VN-HG", "_T", 2022, 0.02, 0.04, 0.06),
                                growth("VN", "_T", 2022, 0.02, 0.02, 0.02)))
                .orElseThrow();

        // variance 0.0008 / (2 + 2 of the nation, which has none) = 0.0002
        // weight 3 / 0.0002 of 3 / 0.0002 + 1 / 0.02² = 15,000 / 17,500
        assertThat(drift.variance()).isCloseTo(0.0002, within(1e-12));
        assertThat(drift.mean()).isCloseTo(0.02 + 0.02 * 15_000 / 17_500, within(1e-12));
    }

    @Test
    void pricesOfAPartAreThoseAgainstTheWhole() {
        PriceDrift drift = PriceDrift.relative(
                        SERVICES,
                        PRODUCT,
                        reference(
                                growth("VN-HG", "_T", 2022, 0.05, 0.05, 0.05),
                                growth("VN-HG", "S3", 2022, 0.02, 0.05, 0.08)))
                .orElseThrow();

        // −0.03, 0 and 0.03 around 0: 2 × 0.0009 / 3
        assertThat(drift.mean()).isZero();
        assertThat(drift.variance()).isCloseTo(0.0006, within(1e-12));
    }

    @Test
    void twoYearsSayTooLittle() {
        assertThat(PriceDrift.of(PRODUCT, reference(growth("VN-HG", "_T", 2023, 0.02, 0.04))))
                .isEmpty();
    }
}
