package vn.chitieu.source.table;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of one row by name of the column; all rows of a table share the names, so that a row is one list. */
final class RowFields extends AbstractMap<String, String> {

    /** The names of the columns of a table, each once. */
    record Names(List<String> inOrder, Map<String, Integer> places) {

        static Names of(List<String> columns) {
            Map<String, Integer> places = new LinkedHashMap<>();
            columns.forEach(column -> places.put(column, places.size()));
            if (places.size() != columns.size()) {
                throw new IllegalArgumentException("Expecting each column once but was " + columns);
            }
            return new Names(List.copyOf(columns), Collections.unmodifiableMap(places));
        }
    }

    private final Names names;
    private final List<String> texts;

    RowFields(Names names, List<String> texts) {
        if (texts.size() != names.inOrder().size()) {
            throw new IllegalArgumentException(
                    "Expecting " + names.inOrder().size() + " texts, one a column, but was " + texts.size());
        }
        this.names = names;
        this.texts = List.copyOf(texts);
    }

    @Override
    public @Nullable String get(@Nullable Object column) {
        Integer place = names.places().get(column);
        return place == null ? null : texts.get(place);
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return names.places().containsKey(column);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        Set<Map.Entry<String, String>> entries = new LinkedHashSet<>();
        names.places().forEach((name, place) -> entries.add(Map.entry(name, texts.get(place))));
        return entries;
    }
}
