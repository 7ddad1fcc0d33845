package vn.chitieu.observation;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from.
 *
 * @param vintageDate when the latest figure that it rests on became known; null where it rests on none
 * @param methodCode how it was made: {@code published}, or the name of the arithmetic; {@code none} without a method
 */
public record Provenance(
        Origin origin, ObservationStatus status, @Nullable LocalDate vintageDate, String methodCode)
        implements Serializable {}
