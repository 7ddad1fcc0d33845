package vn.chitieu.observation.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.PriceBasis;

/**
 * One column of a form.
 *
 * @param header what stands above it, from the top row down; a shorter one is merged over the rows
 * @param accumulation of its figures, in a value column
 * @param priceBasis of its figures, where it differs from that of their rows
 */
public record FormColumn(
        String id,
        Role role,
        List<String> header,
        Optional<Accumulation> accumulation,
        Optional<PriceBasis> priceBasis) {

    public FormColumn {
        header = List.copyOf(header);
        if (role == Role.VALUE && accumulation.isEmpty()) {
            throw new IllegalArgumentException("Expecting the accumulation of value column '" + id + "'");
        }
    }

    /** What a column is for. */
    public enum Role {
        /** The code of the row, by which it is known. */
        KEY,
        /** The name of the row; what stands there is not compared. */
        LABEL,
        /** The unit, which must be that of the catalogue. */
        UNIT,
        /** A figure of the period or of the year to date. */
        VALUE,
        /** What the department expects of the whole year (Ước thực hiện cả năm). */
        YEAR_ESTIMATE,
        /** Whether the department judges a target without number as met. */
        ASSESSMENT,
        /** Why (Nguyên nhân). */
        CAUSES,
        /** What is done about it (Giải pháp). */
        SOLUTIONS;

        static Role ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Returns whether a department writes in such a column. */
        public boolean isInput() {
            return this != KEY && this != LABEL && this != UNIT;
        }
    }

    /** Returns the header as one line. */
    public String title() {
        return String.join(" / ", header);
    }
}
