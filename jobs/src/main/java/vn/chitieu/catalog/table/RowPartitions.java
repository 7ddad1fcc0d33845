package vn.chitieu.catalog.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the rows of a data set are spread. */
public final class RowPartitions {

    private RowPartitions() {}

    /** Returns rows of which all with the same value in a column are in one partition. */
    public static Dataset<Row> by(Dataset<Row> rows, String column) {
        return rows.repartition(rows.col(column));
    }
}
