package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitieu.catalog.DataException;

@NullUnmarked // class files keep no @Nullable inside generics
class SparkRowsTest {

    private static final TableSpec SPEC = new TableSpec(
            "sample",
            List.of(
                    Column.required("area_code", ColumnType.TEXT),
                    Column.optional("published_date", ColumnType.DATE),
                    Column.optional("year", ColumnType.INTEGER),
                    Column.optional("rows", ColumnType.BIGINT),
                    Column.optional("value_billion_vnd", ColumnType.DECIMAL),
                    Column.optional("growth_pct", ColumnType.DOUBLE),
                    Column.optional("is_known", ColumnType.BOOLEAN)),
            List.of("area_code"));

    private static final Table TABLE = new Table(
            SPEC,
            List.of(
                    new Object[] {"VN-HG", LocalDate.of(2025, 6, 30), 2025, 7L, new BigDecimal("-1234.5"), 8.74, true},
                    new Object[] {"VN-CT-2025", null, null, null, null, null, null},
                    new Object[] {"VN", LocalDate.of(1899, 12, 31), 1899, 0L, new BigDecimal("0"), -0.5, false}));

    @Test
    void theSchemaSaysTypesAndWhatMayBeEmpty() {
        assertThat(SparkRows.schema(SPEC).catalogString())
                .isEqualTo("struct<area_code:string,published_date:date,year:int,rows:bigint,"
                        + "value_billion_vnd:decimal(18,4),growth_pct:double,is_known:boolean>");
        assertThat(SparkRows.schema(SPEC).apply("area_code").nullable()).isFalse();
        assertThat(SparkRows.schema(SPEC).apply("year").nullable()).isTrue();
    }

    @Test
    void aTableThatWentThroughSparkGivesTheSameBytes(@TempDir Path directory) throws IOException {
        Path direct = directory.resolve("direct.parquet");
        Path collected = directory.resolve("collected.parquet");
        Path streamed = directory.resolve("streamed.parquet");
        Path read = directory.resolve("read.parquet");
        ParquetTables.write(TABLE, direct);

        try (SparkSession spark = SparkSession.builder()
                .appName("spark-rows")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate()) {
            Dataset<Row> rows = SparkRows.dataset(spark, TABLE);
            Dataset<Row> otherColumnOrder = rows.select(
                    "is_known", "growth_pct", "value_billion_vnd", "rows", "year", "published_date", "area_code");
            ParquetTables.write(SparkRows.table(otherColumnOrder, SPEC), collected);
            ParquetTables.write(SPEC, SparkRows.iterator(rows.orderBy("area_code"), SPEC), streamed);
            ParquetTables.write(SparkRows.table(spark.read().parquet(direct.toString()), SPEC), read);
        }

        assertThat(collected).hasSameBinaryContentAs(direct);
        assertThat(streamed).hasSameBinaryContentAs(direct);
        assertThat(read).hasSameBinaryContentAs(direct);
    }

    @Test
    void refusesARowOfAnotherTable() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SparkRows.cells(RowFactory.create("VN", 2025), SPEC))
                .withMessage("Expecting 7 columns in each row of table sample but was 2: [VN,2025]");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SparkRows.cells(RowFactory.create("VN", null, 2025L, 7L, null, null, true), SPEC))
                .withMessage("Expecting INTEGER in column year of table sample but was java.lang.Long 2025");
    }

    @Test
    void saysWhichSettingADateNeeds() {
        Row row = RowFactory.create("VN", Date.valueOf("2025-06-30"), 2025, 7L, null, null, true);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SparkRows.cells(row, SPEC))
                .withMessage("Expecting DATE in column published_date of table sample but was java.sql.Date 2025-06-30;"
                        + " set spark.sql.datetime.java8API.enabled=true");
    }
}
