package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitieu.source.workbook.Cell.Kind;
import vn.chitieu.source.workbook.Cell.NumberFormat;
import vn.chitieu.source.workbook.SharedTexts.RichText;

/** Reads one sheet in one pass. */
final class SheetReader {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 256;
    private static final int MOST_CELLS = 400_000;

    private final SharedTexts texts;
    private final CellStyles styles;
    private final Map<Integer, Map<Integer, Cell>> cells = new HashMap<>();
    private final List<MergedRange> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private boolean hasCellsOutside;
    private int rowsSeen;
    private int cellsSeen;
    private int row;
    private int column;

    SheetReader(SharedTexts texts, CellStyles styles) {
        this.texts = texts;
        this.styles = styles;
    }

    Sheet read(String name, boolean isHidden, XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "col" -> columns(xml);
                case "row" -> row(xml);
                case "c" -> cell(xml);
                case "mergeCell" -> merge(CellStyles.attribute(xml, "ref"));
                default -> {}
            }
        }
        return new Sheet(name, isHidden, cells, merged, hiddenRows, hiddenColumns, hasCellsOutside);
    }

    private void columns(XMLStreamReader xml) {
        if (isTrue(CellStyles.attribute(xml, "hidden"))) {
            int last = Math.min(MOST_COLUMNS, CellStyles.whole(xml, "max"));
            for (int hidden = CellStyles.whole(xml, "min"); hidden <= last; hidden++) {
                hiddenColumns.add(hidden);
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException {
        rowsSeen++;
        if (rowsSeen > MOST_ROWS) {
            throw new XMLStreamException("more than " + MOST_ROWS + " rows");
        }
        int given = CellStyles.whole(xml, "r");
        row = given > 0 ? given : row + 1;
        column = 0;
        if (isTrue(CellStyles.attribute(xml, "hidden"))) {
            hiddenRows.add(row);
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        int[] place = Cell.place(CellStyles.attribute(xml, "r"));
        column = place.length == 2 ? place[1] : column + 1;
        int at = place.length == 2 ? place[0] : row;
        String type = CellStyles.attribute(xml, "t");
        int style = CellStyles.whole(xml, "s");
        String value = "";
        String formula = "";
        boolean isFormula = false;
        boolean isStruckOut = styles.isStruckOut(style);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "f" -> {
                        formula = xml.getElementText();
                        isFormula = true;
                    }
                    case "is" -> {
                        RichText rich = RichText.read(xml, "is");
                        value = rich.text();
                        isStruckOut |= rich.isStruckOut();
                    }
                    default -> {}
                }
            }
        }
        Kind kind =
                switch (type) {
                    case "s", "str", "inlineStr" -> Kind.TEXT;
                    case "b" -> Kind.BOOLEAN;
                    case "e" -> Kind.ERROR;
                    default -> Kind.NUMBER;
                };
        NumberFormat format = type.equals("d") ? NumberFormat.DATE : styles.format(style);
        if (type.equals("s")) {
            int index = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
            if (!texts.has(index)) {
                throw new XMLStreamException("a cell that refers to text " + value + ", which there is not");
            }
            RichText rich = texts.text(index);
            value = rich.text();
            isStruckOut |= rich.isStruckOut();
        }
        if (!value.isBlank() || isFormula) {
            keep(new Cell(at, column, kind, value, isFormula, formula, format, isStruckOut));
        }
    }

    private void keep(Cell cell) throws XMLStreamException {
        if (cell.row() > MOST_ROWS || cell.column() > MOST_COLUMNS) {
            hasCellsOutside = true;
            return;
        }
        cellsSeen++;
        if (cellsSeen > MOST_CELLS) {
            throw new XMLStreamException("more than " + MOST_CELLS + " cells");
        }
        cells.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell);
    }

    private void merge(String range) {
        String[] ends = range.split(":", 2);
        int[] first = Cell.place(ends[0]);
        int[] last = Cell.place(ends[ends.length - 1]);
        if (first.length == 2 && last.length == 2) {
            merged.add(new MergedRange(first[0], first[1], last[0], last[1]));
        }
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }
}
