package vn.chitieu.observation.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitieu.observation.codelist.PortableCodelists;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.table.Vocabulary;

class BulkRowsJobTest {

    private static final Path DATASETS = Path.of(System.getProperty("chitieu.home"), "datasets");

    /** A row that is accepted, one that a rule refuses and a line that is no row fill columns of the same types. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1, -, accepted, -", "1.234x, -, quarantined, number", "1, vietnam;exports, quarantined, row_width"
            })
    void everyCellIsOfTheTypeOfItsColumn(String value, String corruptLine, String verdict, String rule) {
        BulkRowsJob judge = new BulkRowsJob(
                        PortableCodelists.of(DATASETS),
                        new BulkDelivery("bulk/2025-07-15", "", Vocabulary.SOURCE, null))
                .keepingText();
        List<Object> cells = new ArrayList<>(List.of(
                "vietnam", "exports", "total", "M", "2025-04", "period", "current", value, "million_usd", "estimate"));
        cells.addAll(List.of("2025-05-01", "u"));
        assertThat(cells).hasSameSizeAs(Validation.COLUMNS);
        cells.add(corruptLine);
        cells.add("figures.csv");

        Iterator<Row> judged =
                judge.call(List.of(RowFactory.create(cells.toArray())).iterator());

        Row row = judged.next();
        assertThat(judged.hasNext()).isFalse();
        assertThat(row.length()).isEqualTo(BulkRowsJob.JUDGED.size());
        for (int i = 0; i < row.length(); i++) {
            Class<?> expected =
                    BulkRowsJob.JUDGED.apply(i).dataType().equals(DataTypes.DateType) ? LocalDate.class : String.class;
            assertThat(row.isNullAt(i) || expected.isInstance(row.get(i)))
                    .as("%s: %s", BulkRowsJob.JUDGED.apply(i).name(), row.get(i))
                    .isTrue();
        }
        assertThat(row.getString(BulkRowsJob.JUDGED.fieldIndex("verdict"))).isEqualTo(verdict);
        assertThat(row.getString(BulkRowsJob.JUDGED.fieldIndex("rule_code"))).isEqualTo(rule);
    }
}
