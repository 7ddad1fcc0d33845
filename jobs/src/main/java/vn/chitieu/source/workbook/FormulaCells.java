package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** The formulas of one sheet by their cells; those that share the text of another cell's have it moved to theirs. */
final class FormulaCells {

    /** More than this many formulas are no sheet of an office. */
    private static final int MOST = 400_000;

    private final Map<Integer, Map<Integer, Formula>> formulas = new TreeMap<>();
    private final List<Array> arrays = new ArrayList<>();
    private final Map<Integer, Shared> shared = new HashMap<>();
    private int count;

    /** A formula whose results fill several cells. */
    record Array(MergedRange cells, Formula formula) {}

    private record Shared(int row, int column, Formula formula) {}

    /**
     * Adds the formula of a cell and returns it.
     *
     * @param type {@code shared}, {@code array}, {@code dataTable} or anything else for a formula of its own
     * @param index of a shared one
     * @param range the cells that its results fill
     * @throws XMLStreamException if there are more formulas than any sheet has
     */
    Formula add(int row, int column, String text, String type, int index, String range) throws XMLStreamException {
        count++;
        if (count > MOST) {
            throw new XMLStreamException("more than " + MOST + " formulas");
        }
        Formula formula = text.isEmpty() ? Formula.unknown() : Formula.of(text);
        if (type.equals("shared")) {
            Shared master = shared.get(index);
            if (!text.isEmpty()) {
                shared.put(index, new Shared(row, column, formula));
            } else if (master != null) {
                formula = master.formula().moved(row - master.row(), column - master.column());
            }
        } else if (type.equals("array") || type.equals("dataTable")) {
            Formula filling = type.equals("array") ? formula : Formula.unknown();
            MergedRange.of(range).ifPresent(cells -> arrays.add(new Array(cells, filling)));
        }
        formulas.computeIfAbsent(row, r -> new TreeMap<>()).put(column, formula);
        return formula;
    }

    Map<Integer, Map<Integer, Formula>> byRow() {
        return Collections.unmodifiableMap(formulas);
    }

    List<Array> arrays() {
        return Collections.unmodifiableList(arrays);
    }
}
