package vn.chitieu.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.XmlInput;
import vn.chitieu.text.Words;

/**
 * Reads .xlsx files (Office Open XML, transitional or strict) cell by cell.
 *
 * <p>Own reading, because no library shows all that a form can be wrong by: merged data cells, hidden rows, struck-out
 * figures, formulas without a result, numbers shown as dates; and each lets some hostile archive through.
 */
public final class WorkbookFile {

    private static final Words WORDS = Words.of("source");

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_SHEETS = 64;

    private WorkbookFile() {}

    /**
     * Returns what stands in a workbook.
     *
     * @param file its name, in messages
     * @throws DataException if it is no honest .xlsx or larger than a form can be; the message says what it is
     */
    public static Workbook read(String file, Path path) {
        try (WorkbookArchive archive = WorkbookArchive.open(file, path)) {
            return read(archive);
        } catch (XMLStreamException e) {
            throw new DataException(WORDS.text("workbook.xml", file, firstLine(e)));
        } catch (IOException e) {
            throw new DataException(WORDS.text("workbook.unreadable", file), e);
        }
    }

    private static Workbook read(WorkbookArchive archive) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        if (archive.has("xl/sharedStrings.xml")) {
            try (InputStream part = archive.part("xl/sharedStrings.xml")) {
                texts = SharedTexts.read(XmlInput.open(part));
            }
        }
        CellStyles styles = new CellStyles();
        if (archive.has("xl/styles.xml")) {
            try (InputStream part = archive.part("xl/styles.xml")) {
                styles = CellStyles.read(XmlInput.open(part));
            }
        }
        Map<String, String> targets = new HashMap<>();
        try (InputStream part = archive.part("xl/_rels/workbook.xml.rels")) {
            XMLStreamReader xml = XmlInput.open(part);
            while (xml.hasNext()) {
                if (isStart(xml, "Relationship")) {
                    targets.put(CellStyles.attribute(xml, "Id"), CellStyles.attribute(xml, "Target"));
                }
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        try (InputStream part = archive.part(WORKBOOK)) {
            XMLStreamReader xml = XmlInput.open(part);
            while (xml.hasNext()) {
                if (isStart(xml, "sheet")) {
                    String target = targets.getOrDefault(CellStyles.attribute(xml, "id"), "");
                    if (sheets.size() == MOST_SHEETS) {
                        throw new XMLStreamException("more than " + MOST_SHEETS + " sheets");
                    }
                    sheets.add(sheet(
                            archive,
                            target.startsWith("/") ? target.substring(1) : "xl/" + target,
                            CellStyles.attribute(xml, "name"),
                            !CellStyles.attribute(xml, "state").matches("|visible"),
                            texts,
                            styles));
                }
            }
        }
        return new Workbook(sheets, archive.hasExternalLinks());
    }

    private static Sheet sheet(
            WorkbookArchive archive, String part, String name, boolean isHidden, SharedTexts texts, CellStyles styles)
            throws IOException, XMLStreamException {
        try (InputStream content = archive.part(part)) {
            return new SheetReader(texts, styles).read(name, isHidden, XmlInput.open(content));
        }
    }

    private static boolean isStart(XMLStreamReader xml, String element) throws XMLStreamException {
        return xml.next() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(element);
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
