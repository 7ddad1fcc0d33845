package vn.chitieu.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final int MOST_SHEETS = 64;

    private final WorkbookArchive archive;
    private final WorkbookParts parts;
    private final String part;
    private final List<WorkbookParts.Relation> relations;
    private final WorkbookNames names = new WorkbookNames();

    private WorkbookFile(WorkbookArchive archive, WorkbookParts parts, String part)
            throws IOException, XMLStreamException {
        this.archive = archive;
        this.parts = parts;
        this.part = part;
        this.relations = parts.relations(part);
    }

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
        WorkbookParts parts = new WorkbookParts(archive);
        Optional<String> part = parts.workbook();
        if (part.isEmpty()) {
            throw archive.notAWorkbook();
        }
        return new WorkbookFile(archive, parts, part.get()).workbook();
    }

    private Workbook workbook() throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        Optional<String> textsPart = partOf("sharedStrings");
        if (textsPart.isPresent()) {
            try (InputStream content = archive.part(textsPart.get())) {
                texts = SharedTexts.read(XmlInput.open(content));
            }
        }
        CellStyles styles = new CellStyles();
        Optional<String> stylesPart = partOf("styles").filter(archive::has);
        if (stylesPart.isPresent()) {
            try (InputStream content = archive.part(stylesPart.get())) {
                styles = CellStyles.read(XmlInput.open(content));
            }
        }
        Outline outline = outline();
        List<Sheet> sheets = new ArrayList<>();
        for (SheetEntry entry : outline.sheets()) {
            WorkbookParts.Relation relation = relations.stream()
                    .filter(other -> other.id().equals(entry.relation()))
                    .findFirst()
                    .orElseThrow(() -> archive.missing(entry.name()));
            try (InputStream content = archive.part(relation.target())) {
                sheets.add(new SheetReader(texts, styles, outline.calculation())
                        .read(entry.name(), entry.isHidden(), XmlInput.open(content)));
            }
            tables(relation.target(), sheets.size() - 1);
        }
        Set<Workbook.Remark> remarks = EnumSet.noneOf(Workbook.Remark.class);
        boolean hasLinks = has("externalLink");
        if (LinkedCells.mark(sheets, names, hasLinks) || hasLinks) {
            remarks.add(Workbook.Remark.EXTERNAL_LINKS);
        }
        if (has("connections") || has("pivotCacheDefinition")) {
            remarks.add(Workbook.Remark.QUERIES);
        }
        if (stylesPart.isEmpty() || styles.hasUnknown()) {
            remarks.add(Workbook.Remark.NO_STYLES);
        }
        return new Workbook(sheets, remarks);
    }

    private boolean has(String type) {
        return relations.stream().anyMatch(relation -> relation.type().equals(type));
    }

    private Optional<String> partOf(String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(WorkbookParts.Relation::target)
                .findFirst();
    }

    /** What the part of the workbook says. */
    private record Outline(List<SheetEntry> sheets, SheetReader.Calculation calculation) {}

    private record SheetEntry(String name, String relation, boolean isHidden) {}

    private Outline outline() throws IOException, XMLStreamException {
        List<SheetEntry> sheets = new ArrayList<>();
        boolean isFrom1904 = false;
        boolean isOnLoad = false;
        try (InputStream content = archive.part(part)) {
            XMLStreamReader xml = XmlInput.open(content);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "calcPr" -> isOnLoad = XmlAttributes.isTrue(xml, "fullCalcOnLoad");
                    case "workbookPr" -> isFrom1904 = XmlAttributes.isTrue(xml, "date1904");
                    case "sheet" -> {
                        if (sheets.size() == MOST_SHEETS) {
                            throw new XMLStreamException("more than " + MOST_SHEETS + " sheets");
                        }
                        sheets.add(new SheetEntry(
                                EscapedText.decoded(XmlAttributes.attribute(xml, "name")),
                                XmlAttributes.attribute(xml, "id"),
                                !XmlAttributes.attribute(xml, "state").matches("|visible")));
                    }
                    case "definedName" -> name(xml);
                    default -> {}
                }
            }
        }
        return new Outline(sheets, new SheetReader.Calculation(isFrom1904, isOnLoad));
    }

    private void name(XMLStreamReader xml) throws XMLStreamException {
        String name = EscapedText.decoded(XmlAttributes.attribute(xml, "name"));
        String sheet = XmlAttributes.attribute(xml, "localSheetId");
        Optional<Integer> ofSheet =
                sheet.isEmpty() ? Optional.empty() : Optional.of(XmlAttributes.whole(xml, "localSheetId"));
        names.addName(name, ofSheet, EscapedText.decoded(xml.getElementText()));
    }

    private void tables(String sheetPart, int sheet) throws IOException, XMLStreamException {
        for (WorkbookParts.Relation relation : parts.relations(sheetPart)) {
            if (!relation.type().equals("table") || !archive.has(relation.target())) {
                continue;
            }
            try (InputStream content = archive.part(relation.target())) {
                XMLStreamReader xml = XmlInput.open(content);
                while (xml.hasNext()) {
                    if (XmlAttributes.isStart(xml, "table")) {
                        boolean isOfQuery =
                                XmlAttributes.attribute(xml, "tableType").equals("queryTable");
                        names.addTable(
                                EscapedText.decoded(XmlAttributes.attribute(xml, "displayName")),
                                sheet,
                                XmlAttributes.attribute(xml, "ref"),
                                isOfQuery);
                    }
                }
            }
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
