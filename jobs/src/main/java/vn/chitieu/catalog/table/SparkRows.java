package vn.chitieu.catalog.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;

/**
 * Rows of cells as Spark's rows, and back. A DATE is a {@link java.time.LocalDate} on both sides, for which a session
 * sets {@code spark.sql.datetime.java8API.enabled=true}.
 */
public final class SparkRows {

    private SparkRows() {}

    /** Returns the Spark schema of a table. */
    public static StructType schema(TableSpec spec) {
        return DataTypes.createStructType(spec.columns().stream()
                .map(column -> DataTypes.createStructField(column.name(), type(column.type()), column.nullable()))
                .toArray(StructField[]::new));
    }

    /** Returns cells as a Spark row. */
    public static Row row(@Nullable Object[] cells) {
        return RowFactory.create(cells.clone());
    }

    /**
     * Returns a Spark row as cells.
     *
     * @param row with the columns of the table, in its order
     * @throws DataException if the row has another number of columns or a cell of another type
     */
    public static @Nullable Object[] cells(Row row, TableSpec spec) {
        List<Column> columns = spec.columns();
        if (row.size() != columns.size()) {
            throw new DataException("Expecting " + columns.size() + " columns in each row of table " + spec.name()
                    + " but was " + row.size() + ": " + row);
        }
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row.get(i), columns.get(i), spec);
        }
        return cells;
    }

    /** Returns a table as a Spark data set. */
    public static Dataset<Row> dataset(SparkSession spark, Table table) {
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (@Nullable Object[] cells : table.rows()) {
            rows.add(row(cells));
        }
        return spark.createDataFrame(rows, schema(table.spec()));
    }

    /**
     * Returns the rows of a data set one partition after the other, without holding them all. For
     * {@link ParquetTables#write(TableSpec, Iterator, java.nio.file.Path)} the data set is sorted by the key.
     *
     * @throws DataException when it comes to a row that is not of the table
     */
    public static Iterator<@Nullable Object[]> iterator(Dataset<Row> rows, TableSpec spec) {
        Iterator<Row> all = inOrderOfColumns(rows, spec).toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return cells(all.next(), spec);
            }
        };
    }

    /**
     * Returns the rows of a small data set as a table.
     *
     * @throws DataException if a row is not of the table
     */
    public static Table table(Dataset<Row> rows, TableSpec spec) {
        List<@Nullable Object[]> cells = new ArrayList<>();
        for (Row row : inOrderOfColumns(rows, spec).collectAsList()) {
            cells.add(cells(row, spec));
        }
        return new Table(spec, cells);
    }

    private static Dataset<Row> inOrderOfColumns(Dataset<Row> rows, TableSpec spec) {
        return rows.select(spec.columns().stream()
                .map(column -> rows.col(column.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static @Nullable Object cell(@Nullable Object value, Column column, TableSpec spec) {
        if (value == null || column.type().javaType().isInstance(value)) {
            return value;
        }
        String advice = value instanceof java.sql.Date ? "; set spark.sql.datetime.java8API.enabled=true" : "";
        throw new DataException("Expecting " + column.type() + " in column " + column.name() + " of table "
                + spec.name() + " but was " + value.getClass().getName() + " " + value + advice);
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case DATE -> DataTypes.DateType;
            case INTEGER -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DECIMAL -> DataTypes.createDecimalType(RowContract.DECIMAL_PRECISION, RowContract.DECIMAL_SCALE);
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
        };
    }
}
