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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ParquetTables;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.Aggregation;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.text.Words;

/** The files of an evaluation: series and cases in, one row for each case out. */
final class EvaluationFiles {

    private static final Words WORDS = Words.of("projection");

    private static final Map<String, Frequency> FREQUENCIES = Map.of("M", Frequency.M, "Q", Frequency.Q);
    private static final Map<String, Aggregation> AGGREGATIONS =
            Map.of("sum", Aggregation.SUM, "mean", Aggregation.MEAN, "last", Aggregation.LAST);

    private EvaluationFiles() {}

    /**
     * Reads columns {@code series_id, period, value}, in any order of rows; an empty value is a missing one. Of a
     * period that comes twice with different values {@link DoubtfulPeriods} takes one or none.
     *
     * @param refused takes each row that cannot be used
     * @throws DataException if the file cannot be read or lacks a column
     */
    static Map<String, EvaluationSeries> series(Path file, Consumer<DataException> refused) {
        Map<String, EvaluationSeries> series = new TreeMap<>();
        Map<String, DoubtfulPeriods> doubtful = new TreeMap<>();
        CsvFile.forEach(
                file,
                List.of("series_id", "period", "value"),
                row -> {
                    Period period = period(row, "period");
                    OptionalDouble value = row.number("value");
                    String id = row.text("series_id");
                    EvaluationSeries known = series.computeIfAbsent(
                            id,
                            name -> new EvaluationSeries(name, period.frequency(), new TreeMap<>(), new TreeSet<>()));
                    if (known.frequency() != period.frequency()) {
                        throw row.refused("period", WORDS.text("expected.frequency_as_before", known.frequency()));
                    }
                    if (value.isEmpty()) {
                        return;
                    }
                    Double before = known.values().putIfAbsent(EvaluationSeries.index(period), value.getAsDouble());
                    if (before != null) {
                        doubtful.computeIfAbsent(id, name -> new DoubtfulPeriods())
                                .add(EvaluationSeries.index(period), before, value.getAsDouble());
                        throw row.refused("period", WORDS.text("expected.period_once", id));
                    }
                },
                refused);
        doubtful.forEach((id, periods) -> periods.settle(Objects.requireNonNull(series.get(id)), refused));
        return series;
    }

    /**
     * Reads columns {@code case_id, series_id, frequency, agg, year, cutoff_period, target}; others are not looked at,
     * an empty target asks for no probability. A case that cannot be understood stays, refused; one that comes again
     * does not.
     *
     * @param series what the cases may ask about
     * @param withDataset whether a column {@code dataset} is needed too
     * @param refused takes each row that cannot be used
     * @throws DataException if the file cannot be read or lacks a column
     */
    static List<EvaluationQuestion> cases(
            Path file, Map<String, EvaluationSeries> series, boolean withDataset, Consumer<DataException> refused) {
        List<EvaluationQuestion> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> columns =
                new ArrayList<>(List.of("case_id", "series_id", "frequency", "agg", "year", "cutoff_period", "target"));
        if (withDataset) {
            columns.add("dataset");
        }
        CsvFile.forEach(
                file,
                columns,
                row -> {
                    String id = row.text("case_id");
                    if (!ids.add(id)) {
                        throw row.refused("case_id", WORDS.text("expected.case_once"));
                    }
                    EvaluationSeries known = series.get(row.text("series_id"));
                    if (known == null) {
                        cases.add(new RefusedCase(id, "unknown_series"));
                        throw row.refused("series_id", WORDS.text("expected.series", series.size()));
                    }
                    try {
                        cases.add(evaluationCase(row, known, withDataset ? row.text("dataset") : ""));
                    } catch (CaseRefusal refusal) {
                        cases.add(new RefusedCase(id, refusal.reason));
                        throw refusal.refusal;
                    }
                },
                refused);
        return cases;
    }

    /** Why a case cannot be understood, as a code for its row and in words for a person. */
    private static final class CaseRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final DataException refusal;

        CaseRefusal(String reason, DataException refusal) {
            super(refusal);
            this.reason = reason;
            this.refusal = refusal;
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

    private static Period period(CsvFile.Row row, String column) {
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
    static void write(Path file, List<EvaluationRow> rows) throws IOException {
        if (isParquet(file)) {
            List<@Nullable Object[]> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(row.cells()));
            ParquetTables.write(new Table(EvaluationRow.TABLE, cells), file);
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
            for (EvaluationRow row : rows) {
                writer.writeRecord(Arrays.stream(row.cells())
                        .map(cell -> cell == null ? "" : cell.toString())
                        .toList());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
