package vn.chitieu.mart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;
import vn.chitieu.text.LocalizedText;

/**
 * The columns of a published table, each declared once: its name, its type and what it holds of a row.
 *
 * @param <T> what a row is made of
 */
final class Columns<T> {

    static final Kind<String> TEXT = new Kind<>(ColumnType.TEXT, Function.identity());
    static final Kind<LocalDate> DATE = new Kind<>(ColumnType.DATE, Function.identity());
    static final Kind<Integer> INTEGER = new Kind<>(ColumnType.INTEGER, Function.identity());
    static final Kind<Long> BIGINT = new Kind<>(ColumnType.BIGINT, Function.identity());
    /** Rounded half-even to 4 decimals. */
    static final Kind<Double> DECIMAL = new Kind<>(ColumnType.DECIMAL, Columns::decimal);

    static final Kind<Double> DOUBLE = new Kind<>(ColumnType.DOUBLE, Function.identity());
    static final Kind<Boolean> BOOLEAN = new Kind<>(ColumnType.BOOLEAN, Function.identity());

    private static final int DECIMALS = 4;

    private final String table;
    private final List<String> key;
    private final List<Column> columns;
    private final List<Cell<? super T, ?>> cells;

    /**
     * A type of column and what fills it, so that the compiler holds a getter to the type of its column.
     *
     * @param <V> what a getter gives
     * @param stored turns it into what the column stores
     */
    record Kind<V>(ColumnType type, Function<? super V, ?> stored) {

        private <T> Cell<T, Object> cell(Cell<? super T, ? extends V> getter) {
            return row -> {
                V value = getter.of(row);
                return value == null ? null : stored.apply(value);
            };
        }
    }

    /** What a column holds of a row; null or an empty text leaves a cell empty that may be. */
    interface Cell<T, V> {
        @Nullable
        V of(T row);
    }

    /** What a pair of columns holds of a row in both languages; null leaves them empty. */
    interface Text<T> {
        @Nullable
        LocalizedText of(T row);
    }

    private Columns(String table, List<String> key, List<Column> columns, List<Cell<? super T, ?>> cells) {
        this.table = table;
        this.key = key;
        this.columns = List.copyOf(columns);
        this.cells = List.copyOf(cells);
    }

    /** Returns a table without columns yet. */
    static <T> Columns<T> of(String table, String... key) {
        return new Columns<>(table, List.of(key), List.of(), List.of());
    }

    /** Returns no columns yet of a part that several tables share. */
    static <T> Columns<T> part() {
        return of("");
    }

    /** Returns these columns with one that is always filled. */
    <V> Columns<T> required(String name, Kind<V> kind, Cell<? super T, ? extends V> cell) {
        return and(List.of(Column.required(name, kind.type())), List.of(kind.<T>cell(cell)));
    }

    /** Returns these columns with one that may be empty. */
    <V> Columns<T> optional(String name, Kind<V> kind, Cell<? super T, ? extends V> cell) {
        return and(List.of(Column.optional(name, kind.type())), List.of(kind.<T>cell(cell)));
    }

    /** Returns these columns with a text in both languages, in columns {@code _vi} and {@code _en}. */
    Columns<T> requiredText(String stem, Text<? super T> text) {
        return required(stem + "_vi", TEXT, row -> vi(text.of(row)))
                .required(stem + "_en", TEXT, row -> en(text.of(row)));
    }

    /** Returns these columns with a text in both languages that may be missing. */
    Columns<T> optionalText(String stem, Text<? super T> text) {
        return optional(stem + "_vi", TEXT, row -> vi(text.of(row)))
                .optional(stem + "_en", TEXT, row -> en(text.of(row)));
    }

    /** Returns these columns with those of a part of each row. */
    <P> Columns<T> with(Columns<P> part, Function<? super T, P> of) {
        List<Cell<? super T, ?>> ofPart = new ArrayList<>();
        part.cells.forEach(cell -> ofPart.add(row -> cell.of(of.apply(row))));
        return and(part.columns, ofPart);
    }

    /** Returns these columns with what every figure carries, and those of the run. */
    Columns<T> ofFigure(
            Function<? super T, Origin> origin,
            Function<? super T, ObservationStatus> status,
            Cell<? super T, LocalDate> vintageDate,
            Cell<? super T, String> methodCode) {
        return required("origin", TEXT, row -> origin.apply(row).code())
                .required("obs_status", TEXT, row -> status.apply(row).code())
                .optional("vintage_date", DATE, vintageDate)
                .required("method_code", TEXT, methodCode)
                .ofRun();
    }

    /** Returns these columns with those of the run behind them, which {@link #table(Collection, RunStamp)} fills. */
    Columns<T> ofRun() {
        return and(
                List.of(Column.required("run_id", ColumnType.TEXT), Column.required("as_of_date", ColumnType.DATE)),
                List.of());
    }

    private Columns<T> and(List<Column> moreColumns, List<? extends Cell<? super T, ?>> moreCells) {
        List<Column> allColumns = new ArrayList<>(columns);
        allColumns.addAll(moreColumns);
        List<Cell<? super T, ?>> allCells = new ArrayList<>(cells);
        allCells.addAll(moreCells);
        return new Columns<>(table, key, allColumns, allCells);
    }

    /** Returns the contract of the table. */
    TableSpec spec() {
        return new TableSpec(table, columns, key);
    }

    /** Returns the table of rows that know no run. */
    Table table(Collection<? extends T> rows) {
        return new Table(spec(), rows.stream().map(this::cells).toList());
    }

    /** Returns the table of rows of a run. */
    Table table(Collection<? extends T> rows, RunStamp stamp) {
        return stamped(table(rows), stamp);
    }

    /** Returns a table as published by a run, which its last two columns name. */
    static Table stamped(Table table, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows()) {
            @Nullable Object[] cells = row.clone();
            cells[cells.length - 2] = stamp.runId();
            cells[cells.length - 1] = stamp.asOf();
            rows.add(cells);
        }
        return new Table(table.spec(), rows);
    }

    private @Nullable Object[] cells(T row) {
        @Nullable Object[] filled = new Object[columns.size()];
        for (int i = 0; i < cells.size(); i++) {
            filled[i] = cell(columns.get(i), cells.get(i).of(row));
        }
        return filled;
    }

    private static @Nullable Object cell(Column column, @Nullable Object value) {
        return column.nullable() && "".equals(value) ? null : value;
    }

    /** Returns a number as {@link #DECIMAL} prints it. */
    static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static @Nullable String vi(@Nullable LocalizedText text) {
        return text == null ? null : text.vi();
    }

    private static @Nullable String en(@Nullable LocalizedText text) {
        return text == null ? null : text.en();
    }
}
