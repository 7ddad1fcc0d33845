package vn.chitieu.catalog.rows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.TableSpec;

/**
 * Rows as bytes: of each first a bit a column, set where the cell differs from that of the row before, and then those
 * cells. A cell that may be empty begins with whether it is filled. A text that the column had before is its number.
 */
final class RowPacker {

    static final int EMPTY = 0;

    static final int FILLED = 1;

    static final int NEW_TEXT = 0;

    /** Of a text with which the numbers of the column begin anew. */
    static final int NEW_TEXT_AFTER_ALL = 1;

    static final int FIRST_NUMBER = 2;

    /** Bounds the memory of whoever reads many packs at once: a column whose texts never repeat would fill it. */
    static final int MOST_KNOWN_CHARACTERS = 1 << 17;

    private final List<Column> columns;
    private final KnownTexts[] known;
    private final PackedOutput output = new PackedOutput();
    private @Nullable Object[] previous;

    RowPacker(TableSpec spec) {
        this.columns = spec.columns();
        this.previous = new @Nullable Object[columns.size()];
        this.known = new KnownTexts[columns.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = new KnownTexts();
        }
    }

    void add(@Nullable Object[] row) {
        int marks = output.zeros(marks(columns));
        for (int i = 0; i < row.length; i++) {
            if (!Objects.equals(row[i], previous[i])) {
                output.mark(marks, i);
                write(i, row[i]);
            }
        }
        previous = row;
    }

    byte[] packed() {
        return output.written();
    }

    /** Returns the number of bytes that hold a bit a column. */
    static int marks(List<Column> columns) {
        return (columns.size() + Byte.SIZE - 1) / Byte.SIZE;
    }

    private void write(int column, @Nullable Object cell) {
        if (columns.get(column).nullable()) {
            output.octet(cell == null ? EMPTY : FILLED);
        }
        if (cell == null) {
            return;
        }
        switch (columns.get(column).type()) {
            case TEXT -> write((String) cell, known[column]);
            case DATE -> output.number(((LocalDate) cell).toEpochDay());
            case INTEGER, BIGINT -> output.number(((Number) cell).longValue());
            case DECIMAL -> output.number(((BigDecimal) cell).unscaledValue().longValueExact());
            case DOUBLE -> output.bits(Double.doubleToRawLongBits((Double) cell));
            case BOOLEAN -> output.octet((Boolean) cell ? 1 : 0);
        }
    }

    private void write(String text, KnownTexts ofColumn) {
        @Nullable Integer number = ofColumn.numbers.get(text);
        if (number != null) {
            output.count(number);
            return;
        }
        output.count(ofColumn.isFullWith(text) ? NEW_TEXT_AFTER_ALL : NEW_TEXT);
        ofColumn.remember(text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        output.count(utf8.length);
        output.all(utf8);
    }

    private static final class KnownTexts {

        private final Map<String, Integer> numbers = new HashMap<>();
        private long characters;

        boolean isFullWith(String text) {
            return characters + text.length() > MOST_KNOWN_CHARACTERS;
        }

        void remember(String text) {
            if (isFullWith(text)) {
                numbers.clear();
                characters = 0;
            }
            numbers.put(text, FIRST_NUMBER + numbers.size());
            characters += text.length();
        }
    }
}
