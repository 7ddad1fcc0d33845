package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitieu.source.workbook.Cell.NumberFormat;

/** The styles of a workbook as far as they change what a reader takes a cell for. */
final class CellStyles {

    /** Numbers of the built-in formats of dates and times (ECMA-376-1, 18.8.30, and those of East Asia). */
    private static final Set<Integer> BUILT_IN_DATES = new HashSet<>(List.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58));

    private final List<NumberFormat> formats = new ArrayList<>();
    private final List<Boolean> struckOut = new ArrayList<>();

    /** Reads {@code styles.xml}. */
    static CellStyles read(XMLStreamReader xml) throws XMLStreamException {
        CellStyles styles = new CellStyles();
        Map<Integer, String> codes = new HashMap<>();
        List<Boolean> fontIsStruckOut = new ArrayList<>();
        String section = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                switch (element) {
                    case "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs" ->
                        section = element;
                    case "numFmt" -> {
                        if (section.equals("numFmts")) {
                            codes.put(whole(xml, "numFmtId"), attribute(xml, "formatCode"));
                        }
                    }
                    case "font" -> {
                        if (section.equals("fonts")) {
                            fontIsStruckOut.add(false);
                        }
                    }
                    case "strike" -> {
                        if (section.equals("fonts") && !fontIsStruckOut.isEmpty() && isOn(xml)) {
                            fontIsStruckOut.set(fontIsStruckOut.size() - 1, true);
                        }
                    }
                    case "xf" -> {
                        if (section.equals("cellXfs")) {
                            int font = whole(xml, "fontId");
                            styles.formats.add(format(whole(xml, "numFmtId"), codes));
                            styles.struckOut.add(font < fontIsStruckOut.size() && fontIsStruckOut.get(font));
                        }
                    }
                    default -> {}
                }
            }
        }
        return styles;
    }

    NumberFormat format(int style) {
        return style < formats.size() ? formats.get(style) : NumberFormat.PLAIN;
    }

    boolean isStruckOut(int style) {
        return style < struckOut.size() && struckOut.get(style);
    }

    /** Returns whether a switch such as {@code <strike/>} is on: it is unless its value says no. */
    static boolean isOn(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return !value.equals("0") && !value.equals("false");
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static int whole(XMLStreamReader xml, String name) {
        String text = attribute(xml, name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static NumberFormat format(int id, Map<Integer, String> codes) {
        if (BUILT_IN_DATES.contains(id)) {
            return NumberFormat.DATE;
        }
        if (id == 9 || id == 10) {
            return NumberFormat.PERCENT;
        }
        String code = codes.getOrDefault(id, "")
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT)
                .replace("general", "");
        if (code.contains("%")) {
            return NumberFormat.PERCENT;
        }
        return code.matches(".*[ymdhs].*") ? NumberFormat.DATE : NumberFormat.PLAIN;
    }
}
