package vn.chitieu.track;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitieu.attainment.TargetAttainment;
import vn.chitieu.programme.TargetVersion;
import vn.chitieu.projection.PastYear;
import vn.chitieu.projection.Quantiles;
import vn.chitieu.projection.SeriesProjection;
import vn.chitieu.projection.distribution.PredictiveDistribution;

/**
 * Everything stated so far, oldest first within each subject, and how it came out.
 *
 * <p>A run takes the record of the run before it, adds what it says itself and looks which years are over. Of the runs
 * of one month only the last stays, so that a year weighs as much whether nights are run daily or monthly.
 */
public final class TrackRecord {

    private final List<TrackEntry> entries;

    /** A record of entries in any order, of each statement one. */
    public TrackRecord(Collection<TrackEntry> entries) {
        this.entries = List.copyOf(new TreeSet<>(entries));
    }

    public List<TrackEntry> entries() {
        return entries;
    }

    /**
     * Returns this record with what a run states.
     *
     * @param asOf of the run
     */
    public TrackRecord with(Collection<Statement> statements, LocalDate asOf) {
        YearMonth month = YearMonth.from(asOf);
        TreeSet<TrackEntry> all = new TreeSet<>();
        statements.forEach(statement -> all.add(new TrackEntry(statement, null)));
        entries.stream()
                .filter(entry -> entry.statement().occasion().isReplay()
                        || !YearMonth.from(entry.statement().occasion().day()).equals(month))
                .forEach(all::add); // a replay of the same day stands back behind the run
        return new TrackRecord(all);
    }

    /**
     * Returns this record with the outturns that a run knows. What was known before stays where the run knows nothing.
     *
     * @param projections of the run, whose histories say what years came to
     * @param attainments of the run
     */
    public TrackRecord resolved(
            Collection<SeriesProjection> projections, Collection<TargetAttainment> attainments, LocalDate asOf) {
        Map<Subject, Double> years = years(projections);
        Map<Subject, TargetAttainment> complete = complete(attainments);
        return new TrackRecord(entries.stream()
                .map(entry -> resolved(entry, years, complete, asOf))
                .toList());
    }

    private static TrackEntry resolved(
            TrackEntry entry, Map<Subject, Double> years, Map<Subject, TargetAttainment> complete, LocalDate asOf) {
        Statement statement = entry.statement();
        Subject subject = statement.subject();
        if (subject.isTarget()) {
            TargetAttainment end = complete.get(subject);
            Double value = end == null ? null : end.forecast().point();
            return end == null || value == null ? entry : with(entry, value, isReached(statement, end, value), asOf);
        }
        Double value = years.get(subject);
        return value == null ? entry : with(entry, value, Statements.isReached(statement.stake(), value), asOf);
    }

    /** Returns whether the target is met as it stood when the statement was made. */
    private static @Nullable Boolean isReached(Statement statement, TargetAttainment end, double value) {
        Stake stake = statement.stake();
        if (stake == null) {
            return null;
        }
        TargetVersion version = end.target().versionsAsOf(statement.occasion().day()).stream()
                .filter(v -> v.value() != null && v.value() == stake.target())
                .reduce((earlier, later) -> later)
                .orElse(end.version()); // last year's value is asked for by a version that names none
        return end.target().band(version, stake.target()).isMetBy(value);
    }

    /** Returns an entry with its outturn; a value that stays keeps the day on which it became known. */
    private static TrackEntry with(TrackEntry entry, double value, @Nullable Boolean isReached, LocalDate asOf) {
        Outturn before = entry.outturn();
        LocalDate knownOn = before != null && before.value() == value ? before.knownOn() : asOf;
        return new TrackEntry(entry.statement(), new Outturn(value, knownOn, isReached));
    }

    private static Map<Subject, Double> years(Collection<SeriesProjection> projections) {
        Map<Subject, Double> years = new HashMap<>();
        for (SeriesProjection projection : projections) {
            for (PastYear past : projection.history()) {
                years.put(Subject.of(projection.id(), past.year(), projection.unitCode()), past.annual());
            }
            PredictiveDistribution distribution = projection.distribution();
            if (distribution != null && Statements.isCertain(Quantiles.of(distribution))) {
                years.put(Subject.of(projection.id(), projection.year(), projection.unitCode()), projection.point());
            }
        }
        return years;
    }

    private static Map<Subject, TargetAttainment> complete(Collection<TargetAttainment> attainments) {
        Map<Subject, TargetAttainment> complete = new TreeMap<>();
        for (TargetAttainment attainment : attainments) {
            Quantiles quantiles = attainment.forecast().quantiles();
            if (attainment.isHeadline() && quantiles != null && Statements.isCertain(quantiles)) {
                complete.put(Statements.subject(attainment), attainment);
            }
        }
        return complete;
    }
}
