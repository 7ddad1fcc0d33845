package vn.chitieu.notebook.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.chitieu.notebook.text.NumberFormats;

/**
 * Where numbers stand on one axis of a chart.
 *
 * @param low the number at {@code start}
 * @param high the number at {@code end}, above {@code low}
 * @param start position in units of the drawing
 */
public record ChartScale(double low, double high, double start, double end) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    public ChartScale {
        if (!(high > low)) {
            throw new IllegalArgumentException("Expecting a scale from low to high but was " + low + " to " + high);
        }
    }

    /**
     * Returns a scale that holds all numbers with some air around them.
     *
     * @param fromZero whether lengths are compared, so that the axis must hold zero
     */
    public static ChartScale holding(List<Double> numbers, boolean fromZero, double start, double end) {
        double low = numbers.stream().min(Comparator.naturalOrder()).orElse(0.0);
        double high = numbers.stream().max(Comparator.naturalOrder()).orElse(1.0);
        if (fromZero) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        double air = high > low ? (high - low) * 0.08 : Math.max(Math.abs(high) * 0.1, 1);
        return new ChartScale(fromZero && low == 0 ? 0 : low - air, high + air, start, end);
    }

    double at(double number) {
        return start + (number - low) / (high - low) * (end - start);
    }

    /** Returns round numbers inside the scale, at most {@code count} + 1 of them. */
    public List<Double> ticks(int count) {
        double rough = (high - low) / count;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * magnitude;
        for (double candidate : STEPS) {
            if (candidate * magnitude >= rough) {
                step = candidate * magnitude;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Returns the label of a tick, with as many decimals as the ticks need to differ. */
    static String tickLabel(double tick, List<Double> ticks, NumberFormats numbers) {
        return numbers.number(tick, tickDecimals(ticks));
    }

    /** Returns how many decimals the ticks need to differ. */
    static int tickDecimals(List<Double> ticks) {
        if (ticks.size() < 2) {
            return 1;
        }
        double step = ticks.get(1) - ticks.get(0);
        for (int decimals = 0; decimals < 4; decimals++) {
            double scaled = step * Math.pow(10, decimals);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6 * scaled) {
                return decimals;
            }
        }
        return 4;
    }

    /** Returns the positions moved apart so that each is at least {@code gap} from the next, in the order given. */
    static double[] spread(double[] wanted, double gap, double lowest, double highest) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> wanted[i]).thenComparing(i -> i))
                .toList();
        double[] placed = new double[wanted.length];
        double next = lowest;
        for (int i : order) {
            placed[i] = Math.max(wanted[i], next);
            next = placed[i] + gap;
        }
        double last = highest;
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k);
            placed[i] = Math.min(placed[i], last);
            last = placed[i] - gap;
        }
        return placed;
    }
}
