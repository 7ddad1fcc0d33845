package vn.chitieu.projection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;

/** The files of an evaluation: series and cases in, one row for each case out. */
final class EvaluationFiles {

    private static final Map<String, Frequency> FREQUENCIES = Map.of("M", Frequency.M, "Q", Frequency.Q);
    private static final Map<String, Aggregation> AGGREGATIONS =
            Map.of("sum", Aggregation.SUM, "mean", Aggregation.MEAN, "last", Aggregation.LAST);
    private static final List<String> RESULT_COLUMNS =
            List.of("case_id", "point", "p10", "p90", "p2_5", "p97_5", "p_attain", "method_used", "fallback_reason");

    private EvaluationFiles() {}

    /**
     * Reads columns {@code series_id, period, value}, in any order of rows; an empty value is a missing one.
     *
     * @throws DataException if a period comes twice, a series mixes frequencies or a field cannot be read
     */
    static Map<String, EvaluationSeries> series(Path file) {
        Map<String, EvaluationSeries> series = new HashMap<>();
        CsvRows.forEach(file, List.of("series_id", "period", "value"), row -> {
            Period period = period(row, "period");
            EvaluationSeries known = series.computeIfAbsent(
                    row.text("series_id"), id -> new EvaluationSeries(period.frequency(), new TreeMap<>()));
            if (known.frequency() != period.frequency()) {
                throw row.refused("period", "a period of frequency %s as before".formatted(known.frequency()));
            }
            OptionalDouble value = row.number("value");
            if (value.isPresent() && known.values().put(EvaluationSeries.index(period), value.getAsDouble()) != null) {
                throw row.refused("period", "each period of series %s once".formatted(row.text("series_id")));
            }
        });
        return series;
    }

    /**
     * Reads columns {@code case_id, series_id, frequency, agg, year, cutoff_period, target}; others are not looked at,
     * an empty target asks for no probability.
     *
     * @param series what the cases may ask about
     * @throws DataException if a case comes twice, names no series or another frequency, or a field cannot be read
     */
    static List<EvaluationCase> cases(Path file, Map<String, EvaluationSeries> series) {
        List<EvaluationCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> columns = List.of("case_id", "series_id", "frequency", "agg", "year", "cutoff_period", "target");
        CsvRows.forEach(file, columns, row -> {
            EvaluationSeries known = series.get(row.text("series_id"));
            if (known == null) {
                throw row.refused("series_id", "one of the %s series given".formatted(series.size()));
            }
            if (!ids.add(row.text("case_id"))) {
                throw row.refused("case_id", "each case once");
            }
            cases.add(evaluationCase(row, known));
        });
        return cases;
    }

    private static EvaluationCase evaluationCase(CsvRows.Row row, EvaluationSeries series) {
        Frequency frequency = oneOf(row, "frequency", FREQUENCIES);
        if (frequency != series.frequency()) {
            throw row.refused("frequency", "%s as the series has it".formatted(series.frequency()));
        }
        Period cutoff = period(row, "cutoff_period");
        if (cutoff.frequency() != frequency) {
            throw row.refused("cutoff_period", "a period of frequency " + frequency);
        }
        String year = row.text("year");
        if (!year.matches("\\d{4}")) {
            throw row.refused("year", "a year such as 2025");
        }
        return new EvaluationCase(
                row.text("case_id"),
                series,
                oneOf(row, "agg", AGGREGATIONS),
                Integer.parseInt(year),
                cutoff,
                row.number("target"));
    }

    private static <T> T oneOf(CsvRows.Row row, String column, Map<String, T> values) {
        T value = values.get(row.text(column));
        if (value == null) {
            throw row.refused(
                    column, "one of " + values.keySet().stream().sorted().toList());
        }
        return value;
    }

    private static Period period(CsvRows.Row row, String column) {
        Period period;
        try {
            period = Period.parse(row.text(column));
        } catch (IllegalArgumentException e) {
            throw row.refused(column, "a month such as 2025-09 or a quarter such as 2025-Q3");
        }
        if (!FREQUENCIES.containsValue(period.frequency())) {
            throw row.refused(column, "a month such as 2025-09 or a quarter such as 2025-Q3");
        }
        return period;
    }

    /**
     * Writes the rows in their order; numbers in the shortest decimal form that reads back as the same double, what is
     * empty as an empty field. The file is complete or not there.
     */
    static void write(Path file, List<EvaluationRow> rows) throws IOException {
        boolean isGzip = CsvRows.isGzip(file);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished);
                OutputStream packed = isGzip ? new GZIPOutputStream(out) : out;
                CsvWriter writer =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(packed, StandardCharsets.UTF_8)) {
            writer.writeRecord(RESULT_COLUMNS);
            for (EvaluationRow row : rows) {
                writer.writeRecord(
                        row.caseId(),
                        text(row.point()),
                        text(row.p10()),
                        text(row.p90()),
                        text(row.p2_5()),
                        text(row.p97_5()),
                        text(row.pAttain()),
                        row.methodUsed(),
                        row.fallbackReason());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
