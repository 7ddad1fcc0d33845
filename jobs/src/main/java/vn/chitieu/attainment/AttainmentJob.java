package vn.chitieu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import vn.chitieu.observation.ReleaseDays;
import vn.chitieu.observation.Units;
import vn.chitieu.programme.DeclaredGaps;
import vn.chitieu.programme.Programme;
import vn.chitieu.projection.AreaProjection;
import vn.chitieu.projection.SeriesId;
import vn.chitieu.projection.SeriesOutcome;

/** Judges the programmes of each area by its projections. */
public final class AttainmentJob {

    private AttainmentJob() {}

    /** Returns one judgement per programme whose area and year are among the projections. */
    public static Dataset<ProgrammeVerdicts> run(
            Dataset<AreaProjection> projections,
            List<Programme> programmes,
            LocalDate asOf,
            DeclaredGaps gaps,
            Units units,
            ReleaseDays releaseDays) {
        List<Programme> all = new ArrayList<>(programmes);
        FlatMapFunction<AreaProjection, ProgrammeVerdicts> judge = projection ->
                verdicts(projection, all, asOf, gaps, units, releaseDays).iterator();
        return projections.flatMap(judge, Encoders.javaSerialization(ProgrammeVerdicts.class));
    }

    /** Returns the judgement of a programme whose area has no series at all: every target with its reason. */
    public static ProgrammeVerdicts withoutSeries(
            Programme programme, LocalDate asOf, DeclaredGaps gaps, Units units, ReleaseDays releaseDays) {
        return Attainment.judge(programme, asOf, Map.of(), gaps, units, releaseDays);
    }

    private static List<ProgrammeVerdicts> verdicts(
            AreaProjection projection,
            List<Programme> programmes,
            LocalDate asOf,
            DeclaredGaps gaps,
            Units units,
            ReleaseDays releaseDays) {
        Map<SeriesId, SeriesOutcome> outcomes = new TreeMap<>();
        projection.outcomes().forEach(outcome -> outcomes.put(outcome.id(), outcome));
        List<ProgrammeVerdicts> verdicts = new ArrayList<>();
        for (Programme programme : programmes) {
            if (programme.areaCode().equals(projection.task().areaCode())
                    && programme.year() == projection.task().year()) {
                verdicts.add(Attainment.judge(programme, asOf, outcomes, gaps, units, releaseDays));
            }
        }
        return verdicts;
    }
}
