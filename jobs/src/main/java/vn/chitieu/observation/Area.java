package vn.chitieu.observation;

import java.time.LocalDate;
import java.util.Optional;
import vn.chitieu.text.LocalizedText;

/**
 * A territory of {@code CL_AREA}.
 *
 * @param level country or province
 * @param parentCode the area it belongs to; empty for the country
 * @param validTo its last day; empty while it exists
 * @param sourceCode its name in deliveries
 */
public record Area(
        String code,
        LocalizedText name,
        String level,
        Optional<String> parentCode,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String sourceCode) {}
