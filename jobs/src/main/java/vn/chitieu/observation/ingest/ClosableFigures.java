package vn.chitieu.observation.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.figures.Figures;

/** Figures among which deletions look for theirs; one that names an area and its lines looks at those alone. */
final class ClosableFigures {

    private final Figures figures;
    private final Map<String, OfArea> looked = new TreeMap<>();

    ClosableFigures(Figures figures) {
        this.figures = figures;
    }

    /** The figures of an area that a deletion looked among, and where those of each line stand. */
    private static final class OfArea {

        private final List<Observation> figures;
        private final Map<String, List<Integer>> placesByLine = new HashMap<>();

        private OfArea(List<Observation> figures) {
            this.figures = figures;
            for (int i = 0; i < figures.size(); i++) {
                placesByLine
                        .computeIfAbsent(lineOf(figures.get(i)), line -> new ArrayList<>())
                        .add(i);
            }
        }

        private static String lineOf(Observation figure) {
            return figure.key().indicatorCode() + "." + figure.key().activityCode();
        }

        private boolean close(Deletion deletion, Predicate<Observation> isClosed) {
            List<Integer> closed = places(deletion)
                    .filter(place -> isClosed.test(figures.get(place)))
                    .boxed()
                    .toList();
            closed.forEach(place -> figures.set(place, figures.get(place).closedFrom(deletion.day())));
            return !closed.isEmpty();
        }

        private IntStream places(Deletion deletion) {
            if (deletion.lines().isEmpty()) {
                return IntStream.range(0, figures.size());
            }
            return deletion.lines().stream()
                    .map(line -> placesByLine.getOrDefault(line, List.of()))
                    .flatMap(Collection::stream)
                    .mapToInt(Integer::intValue);
        }
    }

    /** Closes the figures of a deletion for which a condition holds, and returns whether there was any. */
    boolean close(Deletion deletion, Predicate<Observation> isClosed) {
        boolean isAny = false;
        for (String area : deletion.areaCode().map(List::of).orElseGet(() -> List.copyOf(figures.areas()))) {
            isAny |= looked.computeIfAbsent(area, code -> new OfArea(figures.of(code)))
                    .close(deletion, isClosed);
        }
        return isAny;
    }

    /** Returns the figures, those of deletions closed. */
    Figures figures() {
        if (looked.isEmpty()) {
            return figures;
        }
        return figures.where(figure -> !looked.containsKey(figure.key().areaCode()))
                .and(looked.values().stream()
                        .flatMap(area -> area.figures.stream())
                        .toList());
    }
}
