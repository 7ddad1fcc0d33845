package vn.chitieu.night;

import java.time.LocalDate;
import vn.chitieu.programme.Programme;

/**
 * A programme as a night tells of it.
 *
 * @param status on the as-of date
 */
public record JudgedProgramme(String programmeId, LocalDate adoptedOn, Programme.Status status) {

    static JudgedProgramme of(Programme programme, LocalDate asOf) {
        return new JudgedProgramme(programme.programmeId(), programme.adoptedOn(), programme.status(asOf));
    }

    /** Returns whether there is anything to judge yet. */
    public boolean isAdopted() {
        return status != Programme.Status.NOT_YET_ADOPTED;
    }
}
