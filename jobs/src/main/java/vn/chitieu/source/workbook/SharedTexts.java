package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells share. */
final class SharedTexts {

    private final List<String> texts = new ArrayList<>();
    private final List<Boolean> struckOut = new ArrayList<>();

    /** Reads {@code sharedStrings.xml}. */
    static SharedTexts read(XMLStreamReader xml) throws XMLStreamException {
        SharedTexts shared = new SharedTexts();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                RichText text = RichText.read(xml, "si");
                shared.texts.add(text.text());
                shared.struckOut.add(text.isStruckOut());
            }
        }
        return shared;
    }

    boolean has(int index) {
        return index >= 0 && index < texts.size();
    }

    RichText text(int index) {
        return new RichText(texts.get(index), struckOut.get(index));
    }

    /** A text of several runs, some of which may be struck out. */
    record RichText(String text, boolean isStruckOut) {

        /** The longest text that a spreadsheet program lets a person type. */
        private static final int LONGEST = 32_767;

        /** Reads up to the end of an element; what is written above letters to help pronunciation is not read. */
        static RichText read(XMLStreamReader xml, String element) throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            boolean isStruckOut = false;
            boolean isInText = false;
            int phonetic = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    phonetic += name.equals("rPh") ? 1 : 0;
                    isInText = name.equals("t") && phonetic == 0;
                    isStruckOut |= name.equals("strike") && CellStyles.isOn(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals(element)) {
                        break;
                    }
                    phonetic -= name.equals("rPh") ? 1 : 0;
                    isInText = false;
                } else if (isInText && xml.hasText()) {
                    text.append(xml.getText());
                    if (text.length() > LONGEST) {
                        throw new XMLStreamException("a text of more than " + LONGEST + " characters");
                    }
                }
            }
            return new RichText(text.toString(), isStruckOut);
        }
    }
}
