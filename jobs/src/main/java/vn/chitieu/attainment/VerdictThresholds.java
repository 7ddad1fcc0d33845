package vn.chitieu.attainment;

import java.io.Serializable;

/**
 * From which probability on a target is called likely or unlikely.
 *
 * @param likely lowest probability of {@link Verdict#LIKELY}
 * @param unlikely highest probability of {@link Verdict#UNLIKELY}, below {@code likely}
 */
public record VerdictThresholds(double likely, double unlikely) implements Serializable {

    private static final double NOISE = 1e-9;

    public VerdictThresholds {
        if (!(0 <= unlikely && unlikely < likely && likely <= 1)) {
            throw new IllegalArgumentException(
                    "Expecting 0 <= unlikely < likely <= 1 but were %s and %s".formatted(unlikely, likely));
        }
    }

    /** Returns 0.8 and 0.2. */
    public static VerdictThresholds usual() {
        return new VerdictThresholds(0.8, 0.2);
    }

    /** Returns the verdict that a probability of attainment alone allows; noise of arithmetic decides none. */
    public Verdict verdict(double probability) {
        if (probability >= likely - NOISE) {
            return Verdict.LIKELY;
        }
        return probability <= unlikely + NOISE ? Verdict.UNLIKELY : Verdict.UNCERTAIN;
    }
}
