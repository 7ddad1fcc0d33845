package vn.chitieu.observation.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.chitieu.observation.Observation;

/** Figures among which deletions look for theirs; one that names an area and its lines looks at those alone. */
final class ClosableFigures {

    private final List<Observation> figures;
    private final Map<String, Map<String, List<Integer>>> placesByAreaAndLine = new HashMap<>();

    /** Takes a list, whose elements are replaced where they are closed. */
    ClosableFigures(List<Observation> figures) {
        this.figures = figures;
        for (int i = 0; i < figures.size(); i++) {
            placesByAreaAndLine
                    .computeIfAbsent(figures.get(i).key().areaCode(), area -> new HashMap<>())
                    .computeIfAbsent(lineOf(figures.get(i)), line -> new ArrayList<>())
                    .add(i);
        }
    }

    private static String lineOf(Observation figure) {
        return figure.key().indicatorCode() + "." + figure.key().activityCode();
    }

    /** Closes the figures of a deletion for which a condition holds, and returns whether there was any. */
    boolean close(Deletion deletion, Predicate<Observation> isClosed) {
        List<Integer> closed = places(deletion)
                .filter(place -> isClosed.test(figures.get(place)))
                .boxed()
                .toList();
        closed.forEach(place -> figures.set(place, figures.get(place).closedFrom(deletion.day())));
        return !closed.isEmpty();
    }

    private IntStream places(Deletion deletion) {
        if (deletion.areaCode().isEmpty()) {
            return IntStream.range(0, figures.size());
        }
        Map<String, List<Integer>> byLine =
                placesByAreaAndLine.getOrDefault(deletion.areaCode().get(), Map.of());
        return (deletion.lines().isEmpty()
                        ? byLine.values().stream()
                        : deletion.lines().stream().map(line -> byLine.getOrDefault(line, List.of())))
                .flatMap(Collection::stream)
                .mapToInt(Integer::intValue);
    }
}
