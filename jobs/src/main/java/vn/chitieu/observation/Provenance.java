package vn.chitieu.observation;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Where a number comes from.
 *
 * @param vintageDate when the latest figure that it rests on became known
 * @param methodCode how it was made: {@code published}, or the name of the arithmetic
 */
public record Provenance(Origin origin, ObservationStatus status, LocalDate vintageDate, String methodCode)
        implements Serializable {}
