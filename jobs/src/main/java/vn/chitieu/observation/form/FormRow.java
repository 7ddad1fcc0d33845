package vn.chitieu.observation.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.Unit;
import vn.chitieu.text.LocalizedText;

/**
 * One row of a form: what is asked for.
 *
 * @param key by which the row is known, exact text
 * @param isState whether its figure is a state at the end of the period, which no column cumulates
 * @param closed ids of the columns in which nothing is asked for
 * @param parts keys of rows whose figures this one includes
 * @param partsAreAll whether the parts make up the whole, rather than a part of it
 * @param tolerance how far the parts may be from the whole, in the unit
 * @param targetId the target that the row's assessment is about, if it has one
 */
public record FormRow(
        String key,
        LocalizedText label,
        String indicatorCode,
        String activityCode,
        Unit unit,
        PriceBasis priceBasis,
        boolean isState,
        Set<String> closed,
        List<String> parts,
        boolean partsAreAll,
        BigDecimal tolerance,
        Optional<String> targetId) {

    public FormRow {
        closed = Set.copyOf(closed);
        parts = List.copyOf(parts);
    }

    /** Returns whether something is asked for in a column. */
    public boolean asks(FormColumn column) {
        return column.role().isInput() && !closed.contains(column.id());
    }

    /** Returns the accumulation of this row's figures in a value column. */
    public Accumulation accumulation(FormColumn column) {
        return isState ? Accumulation.PERIOD : column.accumulation().orElse(Accumulation.PERIOD);
    }

    /** Returns the price basis of this row's figures in a column. */
    public PriceBasis priceBasis(FormColumn column) {
        return column.priceBasis().orElse(priceBasis);
    }
}
