package vn.chitieu.track;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.ReportingYears;
import vn.chitieu.programme.ExpertJudgement;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesProjection;

/**
 * The record that a run publishes, made area by area: what was stated of an area before, and what the run says of it.
 */
public final class RunRecord {

    private final LocalDate asOf;
    private final ReportingYears years;
    private final Stated before;
    private final List<ExpertJudgement> judgements;
    private final Map<String, List<TargetAttainment>> ofAreas;
    private final Map<String, List<TargetAttainment>> ofProgrammes;

    /**
     * Begins the record of a run.
     *
     * @param attainments of the run
     * @param judgements of persons, whether in force or not
     */
    public RunRecord(
            LocalDate asOf,
            ReportingYears years,
            Stated before,
            Collection<TargetAttainment> attainments,
            Collection<ExpertJudgement> judgements) {
        this.asOf = asOf;
        this.years = years;
        this.before = before;
        this.judgements = List.copyOf(judgements);
        this.ofAreas = attainments.stream()
                .collect(Collectors.groupingBy(
                        attainment -> attainment.programme().areaCode()));
        this.ofProgrammes = attainments.stream().collect(Collectors.groupingBy(TargetAttainment::programmeId));
    }

    /** What was stated until a run, area by area. */
    public interface Stated {

        /** Returns the areas of which something was. */
        NavigableSet<String> areas();

        /** Returns what was stated of an area. */
        TrackRecord of(String areaCode);
    }

    /** Returns the areas of which something was stated, or is of a target; of those projected too something may be. */
    public NavigableSet<String> areas() {
        NavigableSet<String> areas = new TreeSet<>(before.areas());
        areas.addAll(ofAreas.keySet());
        return areas;
    }

    /**
     * Returns the record of an area.
     *
     * @param projections of its series
     * @param figures every vintage of its figures; those published later are not looked at
     */
    public TrackRecord of(String areaCode, Collection<SeriesProjection> projections, Collection<Observation> figures) {
        Predicate<SeriesId> isRealTime = realTime(areaCode, figures);
        List<TargetAttainment> targets = ofAreas.getOrDefault(areaCode, List.of());
        List<Statement> statements = new ArrayList<>(Statements.ofSeries(projections, asOf, isRealTime));
        statements.addAll(Statements.ofTargets(targets, asOf, isRealTime));
        statements.addAll(Statements.ofJudgements(judgements, targets, asOf));
        TrackRecord stated = before.of(areaCode).with(statements, asOf);
        return stated.resolved(projections, ofProgrammes(stated), asOf);
    }

    /** Returns the attainments of the programmes that a record names, whichever area they are of today. */
    private List<TargetAttainment> ofProgrammes(TrackRecord record) {
        return record.entries().stream()
                .map(entry -> entry.statement().subject().programmeId())
                .distinct()
                .flatMap(programme -> ofProgrammes.getOrDefault(programme, List.of()).stream())
                .toList();
    }

    /**
     * Returns whether the figures of a series, of the as-of year and the year before, stood in sources of the day; of a
     * series without figures of its own, whether all of its area did.
     */
    private Predicate<SeriesId> realTime(String areaCode, Collection<Observation> figures) {
        Map<SeriesId, Boolean> ofSeries = new HashMap<>();
        int year = years.of(areaCode).yearOf(asOf);
        for (Observation latest : Vintages.latestByKey(figures, asOf).values()) {
            ObservationKey key = latest.key();
            if (key.period().year() >= year - 1) {
                ofSeries.merge(
                        new SeriesId(areaCode, key.indicatorCode(), key.activityCode(), key.priceBasis()),
                        !latest.sourceDate().isAfter(asOf),
                        Boolean::logicalAnd);
            }
        }
        boolean isAll = !ofSeries.isEmpty() && !ofSeries.containsValue(false);
        return series -> ofSeries.getOrDefault(series, isAll);
    }
}
