package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells share. */
final class SharedTexts {

    private final List<RichText> texts = new ArrayList<>();

    /** Reads the part of shared texts. */
    static SharedTexts read(XMLStreamReader xml) throws XMLStreamException {
        SharedTexts shared = new SharedTexts();
        while (xml.hasNext()) {
            if (XmlAttributes.isStart(xml, "si")) {
                shared.texts.add(RichText.read(xml, "si"));
            }
        }
        return shared;
    }

    boolean has(int index) {
        return index >= 0 && index < texts.size();
    }

    RichText text(int index) {
        return texts.get(index);
    }
}
