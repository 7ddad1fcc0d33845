package vn.chitieu.observation;

import java.time.LocalDate;

/**
 * An area that became part of another, a line of {@code area_composition.csv}.
 *
 * @param wholeCode the area that it became part of
 * @param partCode the area as it was before
 * @param validFrom the first day of the whole
 */
public record AreaPart(String wholeCode, String partCode, LocalDate validFrom) {}
