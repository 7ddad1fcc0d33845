package vn.chitieu.source.workbook;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A text of several runs, some of which may be struck out or set above or below the line.
 *
 * <p>A raised 2 or 3 behind a metre is its square or cube and part of the text; every other raised or lowered run is
 * kept apart.
 *
 * @param text the runs on the line
 * @param raised the runs above or below it
 * @param shown all runs in their order
 */
record RichText(String text, String raised, String shown, boolean isStruckOut) {

    /** The longest text that a spreadsheet program lets a person type. */
    private static final int LONGEST = 32_767;

    private static final Pattern METRE = Pattern.compile("(?s).*(?<!\\p{L})(?:k|h|da|d|c|m)?m");

    /** Reads up to the end of an element; what is written above letters to help pronunciation is not read. */
    static RichText read(XMLStreamReader xml, String element) throws XMLStreamException {
        Runs runs = new Runs();
        StringBuilder text = new StringBuilder();
        boolean isInText = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                phonetic += name.equals("rPh") ? 1 : 0;
                isInText = name.equals("t") && phonetic == 0;
                runs.start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                if (isInText && name.equals("t")) {
                    runs.add(EscapedText.decoded(text.toString()));
                    text.setLength(0);
                }
                isInText = false;
                if (name.equals(element)) {
                    break;
                }
                phonetic -= name.equals("rPh") ? 1 : 0;
            } else if (isInText && xml.hasText()) {
                text.append(xml.getText());
                if (runs.shown.length() + text.length() > LONGEST) {
                    throw new XMLStreamException("a text of more than " + LONGEST + " characters");
                }
            }
        }
        return new RichText(runs.text.toString(), runs.raised.toString(), runs.shown.toString(), runs.isStruckOut);
    }

    private static final class Runs {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder raised = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();
        private boolean isStruckOut;
        private boolean isRaised;

        void start(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "r" -> isRaised = false;
                case "strike" -> isStruckOut |= XmlAttributes.isOn(xml);
                case "vertAlign" -> isRaised = XmlAttributes.isOffTheLine(xml);
                default -> {}
            }
        }

        void add(String run) {
            if (isRaised
                    && (run.equals("2") || run.equals("3"))
                    && METRE.matcher(text).matches()) {
                String power = run.equals("2") ? "\u00B2" : "\u00B3";
                text.append(power);
                shown.append(power);
                return;
            }
            (isRaised ? raised : text).append(run);
            shown.append(run);
        }
    }
}
