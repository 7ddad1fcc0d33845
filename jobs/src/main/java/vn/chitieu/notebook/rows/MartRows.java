package vn.chitieu.notebook.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.joining.JoinType;
import tech.tablesaw.selection.Selection;
import vn.chitieu.catalog.table.TableSpec;

/** Rows of a published table, to be filtered, sorted and joined by Tablesaw. Immutable. */
public final class MartRows implements Iterable<MartRow> {

    private final Table table;
    private final Map<String, Map<String, int[]>> indexes = new ConcurrentHashMap<>();

    private MartRows(Table table) {
        this.table = table;
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
    public static MartRows of(vn.chitieu.catalog.table.Table source) {
        List<Column<?>> columns = new ArrayList<>();
        for (int i = 0; i < source.spec().columns().size(); i++) {
            columns.add(column(source, i));
        }
        return new MartRows(Table.create(source.spec().name(), columns));
    }

    /** Returns the rows of a Tablesaw table. */
    public static MartRows of(Table rows) {
        return new MartRows(rows);
    }

    /** Returns the rows whose text in a column is a value. */
    public MartRows where(String column, String value) {
        return new MartRows(table.where(Selection.with(places(column, value))));
    }

    /** Returns the rows whose texts in some columns are these values. */
    public MartRows where(Map<String, String> texts) {
        return new MartRows(table.where(Selection.with(places(texts).toArray())));
    }

    /** Returns the places of the rows that have each text in its column, ascending; all places if none is asked for. */
    IntStream places(Map<String, String> texts) {
        List<int[]> found = texts.entrySet().stream()
                .map(text -> places(text.getKey(), text.getValue()))
                .sorted(Comparator.comparingInt(places -> places.length))
                .toList();
        return found.isEmpty()
                ? IntStream.range(0, table.rowCount())
                : Arrays.stream(found.get(0))
                        .filter(place -> found.stream().allMatch(places -> Arrays.binarySearch(places, place) >= 0));
    }

    private int[] places(String column, String value) {
        return indexes.computeIfAbsent(column, this::index).getOrDefault(value, new int[0]);
    }

    /** Returns the places of each text of a column: the same tables are asked hundreds of times. */
    private Map<String, int[]> index(String column) {
        StringColumn texts = table.stringColumn(column);
        return IntStream.range(0, texts.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        texts::get, Collectors.collectingAndThen(Collectors.toList(), places -> places.stream()
                                .mapToInt(Integer::intValue)
                                .toArray())));
    }

    /** Returns the rows ordered by columns, a leading minus meaning descending; no two rows may be equal in them. */
    public MartRows sortedBy(String... columns) {
        return table.isEmpty() ? this : new MartRows(table.sortOn(columns));
    }

    /**
     * Returns these rows, each with the columns of the row of {@code labels} that has the same key, if there is one.
     */
    public MartRows withLabels(MartRows labels, String... key) {
        return new MartRows(
                table.joinOn(key).with(labels.table).type(JoinType.LEFT_OUTER).join());
    }

    /** Returns the rows with these columns only, in this order. */
    public MartRows columns(List<String> names) {
        return new MartRows(table.selectColumns(names.toArray(String[]::new)));
    }

    /** Returns the rows as Tablesaw holds them; whoever changes them takes a copy. */
    public Table tablesaw() {
        return table;
    }

    public List<String> columnNames() {
        return table.columnNames();
    }

    public boolean isNumber(String column) {
        Column<?> found = table.column(column);
        return found instanceof DoubleColumn || found instanceof IntColumn || found instanceof LongColumn;
    }

    public boolean isBoolean(String column) {
        return table.column(column) instanceof BooleanColumn;
    }

    int size() {
        return table.rowCount();
    }

    public Optional<MartRow> first() {
        return table.isEmpty() ? Optional.empty() : Optional.of(new MartRow(table, 0));
    }

    public Stream<MartRow> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<MartRow> iterator() {
        return IntStream.range(0, table.rowCount())
                .mapToObj(i -> new MartRow(table, i))
                .iterator();
    }

    private static Column<?> column(vn.chitieu.catalog.table.Table source, int index) {
        String name = source.spec().columns().get(index).name();
        Column<?> column =
                switch (source.spec().columns().get(index).type()) {
                    case TEXT -> StringColumn.create(name);
                    case DATE -> DateColumn.create(name);
                    case INTEGER -> IntColumn.create(name);
                    case BIGINT -> LongColumn.create(name);
                    case DECIMAL, DOUBLE -> DoubleColumn.create(name);
                    case BOOLEAN -> BooleanColumn.create(name);
                };
        for (@Nullable Object[] row : source.rows()) {
            Object cell = row[index];
            if (cell == null) {
                column.appendMissing();
            } else {
                column.appendObj(cell instanceof BigDecimal number ? (Object) number.doubleValue() : cell);
            }
        }
        return column;
    }
}
