package vn.chitieu.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What became of the series of some areas: of sealed ones an area becomes objects when it is asked for, anew each time.
 */
public final class AreaProjections {

    private final TreeMap<String, List<Year>> areas = new TreeMap<>();

    private AreaProjections() {}

    private record Year(int year, Supplier<AreaProjection> projection) {}

    /** Takes projections of any areas and years. */
    public static AreaProjections of(Collection<AreaProjection> projections) {
        AreaProjections all = new AreaProjections();
        projections.forEach(projection -> all.add(projection.task(), () -> projection));
        return all;
    }

    /** Takes projections of any areas and years, which stay sealed. */
    public static AreaProjections ofSealed(Collection<SealedProjection> projections) {
        AreaProjections all = new AreaProjections();
        projections.forEach(projection -> all.add(projection.task(), projection::open));
        return all;
    }

    private void add(ProjectionTask task, Supplier<AreaProjection> projection) {
        areas.computeIfAbsent(task.areaCode(), area -> new ArrayList<>()).add(new Year(task.year(), projection));
    }

    /** Returns the codes of the areas. */
    public NavigableSet<String> areas() {
        return Collections.unmodifiableNavigableSet(areas.navigableKeySet());
    }

    /** Returns each year of an area that was projected; none of an area that was not. */
    public List<AreaProjection> of(String areaCode) {
        return areas.getOrDefault(areaCode, List.of()).stream()
                .map(year -> year.projection().get())
                .toList();
    }

    /** Returns the projections of an area, without the series that have none. */
    public List<SeriesProjection> series(String areaCode) {
        return of(areaCode).stream()
                .flatMap(projection -> projection.series().stream())
                .toList();
    }

    /** Returns what became of each series of an area in one year. */
    public Map<SeriesId, SeriesOutcome> outcomes(String areaCode, int year) {
        Map<SeriesId, SeriesOutcome> outcomes = new TreeMap<>();
        areas.getOrDefault(areaCode, List.of()).stream()
                .filter(one -> one.year() == year)
                .flatMap(one -> one.projection().get().outcomes().stream())
                .forEach(outcome -> outcomes.put(outcome.id(), outcome));
        return outcomes;
    }
}
