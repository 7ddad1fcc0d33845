package vn.chitieu.projection.evaluation;

import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.RowIterators;

/**
 * The answers to all cases, wherever Spark holds them.
 *
 * @param rows of {@link #SCHEMA}
 */
record AnswersJob(Dataset<Row> rows) {

    private static final String LINE = "line";
    private static final String CASE_ID = "case_id";
    private static final String UNDERSTOOD = "is_understood";

    /** Columns before those of {@link EvaluationRow#TABLE}. */
    private static final int BEFORE = 2;

    static final StructType SCHEMA = new StructType()
            .add(LINE, DataTypes.LongType, false)
            .add(UNDERSTOOD, DataTypes.BooleanType, false)
            .add(CASE_ID, DataTypes.StringType, false)
            .add("point", DataTypes.DoubleType, true)
            .add("p10", DataTypes.DoubleType, true)
            .add("p90", DataTypes.DoubleType, true)
            .add("p2_5", DataTypes.DoubleType, true)
            .add("p97_5", DataTypes.DoubleType, true)
            .add("p_attain", DataTypes.DoubleType, true)
            .add("method_used", DataTypes.StringType, false)
            .add("fallback_reason", DataTypes.StringType, false);

    /** Returns one answer as a row. */
    static Row row(SeriesAnswers.Answer answer) {
        @Nullable Object[] answered = answer.row().cells();
        @Nullable Object[] cells = new @Nullable Object[BEFORE + answered.length];
        cells[0] = answer.line();
        cells[1] = answer.isUnderstood();
        System.arraycopy(answered, 0, cells, BEFORE, answered.length);
        return RowFactory.create(cells);
    }

    /** Returns how many cases were understood. */
    long understood() {
        return rows.filter(UNDERSTOOD).count();
    }

    /** Returns the cells of {@link EvaluationRow#TABLE} in the order of the cases, a partition at a time. */
    Iterator<@Nullable Object[]> inOrder() {
        return cells(sorted(rows, LINE));
    }

    /** Returns the same by the identifier of the case, as {@link String#compareTo} orders texts. */
    Iterator<@Nullable Object[]> byCase() {
        return cells(sorted(rows.selectExpr("*", "encode(case_id, 'UTF-16BE') AS code_units"), "code_units"));
    }

    /** A sort over partitions first looks at all rows to part them. */
    private static Dataset<Row> sorted(Dataset<Row> answers, String column) {
        return answers.rdd().getNumPartitions() == 1 ? answers.sortWithinPartitions(column) : answers.orderBy(column);
    }

    private static Iterator<@Nullable Object[]> cells(Dataset<Row> sorted) {
        return RowIterators.mapped(sorted.toLocalIterator(), row -> {
            @Nullable Object[] cells = new @Nullable Object[SCHEMA.size() - BEFORE];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.get(BEFORE + i);
            }
            return cells;
        });
    }
}
