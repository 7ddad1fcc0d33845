package vn.chitieu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.series.SeriesInputs;
import vn.chitieu.track.Statement;
import vn.chitieu.track.Statements;
import vn.chitieu.track.TrackRecord;

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
     * @param stated until the run before; empty for a first run
     * @param judgements of persons, whether in force or not
     */
    TrackRecord of(
            LocalDate asOf,
            Figures observations,
            Computed now,
            Optional<TrackRecord> stated,
            Collection<ExpertJudgement> judgements) {
        TrackRecord before = stated.orElseGet(() -> replayed(observations, asOf));
        Predicate<SeriesId> isRealTime = realTime(observations, asOf);
        List<SeriesProjection> series = now.projections().areas().stream().flatMap(area -> now.projections().series(area).stream()).toList();
        List<Statement> statements = new ArrayList<>(Statements.ofSeries(series, asOf, isRealTime));
        statements.addAll(Statements.ofTargets(now.attainments(), asOf, isRealTime));
        statements.addAll(Statements.ofJudgements(judgements, now.attainments(), asOf));
        return before.with(statements, asOf).resolved(series, now.attainments(), asOf);
    }

    private TrackRecord replayed(Figures observations, LocalDate asOf) {
        return new TrackRecord(stages.past(observations, asOf, asOf.getYear() - PAST_YEARS, MONTHS));
    }

    /**
     * Returns whether the figures of a series, of the as-of year and the year before, stood in sources of the day; of a
     * series without figures of its own, whether all of its area did.
     */
    private Predicate<SeriesId> realTime(Figures observations, LocalDate asOf) {
        Map<String, Boolean> ofAreas = new HashMap<>();
        Map<SeriesId, Boolean> ofSeries = new HashMap<>();
        for (String area : observations.areas()) {
            int year = stages.codelists().reportingYears().of(area).yearOf(asOf);
            for (Observation latest :
                    Vintages.latestByKey(observations.of(area), asOf).values()) {
                if (latest.key().period().year() >= year - 1) {
                    boolean isOfTheDay = !latest.sourceDate().isAfter(asOf);
                    ofAreas.merge(area, isOfTheDay, Boolean::logicalAnd);
                    ofSeries.merge(SeriesInputs.id(latest.key()), isOfTheDay, Boolean::logicalAnd);
                }
            }
        }
        return series -> ofSeries.getOrDefault(series, ofAreas.getOrDefault(series.areaCode(), false));
    }
}
