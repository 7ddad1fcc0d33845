package vn.chitieu.observation.plausibility;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a programme sets for a year: the total of the year, or the state at its end.
 *
 * @param issuedOn from when it is known
 */
public record PlannedFigure(
        String areaCode,
        String indicatorCode,
        String activityCode,
        String unitCode,
        int year,
        BigDecimal value,
        LocalDate issuedOn) {}
