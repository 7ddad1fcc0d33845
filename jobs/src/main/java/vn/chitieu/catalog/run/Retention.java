package vn.chitieu.catalog.run;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which runs are kept when old ones are removed.
 *
 * @param newest how many of the newest runs are kept
 * @param isMonthly whether the last run of each month, by as-of date, is kept too
 */
public record Retention(int newest, boolean isMonthly) {

    public Retention {
        if (newest < 1) {
            throw new IllegalArgumentException("Expecting to keep at least 1 run but was " + newest);
        }
    }

    /**
     * Returns the runs that are not kept, the newest first. The current run and the latest always stay, and so do those
     * that their changes are explained from, without which they could not be computed again.
     */
    public List<PublishedRun> superfluous(Warehouse warehouse) {
        List<PublishedRun> runs = warehouse.runs();
        Set<RunId> kept = new HashSet<>();
        runs.stream().limit(newest).forEach(run -> kept.add(run.runId()));
        Optional<RunId> current =
                warehouse.pointed().or(() -> warehouse.lastGood().map(PublishedRun::runId));
        Stream.concat(current.stream(), warehouse.latest().stream()).forEach(run -> {
            kept.add(run);
            warehouse
                    .listed(run)
                    .flatMap(listed -> listed.identity().predecessor())
                    .ifPresent(kept::add);
        });
        Set<YearMonth> months = new HashSet<>();
        return runs.stream()
                .filter(run -> !(months.add(YearMonth.from(run.manifest().asOfDate())) && isMonthly))
                .filter(run -> !kept.contains(run.runId()))
                .toList();
    }
}
