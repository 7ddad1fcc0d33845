package vn.chitieu.projection.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.projection.dense.CombinedForecast;
import vn.chitieu.projection.dense.ErrorScale;
import vn.chitieu.projection.dense.OriginForecast;
import vn.chitieu.projection.forecaster.RegularSeries;

/**
 * Quarters that are equal inside a year and grow by a tenth from each year to the next, from 100 in 2020; known until
 * the first quarter of 2024. All members say the same.
 */
final class GrowingQuarters {

    static final double SIGMA = 0.02;
    static final double VOLATILITY = 0.1;
    static final double FIRST_QUARTER = 100 * Math.pow(1.1, 4);
    private static final int MEMBERS = 11;

    private GrowingQuarters() {}

    static double[] values() {
        List<Double> values = new ArrayList<>();
        for (int year = 0; year < 4; year++) {
            values.addAll(Collections.nCopies(4, 100 * Math.pow(1.1, year)));
        }
        values.add(FIRST_QUARTER);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns what is said of 2024 when all members say {@code point}, as they said right values before. */
    static CombinedForecast saying(double point) {
        return of(values(), point, List.of(all(4 * 133.1), all(4 * 121)));
    }

    static CombinedForecast of(double[] values, double point, List<double[]> earlier) {
        return new CombinedForecast(
                new OriginForecast(
                        2024,
                        1,
                        Aggregation.SUM,
                        values[values.length - 1],
                        new double[MEMBERS][3],
                        all(point),
                        earlier,
                        0.05,
                        new RegularSeries(4, 2020, 1, values),
                        List.of()),
                all(1.0 / MEMBERS),
                point,
                new ErrorScale(true, 1, Math.log(0.01), Math.log(VOLATILITY), Math.log(0.03), SIGMA),
                4);
    }

    static double[] all(double value) {
        double[] all = new double[MEMBERS];
        Arrays.fill(all, value);
        return all;
    }
}
