package vn.chitieu.notebook.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Rows of a published table, filtered, sorted and joined as Tablesaw would, and handed to Tablesaw where it prints
 * them. Immutable.
 *
 * <p>Tablesaw itself looks through every jar of the class path when its first table is made, which costs more than all
 * that a listing needs.
 */
public final class MartRows implements Iterable<MartRow> {

    private final String name;
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<@Nullable Object[]> rows;
    private final Map<String, Map<String, int[]>> indexes = new ConcurrentHashMap<>();

    private MartRows(String name, List<Column> columns, List<@Nullable Object[]> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
    }

    /** Returns all rows of a table, in its order. */
    public static MartRows of(MartReader reader, TableSpec spec) {
        return of(reader, spec.name());
    }

    /** Returns all rows of a table, in its order. */
    public static MartRows of(MartReader reader, String table) {
        return reader instanceof RememberedMarts remembered ? remembered.rows(table) : of(reader.table(table));
    }

    /** Returns all rows of a table, in its order. */
    public static MartRows of(Table source) {
        return new MartRows(source.spec().name(), source.spec().columns(), source.rows());
    }

    /** Returns the rows whose text in a column is a value. */
    public MartRows where(String column, String value) {
        return at(Arrays.stream(places(column, value)));
    }

    /** Returns the rows whose texts in some columns are these values. */
    public MartRows where(Map<String, String> texts) {
        return at(places(texts));
    }

    /** Returns the rows at some places. */
    MartRows at(IntStream chosen) {
        return new MartRows(name, columns, chosen.mapToObj(rows::get).toList());
    }

    /** Returns the places of the rows that have each text in its column, ascending; all places if none is asked for. */
    IntStream places(Map<String, String> texts) {
        List<int[]> found = texts.entrySet().stream()
                .map(text -> places(text.getKey(), text.getValue()))
                .sorted(Comparator.comparingInt(places -> places.length))
                .toList();
        return found.isEmpty()
                ? IntStream.range(0, rows.size())
                : Arrays.stream(found.get(0))
                        .filter(place -> found.stream().allMatch(places -> Arrays.binarySearch(places, place) >= 0));
    }

    private int[] places(String column, String value) {
        return indexes.computeIfAbsent(column, this::index).getOrDefault(value, new int[0]);
    }

    /** Returns the places of each text of a column: the same tables are asked hundreds of times. */
    private Map<String, int[]> index(String column) {
        return IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> text(column, place),
                        Collectors.collectingAndThen(Collectors.toList(), places -> places.stream()
                                .mapToInt(Integer::intValue)
                                .toArray())));
    }

    /** Returns the text of a row in a column. */
    String text(String column, int place) {
        return new MartRow(this, rows.get(place)).text(column);
    }

    /** Returns the rows ordered by columns, a leading minus meaning descending; no two rows may be equal in them. */
    public MartRows sortedBy(String... order) {
        List<@Nullable Object[]> sorted = new ArrayList<>(rows);
        sorted.sort(Arrays.stream(order)
                .map(by -> by.startsWith("-") ? inOrderOf(by.substring(1)).reversed() : inOrderOf(by))
                .reduce((all, next) -> all.thenComparing(next))
                .orElseThrow());
        return new MartRows(name, columns, sorted);
    }

    /** As Tablesaw orders cells: empty texts, days and whole numbers first, empty amounts last. */
    private Comparator<@Nullable Object[]> inOrderOf(String column) {
        int place = place(column);
        return switch (columns.get(place).type()) {
            case TEXT -> Comparator.comparing(row -> row[place] == null ? "" : (String) row[place]);
            case DATE -> Comparator.comparing(row -> row[place] == null ? LocalDate.MIN : (LocalDate) row[place]);
            case INTEGER, BIGINT ->
                Comparator.comparingLong(
                        row -> row[place] == null ? Long.MIN_VALUE : ((Number) row[place]).longValue());
            case DECIMAL, DOUBLE ->
                Comparator.comparingDouble(
                        row -> row[place] == null ? Double.NaN : ((Number) row[place]).doubleValue());
            case BOOLEAN -> Comparator.comparingInt(row -> row[place] == null ? -1 : (Boolean) row[place] ? 1 : 0);
        };
    }

    /**
     * Returns these rows, each with the columns of the row of {@code labels} that has the same key, if there is one.
     *
     * @param labels of which no two have the same key
     */
    public MartRows withLabels(MartRows labels, String... key) {
        int[] here = Arrays.stream(key).mapToInt(this::place).toArray();
        int[] there = Arrays.stream(key).mapToInt(labels::place).toArray();
        int[] added = IntStream.range(0, labels.columns.size())
                .filter(place -> Arrays.stream(there).noneMatch(of -> of == place))
                .toArray();
        Map<List<Object>, @Nullable Object[]> byKey = new HashMap<>();
        labels.rows.forEach(row -> byKey.put(key(row, there), row));
        List<Column> all = new ArrayList<>(columns);
        Arrays.stream(added).mapToObj(labels.columns::get).forEach(all::add);
        @Nullable Object[] none = new @Nullable Object[labels.columns.size()];
        List<@Nullable Object[]> joined = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] label = byKey.getOrDefault(key(row, here), none);
            @Nullable Object[] wide = Arrays.copyOf(row, all.size());
            for (int i = 0; i < added.length; i++) {
                wide[row.length + i] = label[added[i]];
            }
            joined.add(wide);
        }
        return new MartRows(name, all, joined);
    }

    private static List<Object> key(@Nullable Object[] row, int[] places) {
        List<Object> key = new ArrayList<>(places.length);
        for (int place : places) {
            Object cell = row[place];
            key.add(cell == null ? "" : cell);
        }
        return key;
    }

    /** Returns the rows with these columns only, in this order. */
    public MartRows columns(List<String> names) {
        int[] kept = names.stream().mapToInt(this::place).toArray();
        List<@Nullable Object[]> narrow = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] cells = new @Nullable Object[kept.length];
            for (int i = 0; i < kept.length; i++) {
                cells[i] = row[kept[i]];
            }
            narrow.add(cells);
        }
        return new MartRows(name, Arrays.stream(kept).mapToObj(columns::get).toList(), narrow);
    }

    /** Returns the rows as a new table of Tablesaw, amounts as doubles. */
    public tech.tablesaw.api.Table tablesaw() {
        return tech.tablesaw.api.Table.create(name, tablesawColumns());
    }

    /** Returns the rows as new columns of Tablesaw, amounts as doubles. */
    public List<tech.tablesaw.columns.Column<?>> tablesawColumns() {
        return IntStream.range(0, columns.size())
                .<tech.tablesaw.columns.Column<?>>mapToObj(this::column)
                .toList();
    }

    public String name() {
        return name;
    }

    private tech.tablesaw.columns.Column<?> column(int place) {
        String title = columns.get(place).name();
        tech.tablesaw.columns.Column<?> column =
                switch (columns.get(place).type()) {
                    case TEXT -> StringColumn.create(title);
                    case DATE -> DateColumn.create(title);
                    case INTEGER -> IntColumn.create(title);
                    case BIGINT -> LongColumn.create(title);
                    case DECIMAL, DOUBLE -> DoubleColumn.create(title);
                    case BOOLEAN -> BooleanColumn.create(title);
                };
        for (@Nullable Object[] row : rows) {
            Object cell = row[place];
            if (cell == null) {
                column.appendMissing();
            } else {
                column.appendObj(column instanceof DoubleColumn ? (Object) ((Number) cell).doubleValue() : cell);
            }
        }
        return column;
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public boolean isNumber(String column) {
        return isNumber(columns.get(place(column)).type());
    }

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> true;
            case TEXT, DATE, BOOLEAN -> false;
        };
    }

    public boolean isBoolean(String column) {
        return columns.get(place(column)).type() == ColumnType.BOOLEAN;
    }

    boolean hasColumn(String column) {
        return places.containsKey(column);
    }

    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "Expecting a column of " + name + ", one of " + columnNames() + ", but was '" + column + "'");
        }
        return place;
    }

    int place(String column, ColumnType type) {
        int place = place(column);
        if (columns.get(place).type() != type) {
            throw new IllegalArgumentException("Expecting a column of " + name + " of type " + type + " but " + column
                    + " was of " + columns.get(place).type());
        }
        return place;
    }

    int numberPlace(String column) {
        int place = place(column);
        if (!isNumber(columns.get(place).type())) {
            throw new IllegalArgumentException("Expecting a column of numbers of " + name + " but " + column
                    + " was of " + columns.get(place).type());
        }
        return place;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    public Optional<MartRow> first() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new MartRow(this, rows.get(0)));
    }

    public Stream<MartRow> stream() {
        return rows.stream().map(row -> new MartRow(this, row));
    }

    @Override
    public Iterator<MartRow> iterator() {
        return stream().iterator();
    }
}
