package vn.chitieu.notebook.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.chitieu.notebook.markup.JavaText;

/**
 * Rows of a published table as an exhibit reads them, and the statement of Tablesaw that a reader runs to get the same.
 *
 * @param name of the variable that the statement declares; small letters first
 * @param table as in {@link vn.chitieu.mart.MartTables}
 * @param columns the columns shown, in their order
 * @param order the columns to sort by; empty for the order of the table
 * @param limit the most rows shown; 0 for all
 */
public record MartQuery(
        String name, String table, List<Filter> filters, List<String> columns, List<String> order, int limit) {

    public MartQuery {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    /** What the text of a column must be: a value, or like a pattern. */
    record Filter(String column, String value, boolean isPattern) {

        private IntPredicate like(MartRows rows) {
            Predicate<String> isLike = Pattern.compile(value).asMatchPredicate();
            return place -> isLike.test(rows.text(column, place));
        }

        private String code() {
            return "    .where(t -> t.stringColumn(" + JavaText.literal(column) + ")."
                    + (isPattern ? "matchesRegex(" : "isEqualTo(") + JavaText.literal(value) + "))\n";
        }
    }

    /** Returns a query of all rows of a table. */
    public static MartQuery of(String name, String table) {
        return new MartQuery(name, table, List.of(), List.of(), List.of(), 0);
    }

    public MartQuery where(String column, String value) {
        return with(new Filter(column, value, false));
    }

    /** Returns the query of those rows only whose text in a column is like a regular expression as a whole. */
    public MartQuery like(String column, String pattern) {
        return with(new Filter(column, pattern, true));
    }

    public MartQuery columns(String... shown) {
        return new MartQuery(name, table, filters, List.of(shown), order, limit);
    }

    public MartQuery orderBy(String... by) {
        return new MartQuery(name, table, filters, columns, List.of(by), limit);
    }

    /** Returns the query of the first rows only. */
    public MartQuery first(int most) {
        return new MartQuery(name, table, filters, columns, order, most);
    }

    /** Returns the rows, as the statement gives them. */
    public MartRows rows(MartReader reader) {
        MartRows all = MartRows.of(reader, table);
        Map<String, String> equal = filters.stream()
                .filter(filter -> !filter.isPattern())
                .collect(Collectors.toMap(Filter::column, Filter::value));
        IntStream places = all.places(equal);
        for (Filter filter : filters) {
            places = filter.isPattern() ? places.filter(filter.like(all)) : places;
        }
        MartRows rows = all.at(places);
        if (!order.isEmpty()) {
            rows = rows.sortedBy(order.toArray(String[]::new));
        }
        if (limit > 0) {
            rows = rows.at(IntStream.range(0, Math.min(limit, rows.size())));
        }
        return columns.isEmpty() ? rows : rows.columns(columns);
    }

    /**
     * Returns the statement that reads the rows.
     *
     * @param notebook the variable whose method {@code mart} gives the rows of a published table
     */
    public String code(String notebook) {
        StringBuilder code =
                new StringBuilder("Table " + name + " = " + notebook + ".mart(" + JavaText.literal(table) + ")\n");
        filters.forEach(filter -> code.append(filter.code()));
        if (!order.isEmpty()) {
            code.append("    .sortOn(").append(literals(order)).append(")\n");
        }
        if (limit > 0) {
            code.append("    .first(").append(limit).append(")\n");
        }
        if (!columns.isEmpty()) {
            code.append("    .selectColumns(").append(literals(columns)).append(")\n");
        }
        code.setLength(code.length() - 1);
        return code + ";";
    }

    private MartQuery with(Filter filter) {
        List<Filter> more = Stream.concat(filters.stream(), Stream.of(filter)).toList();
        return new MartQuery(name, table, new ArrayList<>(more), columns, order, limit);
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }
}
