package vn.chitieu.account.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * A figure of an area whose territory has changed: its own, rebuilt from the areas it was made of, or carried on from
 * the area that it became part of.
 *
 * @param value in {@code unitCode}; null where it cannot be given, which {@code reason} states
 * @param standardError how uncertain the share is that {@code value} was carried on by, in {@code unitCode}; null for
 *     figures that are not estimated
 * @param parts the areas that {@code value} rests on, in order
 * @param missingParts the areas of which a figure is missing, in order
 * @param breakOn the day on which the territory changed
 */
public record RebuiltFigure(
        ObservationKey key,
        @Nullable Double value,
        @Nullable Double standardError,
        String unitCode,
        Origin origin,
        ObservationStatus status,
        LocalDate vintageDate,
        String methodCode,
        List<String> parts,
        List<String> missingParts,
        LocalDate breakOn,
        Reason reason) {

    private static final Words WORDS = Words.of("account");

    public RebuiltFigure {
        parts = List.copyOf(parts);
        missingParts = List.copyOf(missingParts);
        if ((value == null) == (reason == Reason.NONE)) {
            throw new IllegalArgumentException("Expecting a value of " + key + " or a reason why there is none");
        }
    }

    /** Returns whether this is a level summed over every part. */
    public boolean isSumOfParts() {
        return methodCode.equals(MergedArea.SUM_OF_AREAS);
    }

    /** Why there is no value. */
    public enum Reason {
        NONE,
        /** A part has no figure of the same period, so there is no sum. */
        PART_MISSING,
        /** The figure of a part is a spike that no second source confirms. */
        DOUBTFUL_PART,
        /** A ratio is computed again from the parts' numerators and denominators, and one is missing. */
        INPUT_MISSING,
        /** An index, ratio or rank without published numerator and denominator is never averaged. */
        NO_RULE;

        /** Returns the reason in words. */
        public LocalizedText text() {
            return this == NONE ? LocalizedText.EMPTY : WORDS.text("rebuilt." + code());
        }

        public String code() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }
}
