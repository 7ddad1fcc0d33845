package vn.chitieu.projection;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.Period;

/**
 * The part of the projected year that is known.
 *
 * @param lastPeriod the last known period, null where nothing of the year is known
 * @param periods how many are known, 0 where none is
 * @param ytd what they bring; null for annual methods and for growth rates
 */
public record KnownPart(
        @Nullable Period lastPeriod, int periods, @Nullable Double ytd) implements Serializable {}
