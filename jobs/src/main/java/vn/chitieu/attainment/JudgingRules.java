package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.ReleaseDays;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjections;

/** What programmes are judged by beside their projections. */
public record JudgingRules(DeclaredGaps gaps, Units units, ReleaseDays releaseDays) {

    /**
     * Returns one judgement per programme, in the order of their ids; of a programme whose area has no series at all
     * every target with its reason.
     *
     * @param projections of any areas and years, of which those of programmes are asked for
     */
    public List<ProgrammeVerdicts> verdicts(AreaProjections projections, List<Programme> programmes, LocalDate asOf) {
        List<ProgrammeVerdicts> verdicts = new ArrayList<>();
        for (Programme programme : programmes) {
            verdicts.add(Attainment.judge(
                    programme,
                    asOf,
                    projections.outcomes(programme.areaCode(), programme.year()),
                    gaps,
                    units,
                    releaseDays));
        }
        verdicts.sort(Comparator.comparing(ProgrammeVerdicts::programmeId));
        return verdicts;
    }
}
