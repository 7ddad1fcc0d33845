package vn.chitieu.notebook.programme;

import java.util.OptionalDouble;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.OriginMark;

/** A rate of growth as it stands beside two levels: marked where it is of another vintage than they are. */
public final class GrowthCell {

    /** Stands behind a rate that the levels beside it do not make. */
    public static final String MARK = "ᵛ";

    private GrowthCell() {}

    /** Returns the growth of a row of accounts, and in brackets the rate of another vintage if it is another number. */
    public static String of(MartRow row, int decimals, NumberFormats numbers) {
        return of(
                row.number("growth_pct"),
                row.text("growth_origin"),
                row.number("growth_other_vintage_pct"),
                decimals,
                numbers);
    }

    /** Returns the cell of a growth, its origin and the rate of another vintage that stands beside it. */
    public static String of(
            OptionalDouble growth, String origin, OptionalDouble other, int decimals, NumberFormats numbers) {
        if (other.isEmpty() || growth.isEmpty()) {
            return numbers.number(growth, decimals) + (growth.isEmpty() ? "" : OriginMark.of(origin));
        }
        String counts = numbers.number(growth, decimals) + OriginMark.of(origin);
        return growth.equals(other) ? counts + MARK : counts + " (" + numbers.number(other, decimals) + MARK + ")";
    }
}
