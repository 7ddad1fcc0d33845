package vn.chitieu.mart.dictionary;

import java.util.ArrayList;
import java.util.Collection;
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

    private UnnamedCodes() {}

    /**
     * Returns a finding for each code of a column of these tables that has no row.
     *
     * @param dimensions {@code dim_code} and those whose key is one code
     */
    public static List<Finding> findings(Collection<Table> tables, Collection<Table> dimensions) {
        Map<String, Set<Object>> named = new HashMap<>();
        for (Table dimension : dimensions) {
            List<String> key = dimension.spec().key();
            if (key.size() == 1) {
                named.put(key.get(0), values(dimension, key.get(0)));
            } else {
                int list = dimension.spec().indexOf("codelist_code");
                int code = dimension.spec().indexOf("code");
                dimension.rows().forEach(row -> named.computeIfAbsent("list " + row[list], unknown -> new HashSet<>())
                        .add(Objects.requireNonNull(row[code])));
            }
        }
        Codes codes = Codes.shipped();
        List<Finding> findings = new ArrayList<>();
        for (Table table : tables) {
            for (Column column : table.spec().columns()) {
                String list = codes.listOf(table.spec().name(), column.name())
                        .map(name -> "list " + name)
                        .orElse(column.name());
                Set<Object> known = named.get(list);
                if (known != null) {
                    unnamed(table, column.name(), known)
                            .forEach((code, rows) ->
                                    findings.add(finding(table.spec().name(), column.name(), code, rows)));
                }
            }
        }
        return findings;
    }

    private static SortedMap<String, Integer> unnamed(Table table, String column, Set<Object> known) {
        int place = table.spec().indexOf(column);
        SortedMap<String, Integer> unnamed = new TreeMap<>();
        for (@Nullable Object[] row : table.rows()) {
            Object code = row[place];
            if (code != null && !known.contains(code)) {
                unnamed.merge(code.toString(), 1, Integer::sum);
            }
        }
        return unnamed;
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
