package vn.chitieu.observation.bulk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.ParquetValue;
import vn.chitieu.catalog.table.RowIterators;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.codelist.PortableCodelists;
import vn.chitieu.observation.ingest.Validation;
import vn.chitieu.source.QuarantinedRow;

/**
 * Judges the rows of a partition, one after the other: an observation or a quarantined row, in one set of columns of
 * which either the first or the last are empty.
 */
final class BulkRowsJob implements MapPartitionsFunction<Row, Row> {

    static final String VERDICT = "verdict";
    static final String RULE = "rule_code";
    static final String IS_ACCEPTED = "verdict = 'accepted'";

    /** The 64-bit sum of the vintage that a row is; rows with the same one are the same figure. */
    static final String SUM = "vintage_sum";

    static final String SUM_OF_VINTAGE = "IF(verdict = 'accepted', xxhash64(area_code, indicator_code, activity_code,"
            + " period, accumulation, price_basis, status_code, published_date, source_url), NULL) AS " + SUM;

    private static final String FILE = "source_file";
    private static final String ROW_TEXT = "row_text";

    static final StructType JUDGED = schema();
    static final StructType STORED = JUDGED.add(SUM, DataTypes.LongType, true);

    private static final long serialVersionUID = 1L;

    private static final int RULE_AT = JUDGED.fieldIndex(RULE);

    /** Where the file of an accepted row waits beside its text; in the end only rows held back name it. */
    private static final int FILE_AT = JUDGED.fieldIndex(FILE);

    private static final int ROW_TEXT_AT = JUDGED.fieldIndex(ROW_TEXT);
    private static final int VERDICT_AT = JUDGED.fieldIndex(VERDICT);

    private final PortableCodelists codelists;
    private final BulkDelivery delivery;
    private final boolean keepsText;

    BulkRowsJob(PortableCodelists codelists, BulkDelivery delivery) {
        this(codelists, delivery, false);
    }

    private BulkRowsJob(PortableCodelists codelists, BulkDelivery delivery, boolean keepsText) {
        this.codelists = codelists;
        this.delivery = delivery;
        this.keepsText = keepsText;
    }

    /** Returns the same judge, which leaves the delivered text beside what it accepts. */
    BulkRowsJob keepingText() {
        return new BulkRowsJob(codelists, delivery, true);
    }

    /** Judges rows of the columns of figures, the text of a line that is no row, and the name of the file. */
    @Override
    public Iterator<Row> call(Iterator<Row> partition) {
        BulkRows rules = rules();
        return RowIterators.mapped(partition, row -> judged(rules, row));
    }

    /** Returns what quarantines, of rows judged with their text, those whose sum is among some, and drops the text. */
    MapPartitionsFunction<Row, Row> quarantining(Set<Long> repeated) {
        Set<Long> sums = Set.copyOf(repeated);
        return partition -> {
            BulkRows rules = rules();
            return RowIterators.mapped(partition, row -> {
                @Nullable Object[] cells = new @Nullable Object[row.size()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.get(i);
                }
                if ("accepted".equals(cells[VERDICT_AT])) {
                    String text = row.getString(ROW_TEXT_AT);
                    String file = row.getString(FILE_AT);
                    cells[ROW_TEXT_AT] = null;
                    cells[FILE_AT] = null;
                    if (sums.contains(row.getLong(JUDGED.size()))) {
                        Arrays.fill(cells, null);
                        fill(cells, rules.repeated(file, text));
                    }
                }
                return RowFactory.create(cells);
            });
        };
    }

    private BulkRows rules() {
        return new BulkRows(codelists.codelists(), delivery);
    }

    private Row judged(BulkRows rules, Row row) {
        int size = Validation.COLUMNS.size();
        String file = row.getString(size + 1);
        @Nullable Object[] cells = new @Nullable Object[JUDGED.size()];
        if (!row.isNullAt(size)) {
            fill(cells, rules.broken(file, row.getString(size)));
            return RowFactory.create(cells);
        }
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = row.isNullAt(i) ? "" : text(row.get(i));
        }
        List<String> fields = List.of(texts);
        BulkRows.Verdict verdict = rules.verdict(file, fields);
        if (verdict instanceof BulkRows.Accepted accepted) {
            fill(cells, accepted.observation());
            if (keepsText) {
                cells[ROW_TEXT_AT] = String.join(",", fields);
                cells[FILE_AT] = file;
            }
            cells[VERDICT_AT] = "accepted";
        } else if (verdict instanceof BulkRows.Quarantined quarantined) {
            fill(cells, quarantined);
        }
        return RowFactory.create(cells);
    }

    /** Returns the text of a value, exactly. */
    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return ParquetValue.of(decimal);
        }
        if (value instanceof Double number) {
            return ParquetValue.of(number.doubleValue());
        }
        return value instanceof Float number ? ParquetValue.of(number.floatValue()) : value.toString();
    }

    private static void fill(@Nullable Object[] cells, Observation observation) {
        ObservationKey key = observation.key();
        cells[0] = key.areaCode();
        cells[1] = key.indicatorCode();
        cells[2] = key.activityCode();
        cells[3] = key.period().toString();
        cells[4] = key.accumulation().code();
        cells[5] = key.priceBasis().code();
        cells[6] = observation.value().toPlainString();
        cells[7] = observation.unitCode();
        cells[8] = observation.status().code();
        cells[9] = observation.publishedDate();
        cells[10] = observation.sourceUrl();
    }

    private static void fill(@Nullable Object[] cells, BulkRows.Quarantined quarantined) {
        QuarantinedRow row = quarantined.row();
        cells[RULE_AT] = row.ruleCode();
        cells[FILE_AT] = row.place().file();
        cells[FILE_AT + 1] = row.expected().vi();
        cells[FILE_AT + 2] = row.expected().en();
        cells[FILE_AT + 3] = row.found();
        cells[FILE_AT + 4] = row.advice().vi();
        cells[FILE_AT + 5] = row.advice().en();
        cells[ROW_TEXT_AT] = row.rowText();
        cells[VERDICT_AT] = "quarantined";
    }

    /** What is the same for every row of a delivery, such as its id and the trust in it, is not repeated in each. */
    private static StructType schema() {
        StructType schema = new StructType();
        for (Column column : StoredFigures.SPEC.columns()) {
            if (column.type() != ColumnType.BIGINT) {
                boolean isDate = column.type() == ColumnType.DATE;
                schema = schema.add(column.name(), isDate ? DataTypes.DateType : DataTypes.StringType, true);
            }
        }
        schema = schema.add(VERDICT, DataTypes.StringType, true);
        return schema;
    }
}
