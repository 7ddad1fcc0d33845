package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.observation.Units;
import vn.chitieu.observation.codelist.ReleaseDays;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;

/** What programmes are judged by beside their projections. */
public record JudgingRules(DeclaredGaps gaps, Units units, ReleaseDays releaseDays) {

    /**
     * Returns one judgement per programme, in the order of their ids; of a programme whose area has no series at all
     * every target with its reason.
     *
     * @param projections of any areas and years
     */
    public List<ProgrammeVerdicts> verdicts(
            Collection<AreaProjection> projections, List<Programme> programmes, LocalDate asOf) {
        List<ProgrammeVerdicts> verdicts = new ArrayList<>();
        for (Programme programme : programmes) {
            Map<SeriesId, SeriesOutcome> outcomes = new TreeMap<>();
            projections.stream()
                    .filter(projection ->
                            programme.areaCode().equals(projection.task().areaCode())
                                    && programme.year() == projection.task().year())
                    .forEach(projection ->
                            projection.outcomes().forEach(outcome -> outcomes.put(outcome.id(), outcome)));
            verdicts.add(Attainment.judge(programme, asOf, outcomes, gaps, units, releaseDays));
        }
        verdicts.sort(Comparator.comparing(ProgrammeVerdicts::programmeId));
        return verdicts;
    }
}
