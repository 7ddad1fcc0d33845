package vn.chitieu.source.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitieu.source.workbook.Cell.Kind;
import vn.chitieu.source.workbook.Cell.NumberFormat;

/** Reads one sheet in one pass. */
final class SheetReader {

    private static final int MOST_CELLS = 400_000;
    private static final RichText NOTHING = new RichText("", "", "", false);

    private final SharedTexts texts;
    private final CellStyles styles;
    private final Calculation calculation;
    private final FormulaCells formulas = new FormulaCells();
    private final Map<Integer, Map<Integer, Cell>> cells = new HashMap<>();
    private final List<MergedRange> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private boolean hidesRows;
    private boolean hasCellsOutside;
    private int rowsSeen;
    private int cellsSeen;
    private int row;
    private int column;

    /**
     * How a workbook computes.
     *
     * @param isFrom1904 whether its days count from 1904
     * @param isOnLoad whether formulas are computed when it is opened, so that their results in the file are none yet
     */
    record Calculation(boolean isFrom1904, boolean isOnLoad) {}

    SheetReader(SharedTexts texts, CellStyles styles, Calculation calculation) {
        this.texts = texts;
        this.styles = styles;
        this.calculation = calculation;
    }

    Sheet read(String name, boolean isHidden, XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "sheetFormatPr" -> hidesRows = XmlAttributes.isTrue(xml, "zeroHeight");
                case "col" -> columns(xml);
                case "row" -> row(xml);
                case "c" -> cell(xml);
                case "mergeCell" ->
                    MergedRange.of(XmlAttributes.attribute(xml, "ref")).ifPresent(merged::add);
                default -> {}
            }
        }
        return new Sheet(
                name,
                isHidden,
                cells,
                merged,
                new Sheet.View(hiddenRows, hiddenColumns, calculation.isFrom1904()),
                hasCellsOutside,
                formulas);
    }

    private void columns(XMLStreamReader xml) {
        if (XmlAttributes.isTrue(xml, "hidden") || XmlAttributes.isZero(xml, "width")) {
            int last = Math.min(Sheet.MOST_COLUMNS, XmlAttributes.whole(xml, "max"));
            for (int hidden = XmlAttributes.whole(xml, "min"); hidden <= last; hidden++) {
                hiddenColumns.add(hidden);
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException {
        rowsSeen++;
        if (rowsSeen > Sheet.MOST_ROWS) {
            throw new XMLStreamException("more than " + Sheet.MOST_ROWS + " rows");
        }
        int given = XmlAttributes.whole(xml, "r");
        row = given > 0 ? given : row + 1;
        column = 0;
        if (isHiddenRow(xml)) {
            hiddenRows.add(row);
        }
    }

    /** A row is hidden by its mark, by a height of 0, or with all those that do not say otherwise. */
    private boolean isHiddenRow(XMLStreamReader xml) {
        boolean hasNoHeight = XmlAttributes.isTrue(xml, "customHeight") && XmlAttributes.isZero(xml, "ht");
        boolean saysNothing = XmlAttributes.attribute(xml, "hidden").isEmpty()
                && XmlAttributes.attribute(xml, "ht").isEmpty();
        return XmlAttributes.isTrue(xml, "hidden") || hasNoHeight || (hidesRows && saysNothing);
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        int[] place = Cell.place(XmlAttributes.attribute(xml, "r"));
        column = place.length == 2 ? place[1] : column + 1;
        int at = place.length == 2 ? place[0] : row;
        String type = XmlAttributes.attribute(xml, "t");
        CellStyles.Style style = styles.style(XmlAttributes.whole(xml, "s"));
        RichText content = NOTHING;
        Optional<Formula> formula = Optional.empty();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> content = value(type, xml.getElementText());
                    case "f" -> formula = Optional.of(formula(at, xml));
                    case "is" -> content = RichText.read(xml, "is");
                    default -> {}
                }
            }
        }
        if (formula.isPresent() && calculation.isOnLoad()) {
            type = "";
            content = NOTHING;
        }
        if (!content.shown().isBlank() || formula.isPresent()) {
            keep(cell(at, type, style, style.isRaised() ? allRaised(content) : content, formula));
        }
    }

    private Cell cell(int at, String type, CellStyles.Style style, RichText content, Optional<Formula> formula) {
        Kind kind =
                switch (type) {
                    case "s", "str", "inlineStr" -> Kind.TEXT;
                    case "b" -> Kind.BOOLEAN;
                    case "e" -> Kind.ERROR;
                    default -> Kind.NUMBER;
                };
        String shown = content.shown();
        NumberFormat format = NumberFormat.PLAIN;
        boolean isDate = type.equals("d");
        Optional<BigDecimal> number = isDate
                ? DateFormat.number(content.shown(), calculation.isFrom1904())
                : CellNumbers.stored(content.shown());
        if (kind == Kind.NUMBER && number.isPresent()) {
            shown = style.format().shown(number.get(), calculation.isFrom1904());
            format = style.format().format(number.get(), calculation.isFrom1904());
        }
        if (isDate && format != NumberFormat.DATE && format != NumberFormat.MONTH) {
            shown = content.shown();
            format = NumberFormat.DATE;
        } else if (kind == Kind.TEXT) {
            shown = style.format().shown(content.shown());
            format = shown.strip().equals(content.shown().strip()) ? NumberFormat.PLAIN : NumberFormat.OTHER;
        }
        return new Cell(
                at,
                column,
                kind,
                content.text(),
                content.raised(),
                shown,
                formula.isPresent(),
                formula.map(Formula::text).orElse(""),
                false,
                format,
                style.isStruckOut() || content.isStruckOut(),
                style.indent());
    }

    private static RichText allRaised(RichText content) {
        return new RichText("", content.shown(), content.shown(), content.isStruckOut());
    }

    private RichText value(String type, String text) throws XMLStreamException {
        if (type.equals("s")) {
            int index = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
            if (!texts.has(index)) {
                throw new XMLStreamException("a cell that refers to text " + text + ", which there is not");
            }
            return texts.text(index);
        }
        String decoded = type.equals("str") ? EscapedText.decoded(text) : text;
        return new RichText(decoded, "", decoded, false);
    }

    private Formula formula(int at, XMLStreamReader xml) throws XMLStreamException {
        String type = XmlAttributes.attribute(xml, "t");
        int index = XmlAttributes.whole(xml, "si");
        String range = XmlAttributes.attribute(xml, "ref");
        return formulas.add(at, column, EscapedText.decoded(xml.getElementText()), type, index, range);
    }

    private void keep(Cell cell) throws XMLStreamException {
        if (cell.row() > Sheet.MOST_ROWS || cell.column() > Sheet.MOST_COLUMNS) {
            hasCellsOutside = true;
            return;
        }
        cellsSeen++;
        if (cellsSeen > MOST_CELLS) {
            throw new XMLStreamException("more than " + MOST_CELLS + " cells");
        }
        if (cells.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell) != null) {
            throw new XMLStreamException("two cells " + cell.name());
        }
    }
}
