package vn.chitieu.notebook.terminal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;

/** The published rows behind a console table, with their labels, for other programs: CSV and JSON. */
public final class TableText {

    private static final String AREA = "area_code";
    private static final String ACTIVITY = "activity_code";

    /** What rows are given of a dimension besides its key. */
    private static final Set<String> LABELS = Set.of(
            "position",
            "target_name_vi",
            "target_name_en",
            "lead_unit_vi",
            "lead_unit_en",
            "activity_name_vi",
            "activity_name_en",
            "indicator_name_vi",
            "indicator_name_en",
            "unit_name_vi",
            "unit_name_en");

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

    private static MartRows rows(MartReader reader, Subject subject, Optional<String> id) {
        return switch (subject) {
            case ATTAINMENT -> {
                MartRows rows = chosen(reader, MartTables.TARGET_ATTAINMENT, "programme_id", id);
                yield labelled(reader, rows, MartTables.DIM_TARGET, MartTables.DIM_UNIT)
                        .sortedBy("programme_id", "position", "target_id", "target_version");
            }
            case GRDP ->
                labelled(reader, chosen(reader, MartTables.GRDP_BY_SECTOR, AREA, id), MartTables.DIM_ACTIVITY)
                        .sortedBy(AREA, ACTIVITY, "period", "accumulation", "price_basis");
            case BALANCE ->
                labelled(reader, chosen(reader, MartTables.BALANCED_ACCOUNT, AREA, id), MartTables.DIM_ACTIVITY)
                        .sortedBy(AREA, ACTIVITY, "period", "accumulation", "price_basis", "account_measure_code");
            case REVENUE ->
                chosen(reader, MartTables.BUDGET_REVENUE, AREA, id)
                        .sortedBy(AREA, "revenue_code", "period", "accumulation");
            case TRADE ->
                chosen(reader, MartTables.TRADE_BALANCE, AREA, id).sortedBy(AREA, "coverage", "period", "accumulation");
            case HISTORY -> {
                MartRows rows = chosen(reader, MartTables.AREA_HISTORY, AREA, id);
                yield labelled(reader, rows, MartTables.DIM_INDICATOR, MartTables.DIM_UNIT)
                        .sortedBy(AREA, "indicator_code", ACTIVITY, "price_basis", "period", "accumulation");
            }
            case FINDINGS -> MartRows.of(reader, MartTables.FINDING).sortedBy("finding_id");
            case CHANGES ->
                MartRows.of(reader, MartTables.CHANGE_EXPLANATION).sortedBy("subject_id", "quantity_code", "position");
            case ACCURACY ->
                chosen(reader, MartTables.FORECAST_EVALUATION, AREA, id)
                        .sortedBy("variable", "date", "observed_periods", "source");
        };
    }

    private static MartRows chosen(MartReader reader, TableSpec table, String column, Optional<String> id) {
        MartRows rows = MartRows.of(reader, table);
        return id.map(value -> rows.where(column, value)).orElse(rows);
    }

    private static MartRows labelled(MartReader reader, MartRows rows, TableSpec... dimensions) {
        MartRows labelled = rows;
        for (TableSpec dimension : dimensions) {
            List<String> shown = dimension.columns().stream()
                    .map(Column::name)
                    .filter(name -> dimension.key().contains(name) || LABELS.contains(name))
                    .toList();
            labelled = labelled.withLabels(
                    MartRows.of(reader, dimension).columns(shown),
                    dimension.key().toArray(String[]::new));
        }
        return labelled;
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
        return RecordText.csv(rows.columnNames(), records(rows, ""));
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
        return RecordText.json(rows.columnNames(), records(rows, false));
    }

    /**
     * Returns the cells of all rows.
     *
     * @param noTruth what stands for a truth that is not known
     */
    private static List<List<Object>> records(MartRows rows, Object noTruth) {
        List<List<Object>> records = new ArrayList<>();
        for (MartRow row : rows) {
            records.add(rows.columnNames().stream()
                    .map(column -> {
                        if (row.cell(column).isEmpty()) {
                            return rows.isBoolean(column) ? noTruth : "";
                        }
                        return rows.isNumber(column) ? plain(row, column) : other(row, column);
                    })
                    .toList());
        }
        return records;
    }

    private static BigDecimal plain(MartRow row, String column) {
        BigDecimal number = BigDecimal.valueOf(row.number(column).orElseThrow());
        return new BigDecimal(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Object other(MartRow row, String column) {
        Object cell = row.cell(column).orElseThrow();
        return cell instanceof Boolean truth ? truth : cell.toString();
    }
}
