package vn.chitieu.mart.dictionary;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Finding;
import vn.chitieu.text.Words;

/**
 * Codes without a row in their dimension. A table that outlives the lists which named its codes can hold some: an
 * earlier run told of an area or a method that no list has any more. Its rows stay, and a finding says which.
 */
public final class UnnamedCodes {

    private static final Words WORDS = Words.of("mart");

    private final Codes codes = Codes.shipped();
    private final Map<String, Set<Object>> named = new HashMap<>();
    private final SortedMap<Place, Integer> rows = new TreeMap<>();

    /**
     * Takes the codes that have a name.
     *
     * @param dimensions {@code dim_code} and those whose key is one code
     */
    public UnnamedCodes(Collection<Table> dimensions) {
        dimensions.forEach(this::name);
    }

    /** Takes more codes that have a name, also of rows that were looked at already. */
    public void name(Table dimension) {
        List<String> key = dimension.spec().key();
        if (key.size() == 1) {
            named.computeIfAbsent(key.get(0), unknown -> new HashSet<>()).addAll(values(dimension, key.get(0)));
        } else {
            int list = dimension.spec().indexOf("codelist_code");
            int code = dimension.spec().indexOf("code");
            dimension.rows().forEach(row -> named.computeIfAbsent("list " + row[list], unknown -> new HashSet<>())
                    .add(Objects.requireNonNull(row[code])));
        }
    }

    /** A code that no dimension has. */
    private record Place(String table, String column, String code) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::table).thenComparing(Place::column).thenComparing(Place::code);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Looks through some or all rows of a table; several threads may do so at once. */
    public synchronized void look(Table table) {
        String name = table.spec().name();
        for (Column column : table.spec().columns()) {
            Set<Object> known = named.get(list(name, column.name()));
            if (known != null) {
                int place = table.spec().indexOf(column.name());
                for (@Nullable Object[] row : table.rows()) {
                    Object code = row[place];
                    if (code != null && !known.contains(code)) {
                        rows.merge(new Place(name, column.name(), code.toString()), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private String list(String table, String column) {
        return codes.listOf(table, column).map(code -> "list " + code).orElse(column);
    }

    private boolean isNamed(Place place) {
        return named.getOrDefault(list(place.table(), place.column()), Set.of()).contains(place.code());
    }

    /** Returns a finding for each code that has no row, with the number of rows that name it. */
    public List<Finding> findings() {
        return rows.entrySet().stream()
                .filter(place -> !isNamed(place.getKey()))
                .map(place -> finding(
                        place.getKey().table(),
                        place.getKey().column(),
                        place.getKey().code(),
                        place.getValue()))
                .toList();
    }

    private static Set<Object> values(Table table, String column) {
        int place = table.spec().indexOf(column);
        return table.rows().stream()
                .map(row -> Objects.requireNonNull(row[place]))
                .collect(Collectors.toSet());
    }

    private static Finding finding(String table, String column, String code, int rows) {
        return new Finding(
                Finding.Kind.VALIDATION,
                Finding.Severity.WARNING,
                "code_without_name",
                "",
                "",
                "",
                table + "." + column + " " + code,
                WORDS.text("code_without_name", table, column, code, rows));
    }
}
