package vn.chitieu.account.leastsquares;

import java.util.List;

/**
 * What a figure measures of the cells: {@code offset + scale × product of numerators / product of denominators}.
 *
 * <p>A level has one numerator and no denominator; a rate of growth in percent is {@code -100 + 100 × x / y}; a share,
 * a contribution, a figure per head and its growth are ratios too.
 */
public record Ratio(List<LinearForm> numerators, List<LinearForm> denominators, double scale, double offset) {

    public Ratio {
        numerators = List.copyOf(numerators);
        denominators = List.copyOf(denominators);
    }

    /** Returns a sum of cells itself. */
    public static Ratio level(LinearForm form) {
        return new Ratio(List.of(form), List.of(), 1, 0);
    }

    /** Returns {@code 100 × part / whole}. */
    public static Ratio percent(LinearForm part, LinearForm whole) {
        return new Ratio(List.of(part), List.of(whole), 100, 0);
    }

    /** Returns {@code 100 × current / previous − 100}. */
    public static Ratio growth(LinearForm current, LinearForm previous) {
        return new Ratio(List.of(current), List.of(previous), 100, -100);
    }

    /** Returns its value; not finite where a denominator is 0. */
    public double at(double[] x) {
        double value = scale;
        for (LinearForm numerator : numerators) {
            value *= numerator.at(x);
        }
        for (LinearForm denominator : denominators) {
            value /= denominator.at(x);
        }
        return value + offset;
    }

    /** Returns its derivative by each cell. */
    LinearForm gradient(double[] x) {
        LinearForm gradient = LinearForm.sum();
        for (int i = 0; i < numerators.size(); i++) {
            double others = scale;
            for (int j = 0; j < numerators.size(); j++) {
                others *= i == j ? 1 : numerators.get(j).at(x);
            }
            for (LinearForm denominator : denominators) {
                others /= denominator.at(x);
            }
            gradient = gradient.plus(others, numerators.get(i));
        }
        double value = at(x) - offset;
        for (LinearForm denominator : denominators) {
            gradient = gradient.plus(-value / denominator.at(x), denominator);
        }
        return gradient;
    }
}
