package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The styles of a workbook as far as they change what a reader takes a cell for. */
final class CellStyles {

    /** How cells without a style are shown. */
    private static final Style PLAIN = new Style(NumberFormatCode.GENERAL, false, false, 0);

    private final List<Style> styles = new ArrayList<>();
    private final Set<Integer> incomplete = new HashSet<>();
    private boolean hasUnknown;

    /** The style of a cell: its number format, whether its font is struck out or off the line, and its indent. */
    record Style(NumberFormatCode format, boolean isStruckOut, boolean isRaised, int indent) {}

    private record Font(boolean isStruckOut, boolean isRaised) {}

    /** Reads the part of styles. */
    static CellStyles read(XMLStreamReader xml) throws XMLStreamException {
        CellStyles read = new CellStyles();
        Map<Integer, NumberFormatCode> codes = new HashMap<>();
        List<Font> fonts = new ArrayList<>();
        String section = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            switch (element) {
                case "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs" ->
                    section = element;
                case "numFmt" -> {
                    if (section.equals("numFmts")) {
                        String code = EscapedText.decoded(XmlAttributes.attribute(xml, "formatCode"));
                        codes.put(XmlAttributes.whole(xml, "numFmtId"), NumberFormatCode.of(code));
                    }
                }
                case "font", "strike", "vertAlign" -> {
                    if (section.equals("fonts")) {
                        font(xml, element, fonts);
                    }
                }
                case "xf", "alignment" -> {
                    if (section.equals("cellXfs")) {
                        read.style(xml, element, codes, fonts);
                    }
                }
                default -> {}
            }
        }
        return read;
    }

    private static void font(XMLStreamReader xml, String element, List<Font> fonts) {
        if (element.equals("font")) {
            fonts.add(new Font(false, false));
        } else if (!fonts.isEmpty()) {
            Font last = fonts.get(fonts.size() - 1);
            boolean isStrike = element.equals("strike");
            fonts.set(
                    fonts.size() - 1,
                    new Font(
                            isStrike ? XmlAttributes.isOn(xml) : last.isStruckOut(),
                            isStrike ? last.isRaised() : XmlAttributes.isOffTheLine(xml)));
        }
    }

    private void style(XMLStreamReader xml, String element, Map<Integer, NumberFormatCode> codes, List<Font> fonts) {
        if (element.equals("xf")) {
            int id = XmlAttributes.whole(xml, "numFmtId");
            int at = XmlAttributes.whole(xml, "fontId");
            Optional<NumberFormatCode> format =
                    Optional.ofNullable(codes.get(id)).or(() -> NumberFormatCode.builtIn(id));
            boolean hasFont = at < fonts.size() || at == 0;
            if (format.isEmpty() || !hasFont) {
                incomplete.add(styles.size());
            }
            Font font = at < fonts.size() ? fonts.get(at) : new Font(false, false);
            styles.add(new Style(format.orElse(NumberFormatCode.GENERAL), font.isStruckOut(), font.isRaised(), 0));
        } else if (!styles.isEmpty()) {
            Style last = styles.get(styles.size() - 1);
            int indent = XmlAttributes.whole(xml, "indent");
            styles.set(styles.size() - 1, new Style(last.format(), last.isStruckOut(), last.isRaised(), indent));
        }
    }

    /** Returns a style; the plain one in the place of one that is not there or not whole, which is remembered. */
    Style style(int index) {
        hasUnknown |= incomplete.contains(index);
        if (index < styles.size()) {
            return styles.get(index);
        }
        hasUnknown |= index > 0;
        return PLAIN;
    }

    /** Returns whether a cell named a style that is not there, or one whose format or font is not. */
    boolean hasUnknown() {
        return hasUnknown;
    }
}
