package vn.chitieu.catalog.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.RowContract;
import vn.chitieu.catalog.table.TableSpec;

/** What {@link RowPacker} packed, row by row. */
final class UnpackedRows implements Iterator<@Nullable Object[]> {

    private final List<Column> columns;
    private final List<List<String>> known;
    private final PackedInput input;
    private int left;
    private @Nullable Object[] previous;

    UnpackedRows(TableSpec spec, int size, PackedInput input) {
        this.columns = spec.columns();
        this.known = Stream.<List<String>>generate(() -> new ArrayList<>(0))
                .limit(columns.size())
                .toList();
        this.input = input;
        this.left = size;
        this.previous = new @Nullable Object[columns.size()];
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public @Nullable Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        byte[] marks = new byte[RowPacker.marks(columns)];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) input.octet();
        }
        @Nullable Object[] row = previous.clone();
        for (int i = 0; i < row.length; i++) {
            if ((marks[i / Byte.SIZE] & (1 << (i % Byte.SIZE))) != 0) {
                row[i] = cell(i);
            }
        }
        previous = row.clone(); // the row is the caller's
        return row;
    }

    private @Nullable Object cell(int column) {
        if (columns.get(column).nullable() && input.octet() == RowPacker.EMPTY) {
            return null;
        }
        return switch (columns.get(column).type()) {
            case TEXT -> text(known.get(column));
            case DATE -> LocalDate.ofEpochDay(input.number());
            case INTEGER -> (int) input.number();
            case BIGINT -> input.number();
            case DECIMAL -> BigDecimal.valueOf(input.number(), RowContract.DECIMAL_SCALE);
            case DOUBLE -> Double.longBitsToDouble(input.bits());
            case BOOLEAN -> input.octet() == 1;
        };
    }

    private String text(List<String> ofColumn) {
        int number = (int) input.count();
        if (number >= RowPacker.FIRST_NUMBER) {
            return ofColumn.get(number - RowPacker.FIRST_NUMBER);
        }
        if (number == RowPacker.NEW_TEXT_AFTER_ALL) {
            ofColumn.clear();
        }
        String text = input.text((int) input.count());
        ofColumn.add(text);
        return text;
    }
}
