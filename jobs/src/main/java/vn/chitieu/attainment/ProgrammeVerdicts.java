package vn.chitieu.attainment;

import java.io.Serializable;
import java.util.List;

/** The judgement of one programme: a row per version of a target, and the pace each version needs. */
public record ProgrammeVerdicts(String programmeId, List<TargetAttainment> attainments, List<PaceStep> pace)
        implements Serializable {

    public ProgrammeVerdicts {
        attainments = List.copyOf(attainments);
        pace = List.copyOf(pace);
    }
}
