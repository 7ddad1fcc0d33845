package vn.chitieu.projection.evaluation;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Queue;
import vn.chitieu.catalog.CsvFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.observation.Period;

/** The rows of one file of an evaluation, read one after the other where Spark wants them. */
abstract class FileRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> columns;
    private final Refusal.Stage stage;

    FileRows(List<String> columns, Refusal.Stage stage) {
        this.columns = new ArrayList<>(columns);
        this.stage = stage;
    }

    /** Series with columns {@code series_id, period, value}: values that stand together travel together. */
    static FileRows ofSeries() {
        return new SeriesRows();
    }

    /** Cases, whose texts are understood beside their series. */
    static FileRows ofCases(List<String> columns) {
        return new CaseRows(columns);
    }

    /** Takes a row, and gives what it makes complete. */
    abstract void take(CsvFile.Row row, Queue<KeyedRow> complete);

    /** Gives what is left after the last row. */
    abstract void end(Queue<KeyedRow> complete);

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read or lacks a column
     */
    CsvFile.Rows open(Path file) {
        return CsvFile.open(file, columns);
    }

    /** Returns what the rows of an open file are. */
    Iterator<KeyedRow> of(CsvFile.Rows rows) {
        Queue<KeyedRow> complete = new ArrayDeque<>();
        return new Iterator<>() {
            private boolean isRead;

            @Override
            public boolean hasNext() {
                while (complete.isEmpty() && !isRead) {
                    if (rows.hasNext()) {
                        read(rows.next());
                    } else {
                        isRead = true;
                        end(complete);
                    }
                }
                return !complete.isEmpty();
            }

            private void read(CsvFile.Row row) {
                try {
                    row.requireAllFields();
                    take(row, complete);
                } catch (DataException e) {
                    complete.add(KeyedRow.of(new Refusal(stage, row.line(), "", e.text())));
                }
            }

            @Override
            public KeyedRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return complete.remove();
            }
        };
    }

    private static final class SeriesRows extends FileRows {

        private static final long serialVersionUID = 1L;

        /** Enough for most series as a whole. */
        private static final int MOST_TOGETHER = 1000;

        private static final int MOST_REMEMBERED = 10_000;

        private final HashMap<String, Period> periods = new HashMap<>();
        private final ArrayList<KeyedRow.Value> values = new ArrayList<>();
        private String seriesId = "";

        SeriesRows() {
            super(EvaluationFiles.SERIES_COLUMNS, Refusal.Stage.SERIES_ROW);
        }

        @Override
        void take(CsvFile.Row row, Queue<KeyedRow> complete) {
            Period period = period(row);
            OptionalDouble value = row.number("value");
            String id = row.text("series_id");
            if (!id.equals(seriesId) || values.size() == MOST_TOGETHER) {
                end(complete);
                seriesId = id;
            }
            values.add(new KeyedRow.Value(
                    row.line(), period.frequency(), EvaluationSeries.index(period), value.orElse(Double.NaN)));
        }

        /** All series have the same few periods. */
        private Period period(CsvFile.Row row) {
            String text = row.text("period");
            Period known = periods.get(text);
            if (known == null) {
                known = EvaluationFiles.period(row, "period");
                if (periods.size() < MOST_REMEMBERED) {
                    periods.put(text, known);
                }
            }
            return known;
        }

        @Override
        void end(Queue<KeyedRow> complete) {
            if (!values.isEmpty()) {
                complete.add(KeyedRow.of(seriesId, values));
                values.clear();
            }
        }
    }

    private static final class CaseRows extends FileRows {

        private static final long serialVersionUID = 1L;

        private final List<String> columns;

        CaseRows(List<String> columns) {
            super(columns, Refusal.Stage.CASE_ROW);
            this.columns = new ArrayList<>(columns);
        }

        @Override
        void take(CsvFile.Row row, Queue<KeyedRow> complete) {
            complete.add(KeyedRow.of(
                    row.text("series_id"),
                    row.line(),
                    row.text("case_id"),
                    columns.stream().map(row::text).toList()));
        }

        @Override
        void end(Queue<KeyedRow> complete) {}
    }
}
