package vn.chitieu.projection;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * The part of the projected year that is known.
 *
 * @param lastPeriod the last known period, null where nothing of the year is known
 * @param periods how many are known, 0 where none is; those that are {@code interpolated} are not among them
 * @param ytd what they bring, with what is interpolated; null for annual methods and for growth rates
 * @param interpolated periods before the last one that have no figure and were interpolated
 */
public record KnownPart(
        @Nullable Period lastPeriod, int periods, @Nullable Double ytd, List<Period> interpolated)
        implements Serializable {

    public KnownPart {
        interpolated = List.copyOf(interpolated);
    }

    /** A part without a gap. */
    public KnownPart(@Nullable Period lastPeriod, int periods, @Nullable Double ytd) {
        this(lastPeriod, periods, ytd, List.of());
    }
}
