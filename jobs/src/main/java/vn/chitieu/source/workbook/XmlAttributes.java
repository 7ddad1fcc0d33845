package vn.chitieu.source.workbook;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Attributes of the element at which a reader stands, whatever prefix they have. */
final class XmlAttributes {

    private XmlAttributes() {}

    /** Moves on and returns whether an element of a name begins there. */
    static boolean isStart(XMLStreamReader xml, String element) throws XMLStreamException {
        return xml.next() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** Returns an attribute; empty without it. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns a whole number from 0; 0 without one. */
    static int whole(XMLStreamReader xml, String name) {
        String text = attribute(xml, name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Returns whether an attribute says 0, as a height or width that nobody sees does. */
    static boolean isZero(XMLStreamReader xml, String name) {
        return attribute(xml, name).matches("0+(?:\\.0*)?(?:[eE][-+]?[0-9]+)?");
    }

    /** Returns whether an attribute says yes. */
    static boolean isTrue(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.equals("1") || value.equals("true");
    }

    /** Returns whether a switch such as {@code <strike/>} is on: it is unless its value says no. */
    static boolean isOn(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return !value.equals("0") && !value.equals("false");
    }

    /** Returns whether {@code vertAlign} sets text above or below the line. */
    static boolean isOffTheLine(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return value.equals("superscript") || value.equals("subscript");
    }
}
