package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.math.MathContext;
import vn.chitieu.text.LocalizedText;

/**
 * What one known number lets expect of a figure.
 *
 * @param reference the known number
 * @param name what it is, such as {@code in Jan–Jun 2024}
 * @param centre the value expected
 * @param width how far off it may be: of logarithms, or in the unit if linear
 * @param usual how far off it is where nothing unusual happens; not above {@code width}
 * @param isLinear whether the figure may pass through zero
 * @param isCount whether it counts things, of which a few more or less say nothing
 */
record Expectation(
        Comparison comparison,
        BigDecimal reference,
        LocalizedText name,
        double centre,
        double width,
        double usual,
        boolean isLinear,
        boolean isCount) {

    private static final MathContext PRINTED = new MathContext(3);

    /** Where n things are expected, up to 3 × (√n + 1) more or less are counted by chance. */
    private static final double CHANCE = 3;

    /** What an amount or count must be expected to reach before none at all is out of the question. */
    private static final double SURELY_SOME = 7;

    /** Returns how far a value is off, in widths: at most 1 is plausible; infinite for another sign. */
    double misfit(BigDecimal value) {
        double x = value.doubleValue();
        if (isLinear) {
            return Math.abs(x - centre) / width;
        }
        if (x == 0) {
            return centre >= SURELY_SOME ? Double.POSITIVE_INFINITY : 0;
        }
        if (x < 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (isCount && Math.abs(x - centre) <= CHANCE * (Math.sqrt(centre) + 1)) {
            return 0;
        }
        return Math.abs(deviation(value)) / width;
    }

    /** Returns whether a value is plausible, but further off than is usual. */
    boolean isUnusual(BigDecimal value) {
        return usual < width && misfit(value) <= 1 && misfit(value) * width > usual;
    }

    /** Returns the same expectation with nothing but what is usual in it. */
    Expectation ofUsual() {
        return new Expectation(comparison, reference, name, centre, usual, usual, isLinear, isCount);
    }

    /** Returns how far a value is off on the scale of the width, below 0 if it is too small. */
    double deviation(BigDecimal value) {
        double x = value.doubleValue();
        if (isLinear) {
            return x - centre;
        }
        return x > 0 ? Math.log(x / centre) : Double.NEGATIVE_INFINITY;
    }

    /** Returns the smallest plausible value, to three digits. */
    BigDecimal least() {
        return printed(isLinear ? centre - width : centre * Math.exp(-width));
    }

    /** Returns the largest plausible value, to three digits. */
    BigDecimal most() {
        return printed(isLinear ? centre + width : centre * Math.exp(width));
    }

    private static BigDecimal printed(double value) {
        BigDecimal rounded = new BigDecimal(value).round(PRINTED).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
