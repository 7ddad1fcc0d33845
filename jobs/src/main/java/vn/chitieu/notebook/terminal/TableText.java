package vn.chitieu.notebook.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

/** The published rows behind a console table, with their labels, for other programs: CSV and JSON. */
public final class TableText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private TableText() {}

    /** Which published rows. */
    public enum Subject {
        ATTAINMENT,
        GRDP,
        BALANCE,
        REVENUE,
        TRADE,
        HISTORY,
        FINDINGS,
        ACCURACY,
        CHANGES;

        /**
         * Returns the subject with a code.
         *
         * @throws IllegalArgumentException if the code names no subject
         */
        public static Subject of(String code) {
            for (Subject subject : values()) {
                if (subject.name().toLowerCase(Locale.ROOT).equals(code)) {
                    return subject;
                }
            }
            throw new IllegalArgumentException(
                    "Expecting attainment, grdp, balance, revenue, trade, history, findings, accuracy or changes but"
                            + " was '"
                            + code + "'");
        }
    }

    /**
     * Returns rows as CSV (RFC 4180): numbers with a point and without grouping, days as {@code 2025-06-30}, empty
     * cells empty. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers never do.
     *
     * @param id of the one programme for attainment, of the one area for accounts; not used for findings
     */
    public static String csv(MartReader reader, Subject subject, Optional<String> id) {
        return csv(rows(reader, subject, id));
    }

    /** Returns the rows of any table as CSV, as {@link #csv(MartReader, Subject, Optional)}. */
    public static String csv(Table table) {
        return csv(MartRows.of(table));
    }

    private static String csv(MartRows rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(rows.columnNames());
            for (MartRow row : rows) {
                List<String> cells = new ArrayList<>();
                for (String column : rows.columnNames()) {
                    cells.add(rows.isNumber(column) ? number(row, column) : guarded(other(row, column)));
                }
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expecting to write CSV in memory", e);
        }
        return text.toString();
    }

    /**
     * Returns rows as a JSON array of objects, members in the order of the columns, empty cells null.
     *
     * @param id of the one programme for attainment, of the one area for accounts; not used for findings
     */
    public static String json(MartReader reader, Subject subject, Optional<String> id) {
        return json(rows(reader, subject, id));
    }

    /** Returns the rows of any table as JSON, as {@link #json(MartReader, Subject, Optional)}. */
    public static String json(Table table) {
        return json(MartRows.of(table));
    }

    private static String json(MartRows rows) {
        ArrayNode array = JSON.createArrayNode();
        for (MartRow row : rows) {
            ObjectNode object = array.addObject();
            for (String column : rows.columnNames()) {
                if (rows.isNumber(column)) {
                    String number = number(row, column);
                    if (number.isEmpty()) {
                        object.putNull(column);
                    } else {
                        object.put(column, new BigDecimal(number));
                    }
                } else if (rows.isBoolean(column)) {
                    object.put(column, row.isTrue(column));
                } else if (row.table().column(column).isMissing(row.index())) {
                    object.putNull(column);
                } else {
                    object.put(column, other(row, column));
                }
            }
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(array) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Expecting to write JSON in memory", e);
        }
    }

    private static MartRows rows(MartReader reader, Subject subject, Optional<String> id) {
        return switch (subject) {
            case ATTAINMENT ->
                chosen(MartRows.of(reader, MartTables.TARGET_ATTAINMENT), "programme_id", id)
                        .withLabels(
                                MartRows.of(reader, MartTables.DIM_TARGET)
                                        .columns(List.of(
                                                "programme_id",
                                                "target_id",
                                                "position",
                                                "target_name_vi",
                                                "target_name_en",
                                                "lead_unit_vi",
                                                "lead_unit_en")),
                                "programme_id",
                                "target_id")
                        .withLabels(unitNames(reader), "unit_code")
                        .sortedBy("programme_id", "position", "target_id", "target_version");
            case GRDP ->
                chosen(MartRows.of(reader, MartTables.GRDP_BY_SECTOR), "area_code", id)
                        .withLabels(
                                MartRows.of(reader, MartTables.DIM_ACTIVITY)
                                        .columns(List.of("activity_code", "activity_name_vi", "activity_name_en")),
                                "activity_code")
                        .sortedBy("area_code", "activity_code", "period", "accumulation", "price_basis");
            case BALANCE ->
                chosen(MartRows.of(reader, MartTables.BALANCED_ACCOUNT), "area_code", id)
                        .withLabels(
                                MartRows.of(reader, MartTables.DIM_ACTIVITY)
                                        .columns(List.of("activity_code", "activity_name_vi", "activity_name_en")),
                                "activity_code")
                        .sortedBy(
                                "area_code",
                                "activity_code",
                                "period",
                                "accumulation",
                                "price_basis",
                                "account_measure_code");
            case REVENUE ->
                chosen(MartRows.of(reader, MartTables.BUDGET_REVENUE), "area_code", id)
                        .sortedBy("area_code", "revenue_code", "period", "accumulation");
            case TRADE ->
                chosen(MartRows.of(reader, MartTables.TRADE_BALANCE), "area_code", id)
                        .sortedBy("area_code", "coverage", "period", "accumulation");
            case HISTORY ->
                chosen(MartRows.of(reader, MartTables.AREA_HISTORY), "area_code", id)
                        .withLabels(
                                MartRows.of(reader, MartTables.DIM_INDICATOR)
                                        .columns(List.of("indicator_code", "indicator_name_vi", "indicator_name_en")),
                                "indicator_code")
                        .withLabels(unitNames(reader), "unit_code")
                        .sortedBy(
                                "area_code",
                                "indicator_code",
                                "activity_code",
                                "price_basis",
                                "period",
                                "accumulation");
            case FINDINGS -> MartRows.of(reader, MartTables.FINDING).sortedBy("finding_id");
            case CHANGES ->
                MartRows.of(reader, MartTables.CHANGE_EXPLANATION).sortedBy("subject_id", "quantity_code", "position");
            case ACCURACY ->
                chosen(MartRows.of(reader, MartTables.FORECAST_EVALUATION), "area_code", id)
                        .sortedBy("variable", "date", "observed_periods", "source");
        };
    }

    private static MartRows chosen(MartRows rows, String column, Optional<String> id) {
        return id.map(value -> rows.where(column, value)).orElse(rows);
    }

    private static MartRows unitNames(MartReader reader) {
        return MartRows.of(reader, MartTables.DIM_UNIT).columns(List.of("unit_code", "unit_name_vi", "unit_name_en"));
    }

    private static String number(MartRow row, String column) {
        return row.number(column).isEmpty()
                ? ""
                : plain(BigDecimal.valueOf(row.number(column).getAsDouble()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String other(MartRow row, String column) {
        Object cell = row.table().column(column).isMissing(row.index())
                ? ""
                : row.table().column(column).get(row.index());
        return cell.toString();
    }

    /** Returns a text that no spreadsheet takes for a formula. */
    static String guarded(String text) {
        String start = text.strip();
        boolean isFormula = !text.isEmpty()
                && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0));
        return isFormula ? "'" + text : text;
    }
}
