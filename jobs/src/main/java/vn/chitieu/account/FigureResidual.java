package vn.chitieu.account;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Observation;

/**
 * How one published figure agrees with the balanced account.
 *
 * @param knownOn the day from which it counts
 * @param standardDeviation what rounding in print leaves open, in the figure's unit
 * @param fitted what all figures together say of it as of its vintage; null if it was rejected before the balance
 * @param standardisedResidual value less {@code fitted} in standard deviations of that difference; 0 if untestable
 * @param latest what the account says of it now, revisions included; null where it does not determine it
 * @param opponents the figures that contradict it, the weightiest first; empty unless it stands apart
 */
public record FigureResidual(
        Observation figure,
        LocalDate knownOn,
        double standardDeviation,
        @Nullable Double fitted,
        double standardisedResidual,
        @Nullable Double latest,
        Verdict verdict,
        List<Observation> opponents)
        implements Serializable {

    public FigureResidual {
        opponents = List.copyOf(opponents);
    }

    /** What became of a figure. */
    public enum Verdict {
        AGREES,
        /** The same value as a figure that is in the balance. */
        REPEATS,
        /** Nothing else bears on it. */
        UNTESTABLE,
        /** More than 3 standard deviations from what the others say, and therefore not in the balance. */
        REJECTED,
        /** As far apart, but final, so that it stays. */
        STANDS_AGAINST_OTHERS,
        /**
         * Contradicts figures of its own release that fit as badly: which of them is wrong is not known, and all stay
         * with errors as large as the contradiction.
         */
        UNRESOLVED,
        /** Cannot be what it claims to be, see the finding; not in the balance. */
        REJECTED_BY_SCREEN;

        public String code() {
            return switch (this) {
                case REJECTED -> "set_aside";
                case REJECTED_BY_SCREEN -> "left_out";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }
}
