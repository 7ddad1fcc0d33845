package vn.chitieu.observation;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Whether the department in charge judges a target without number as met.
 *
 * @param period at whose end it judged
 * @param published when it was reported
 */
public record UnitAssessment(
        String programmeId,
        String targetId,
        boolean isMet,
        Period period,
        LocalDate published,
        String sender,
        String causes,
        String solutions,
        String deliveryId)
        implements Serializable {}
