package vn.chitieu.source.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chitieu.catalog.DataException;
import vn.chitieu.text.Words;

/**
 * The groups of one data set and what they say of its observations: a group belongs to those whose dimensions have its
 * key values.
 *
 * <p>A generic message names the key. In a structure-specific one those components are the key that stand in group and
 * observation alike and are no attributes by their ids.
 */
final class SdmxGroups {

    private static final Words WORDS = Words.of("source");

    /** Groups that name the same components. */
    private record Shape(List<String> names, List<Map<String, String>> groups) {}

    /** Groups of one shape by the values of their keys, for observations that have the same components. */
    private record Index(List<String> keys, Map<List<String>, Map<String, String>> byValues) {}

    private final String where;
    private final Map<List<String>, Shape> shapes = new LinkedHashMap<>();
    private final Map<Set<String>, List<Index>> indexes = new HashMap<>();

    SdmxGroups(String where) {
        this.where = where;
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** Adds a group with all its components, keys and attributes. */
    void add(Map<String, String> group) {
        List<String> names = List.copyOf(group.keySet());
        shapes.computeIfAbsent(names, n -> new Shape(n, new ArrayList<>()))
                .groups()
                .add(Map.copyOf(group));
    }

    /**
     * Returns what the groups say of an observation.
     *
     * @param keys the components of the groups that are known to be keys; empty in a structure-specific message
     * @throws DataException if two groups contradict each other
     */
    Map<String, String> of(Map<String, String> observation, Set<String> keys) {
        List<Index> of = indexes.get(observation.keySet());
        if (of == null) {
            of = new ArrayList<>();
            for (Shape shape : shapes.values()) {
                of.add(index(shape, observation.keySet(), keys));
            }
            indexes.put(Set.copyOf(observation.keySet()), of);
        }
        Map<String, String> said = new LinkedHashMap<>();
        for (Index index : of) {
            List<String> values = index.keys().stream()
                    .map(key -> observation.getOrDefault(key, ""))
                    .toList();
            merge(said, index.byValues().getOrDefault(values, Map.of()));
        }
        return said;
    }

    private Index index(Shape shape, Set<String> components, Set<String> known) {
        List<String> keys = shape.names().stream()
                .filter(name -> known.isEmpty()
                        ? components.contains(name) && !SdmxComponents.isAttribute(name)
                        : known.contains(name))
                .toList();
        Map<List<String>, Map<String, String>> byValues = new HashMap<>();
        if (!keys.isEmpty()) {
            for (Map<String, String> group : shape.groups()) {
                List<String> values =
                        keys.stream().map(key -> group.getOrDefault(key, "")).toList();
                Map<String, String> attributes = new LinkedHashMap<>(group);
                attributes.keySet().removeAll(keys);
                merge(byValues.computeIfAbsent(values, v -> new LinkedHashMap<>()), attributes);
            }
        }
        return new Index(keys, byValues);
    }

    private void merge(Map<String, String> said, Map<String, String> more) {
        more.forEach((name, value) -> {
            String before = said.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                throw new DataException(WORDS.text("sdmx_ml.groups", where, name, "'" + before + "', '" + value + "'"));
            }
        });
    }
}
