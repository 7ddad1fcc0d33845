package vn.chitieu.attainment;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;

/**
 * Where a number comes from.
 *
 * @param vintageDate when its latest figure became known; null without any
 * @param methodCode {@code none} without a method
 */
public record Provenance(
        Origin origin, ObservationStatus status, @Nullable LocalDate vintageDate, String methodCode)
        implements Serializable {}
