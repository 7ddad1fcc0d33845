package vn.chitieu.projection.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.text.Words;

/** The files of an evaluation: series and cases in, one row for each case out. */
final class EvaluationFiles {

    private static final Words WORDS = Words.of("projection");

    static final String CASE_ID = "case_id";

    static final List<String> SERIES_COLUMNS = List.of("series_id", "period", "value");

    private static final Map<String, Frequency> FREQUENCIES = Map.of("M", Frequency.M, "Q", Frequency.Q);
    private static final Map<String, Aggregation> AGGREGATIONS =
            Map.of("sum", Aggregation.SUM, "mean", Aggregation.MEAN, "last", Aggregation.LAST);

    private EvaluationFiles() {}

    /** Returns the columns that cases must have. */
    static List<String> caseColumns(boolean withDataset) {
        List<String> columns =
                new ArrayList<>(List.of(CASE_ID, "series_id", "frequency", "agg", "year", "cutoff_period", "target"));
        if (withDataset) {
            columns.add("dataset");
        }
        return columns;
    }

    /**
     * Returns what a case asks.
     *
     * @param series what it asks about; {@code null} if there is none
     * @throws CaseRefusal if it cannot be understood
     */
    static EvaluationCase question(CsvFile.Row row, @Nullable EvaluationSeries series) {
        if (series == null) {
            throw new CaseRefusal("unknown_series", row.refused("series_id", WORDS.text("expected.series")));
        }
        return evaluationCase(row, series, row.header().contains("dataset") ? row.text("dataset") : "");
    }

    /** Returns the refusal of a case that comes again. */
    static DataException again(CsvFile.Row row) {
        return row.refused(CASE_ID, WORDS.text("expected.case_once"));
    }

    /** Why a case cannot be understood, as a code for its row and in words for a person. */
    static final class CaseRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final DataException refusal;

        CaseRefusal(String reason, DataException refusal) {
            super(refusal);
            this.reason = reason;
            this.refusal = refusal;
        }

        String reason() {
            return reason;
        }

        DataException refusal() {
            return refusal;
        }
    }

    private static <T> T read(String reasonOfRefusal, Supplier<T> field) {
        try {
            return field.get();
        } catch (DataException e) {
            throw new CaseRefusal(reasonOfRefusal, e);
        }
    }

    private static EvaluationCase evaluationCase(CsvFile.Row row, EvaluationSeries series, String dataset) {
        Frequency frequency = read("unknown_frequency", () -> oneOf(row, "frequency", FREQUENCIES));
        if (frequency != series.frequency()) {
            throw new CaseRefusal(
                    "other_frequency_than_series",
                    row.refused("frequency", WORDS.text("expected.frequency_of_series", series.frequency())));
        }
        Period cutoff = read("unknown_cutoff_period", () -> period(row, "cutoff_period"));
        if (cutoff.frequency() != frequency) {
            throw new CaseRefusal(
                    "cutoff_period_of_other_frequency",
                    row.refused("cutoff_period", WORDS.text("expected.period_of_frequency", frequency)));
        }
        String year = row.text("year");
        if (!year.matches("\\d{4}")) {
            throw new CaseRefusal("unknown_year", row.refused("year", WORDS.text("expected.year")));
        }
        if (cutoff.year() != Integer.parseInt(year)) {
            throw new CaseRefusal(
                    "cutoff_period_of_other_year",
                    row.refused("cutoff_period", WORDS.text("expected.period_of_year", year)));
        }
        return new EvaluationCase(
                row.text("case_id"),
                dataset,
                series,
                read("unknown_agg", () -> oneOf(row, "agg", AGGREGATIONS)),
                cutoff.year(),
                cutoff,
                read("unknown_target", () -> row.number("target")));
    }

    private static <T> T oneOf(CsvFile.Row row, String column, Map<String, T> values) {
        T value = values.get(row.text(column));
        if (value == null) {
            List<String> known = values.keySet().stream().sorted().toList();
            throw row.refused(column, WORDS.text("expected.one_of", known));
        }
        return value;
    }

    /**
     * Returns the month or quarter in a column.
     *
     * @throws DataException if there is something else
     */
    static Period period(CsvFile.Row row, String column) {
        Period period;
        try {
            period = Period.parse(row.text(column));
        } catch (IllegalArgumentException e) {
            throw row.refused(column, WORDS.text("expected.month_or_quarter"));
        }
        if (!FREQUENCIES.containsValue(period.frequency())) {
            throw row.refused(column, WORDS.text("expected.month_or_quarter"));
        }
        return period;
    }

    /**
     * Refuses a name that {@link #write} could not write to.
     *
     * @throws DataException if it ends in none of {@code .csv}, {@code .csv.gz} and {@code .parquet}
     */
    static void requireWritableName(Path file) {
        if (!isParquet(file)) {
            try {
                CsvFile.isGzip(file);
            } catch (DataException e) {
                throw new DataException(WORDS.text("out_name", file), e);
            }
        }
    }

    private static boolean isParquet(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /**
     * Writes the rows. CSV: in their order, numbers in the shortest decimal form that reads back as the same double,
     * what is empty as an empty field. Parquet: by {@code case_id}, what is empty as null. The file is complete or not
     * there.
     */
    static void write(Path file, AnswersJob answers) throws IOException {
        if (isParquet(file)) {
            ParquetTables.write(EvaluationRow.TABLE, answers.byCase(), file);
            return;
        }
        boolean isGzip = CsvFile.isGzip(file);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished);
                OutputStream packed = isGzip ? new GZIPOutputStream(out) : out;
                CsvWriter writer =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(packed, StandardCharsets.UTF_8)) {
            writer.writeRecord(
                    EvaluationRow.TABLE.columns().stream().map(Column::name).toList());
            Iterator<@Nullable Object[]> rows = answers.inOrder();
            while (rows.hasNext()) {
                writer.writeRecord(Arrays.stream(rows.next())
                        .map(cell -> cell == null ? "" : cell.toString())
                        .toList());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
