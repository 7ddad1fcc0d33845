package vn.chitieu.mart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.projection.MethodNote;

/** Fills one row of a table by column name, so that no cell can land in a neighbour's column. */
final class RowBuilder {

    private static final int DECIMALS = 4;

    private final TableSpec spec;
    private final @Nullable Object[] cells;

    private RowBuilder(TableSpec spec) {
        this.spec = spec;
        this.cells = new Object[spec.columns().size()];
    }

    static RowBuilder of(TableSpec spec, RunStamp stamp) {
        return new RowBuilder(spec).set("run_id", stamp.runId()).set("as_of_date", stamp.asOf());
    }

    static RowBuilder of(TableSpec spec) {
        return new RowBuilder(spec);
    }

    /**
     * Sets a cell; null leaves it empty. A number for a DECIMAL column is rounded half-even to 4 decimals.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    RowBuilder set(String column, @Nullable Object value) {
        int index = spec.indexOf(column);
        boolean decimal = spec.columns().get(index).type() == ColumnType.DECIMAL;
        cells[index] = decimal && value instanceof Double number
                ? BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN)
                : value;
        return this;
    }

    /** Sets a text cell; an empty text leaves it empty. */
    RowBuilder setText(String column, String text) {
        return set(column, text.isEmpty() ? null : text);
    }

    /** Sets a code and its words in both languages; no note, or one without words, leaves the cells empty. */
    RowBuilder setNote(String codeColumn, String wordsStem, @Nullable MethodNote note) {
        if (note == null) {
            return this;
        }
        return setText(codeColumn, note.code())
                .setText(wordsStem + "_vi", note.text().vi())
                .setText(wordsStem + "_en", note.text().en());
    }

    /** Returns whether a cell is filled. */
    boolean has(String column) {
        return cells[spec.indexOf(column)] != null;
    }

    @Nullable
    Object[] build() {
        return cells.clone();
    }
}
