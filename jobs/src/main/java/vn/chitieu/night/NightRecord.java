package vn.chitieu.night;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.chitieu.catalog.rows.SortedRuns;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.track.RunRecord;

/** The record that a run publishes: that of the run before it, or else years projected again, and its own words. */
final class NightRecord {

    /** The years before a first run that are projected again. */
    private static final int PAST_YEARS = 9;

    /** Nothing, a quarter, half and three quarters of a year known: what a first night has the time for. */
    private static final SortedSet<Integer> MONTHS = new TreeSet<>(Set.of(0, 3, 6, 9));

    private final DayStages stages;

    NightRecord(DayStages stages) {
        this.stages = stages;
    }

    /**
     * Returns the record of a run.
     *
     * @param observations of all areas; those published later are not looked at
     * @param judgements of persons, whether in force or not
     * @param held in which what was stated before is held until the record is made
     */
    RunRecord of(
            Predecessor predecessor,
            Figures observations,
            Computed now,
            Collection<ExpertJudgement> judgements,
            SortedRuns held) {
        LocalDate asOf = predecessor.identity().asOf();
        RunRecord.Stated before = predecessor
                .record(held)
                .orElseGet(() -> stages.past(observations, asOf, asOf.getYear() - PAST_YEARS, MONTHS, held));
        return new RunRecord(asOf, stages.codelists().reportingYears(), before, now.attainments(), judgements);
    }
}
