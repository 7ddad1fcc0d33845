package vn.chitieu.observation.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of a form as any program might write it, part by part, so that a test can spoil each. */
public final class TestWorkbook {

    static final int FIRST_ROW = 9;

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Form form;
    private final TreeMap<Integer, TreeMap<Integer, String>> cells = new TreeMap<>();
    private final List<String> merged = new ArrayList<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> relations = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private String fonts = "<font/><font><strike/></font>";
    private String names = "";
    private String sheetProperties = "";
    private String calculation = "";
    private String otherSheets = "";
    private boolean hasStyles = true;
    private String book = "xl/workbook.xml";
    private String sheetTarget = "worksheets/sheet1.xml";
    private String sheetName;
    private String sheetState = "";
    private String namespace = NAMESPACE;
    private String rowAttributes = "";
    private String styles = "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/>"
            + "<xf numFmtId=\"10\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";

    private TestWorkbook(Form form) {
        this.form = form;
        this.sheetName = form.head().sheet();
    }

    /** Returns the form of a period with status estimate and no figure. */
    public static TestWorkbook of(Form form, String period) {
        TestWorkbook workbook = new TestWorkbook(form);
        workbook.text("B1", form.name().vi())
                .text("B2", form.head().form())
                .text("C2", form.code())
                .text("B3", form.head().sender())
                .text("C3", form.department().vi())
                .text("B4", form.head().period())
                .text("C4", period)
                .text("B5", form.head().status())
                .text("C5", "Ước tính")
                .text("B6", form.head().unit())
                .text("C6", form.head().unitLine());
        for (int c = 0; c < form.columns().size(); c++) {
            List<String> header = form.columns().get(c).header();
            for (int level = 0; level < form.headerRows(); level++) {
                String text = header.get(Math.min(level, header.size() - 1));
                workbook.text(name(7 + level, c + 1), text);
            }
        }
        for (int r = 0; r < form.rows().size(); r++) {
            FormRow row = form.rows().get(r);
            for (int c = 0; c < form.columns().size(); c++) {
                switch (form.columns().get(c).role()) {
                    case KEY -> workbook.text(name(FIRST_ROW + r, c + 1), row.key());
                    case LABEL ->
                        workbook.text(name(FIRST_ROW + r, c + 1), row.label().vi());
                    case UNIT ->
                        workbook.text(
                                name(FIRST_ROW + r, c + 1), row.unit().name().vi());
                    default -> {}
                }
            }
        }
        return workbook;
    }

    public TestWorkbook text(String cell, String text) {
        return raw(
                cell,
                "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text)
                        + "</t></is></c>");
    }

    public TestWorkbook number(String cell, String digits) {
        return raw(cell, "<c r=\"" + cell + "\"><v>" + digits + "</v></c>");
    }

    /** Puts the XML of a whole cell. */
    TestWorkbook raw(String cell, String xml) {
        int[] place = place(cell);
        cells.computeIfAbsent(place[0], row -> new TreeMap<>()).put(place[1], xml);
        return this;
    }

    TestWorkbook clear(String cell) {
        int[] place = place(cell);
        cells.getOrDefault(place[0], new TreeMap<>()).remove(place[1]);
        return this;
    }

    /** Moves all cells from a column on to the right, as inserting a column does. */
    TestWorkbook insertColumn(int at, int fromRow) {
        for (TreeMap<Integer, String> row : cells.tailMap(fromRow, true).values()) {
            TreeMap<Integer, String> moved = new TreeMap<>();
            row.forEach((column, xml) -> moved.put(column >= at ? column + 1 : column, xml));
            row.clear();
            row.putAll(moved);
        }
        cells.forEach((row, of) -> of.replaceAll(
                (column, xml) -> xml.replaceFirst("r=\"[A-Z]+\\d+\"", "r=\"" + name(row, column) + "\"")));
        return this;
    }

    /** Swaps two columns from a row on. */
    TestWorkbook swapColumns(int one, int other, int fromRow) {
        for (Map.Entry<Integer, TreeMap<Integer, String>> row :
                cells.tailMap(fromRow, true).entrySet()) {
            String a = row.getValue().remove(one);
            String b = row.getValue().remove(other);
            if (a != null) {
                row.getValue()
                        .put(other, a.replaceFirst("r=\"[A-Z]+\\d+\"", "r=\"" + name(row.getKey(), other) + "\""));
            }
            if (b != null) {
                row.getValue().put(one, b.replaceFirst("r=\"[A-Z]+\\d+\"", "r=\"" + name(row.getKey(), one) + "\""));
            }
        }
        return this;
    }

    TestWorkbook merge(String range) {
        merged.add(range);
        return this;
    }

    TestWorkbook sheetName(String name) {
        sheetName = name;
        return this;
    }

    TestWorkbook hideSheet() {
        sheetState = " state=\"hidden\"";
        return this;
    }

    TestWorkbook hideRows() {
        rowAttributes = " hidden=\"1\"";
        return this;
    }

    /** Writes the namespaces of strict Office Open XML (ISO/IEC 29500-4 is the transitional one). */
    TestWorkbook strict() {
        namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        return this;
    }

    TestWorkbook styles(String xml) {
        styles = xml;
        return this;
    }

    TestWorkbook fonts(String xml) {
        fonts = xml;
        return this;
    }

    /** Adds defined names. */
    TestWorkbook names(String xml) {
        names = xml;
        return this;
    }

    /** Adds a sheet of one row, 2. */
    TestWorkbook sheet(String name, String row) {
        otherSheets = "<sheet name=\"" + escaped(name) + "\" sheetId=\"2\" r:id=\"rId10\"/>";
        return relation("worksheet", "worksheets/sheet2.xml")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row r=\"2\">" + row + "</row></sheetData></worksheet>");
    }

    /** Puts what says how a workbook computes. */
    TestWorkbook calculation(String xml) {
        calculation = xml;
        return this;
    }

    /** Puts what stands before the rows of the sheet. */
    TestWorkbook sheetProperties(String xml) {
        sheetProperties = xml;
        return this;
    }

    /** Adds attributes to each row. */
    TestWorkbook rows(String attributes) {
        rowAttributes = " " + attributes;
        return this;
    }

    TestWorkbook withoutStyles() {
        hasStyles = false;
        return this;
    }

    /** Writes a part under another name, which the others do not know. */
    TestWorkbook rename(String part, String other) {
        renamed.put(part, other);
        return this;
    }

    /** Writes the workbook and its sheet under other names: of the workbook, of the sheet as target and as part. */
    TestWorkbook moved(String workbook, String target, String sheet) {
        book = workbook;
        sheetTarget = target;
        return rename("xl/worksheets/sheet1.xml", sheet);
    }

    /** Adds a part, or replaces one of the usual ones. */
    TestWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    TestWorkbook part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        all.put(
                book,
                ("<workbook xmlns=\"" + namespace + "\" xmlns:r=\"r\"><sheets><sheet name=\""
                                + escaped(sheetName) + "\" sheetId=\"1\"" + sheetState
                                + " r:id=\"rId1\"/>" + otherSheets + "</sheets><definedNames>" + names
                                + "</definedNames>" + calculation + "</workbook>")
                        .getBytes(UTF_8));
        all.put(
                "_rels/.rels",
                ("<Relationships>" + relation("rId1", "officeDocument", book) + "</Relationships>").getBytes(UTF_8));
        all.put(
                book.replaceFirst("([^/]*)$", "_rels/$1.rels"),
                ("<Relationships>" + relation("rId1", "worksheet", sheetTarget)
                                + (hasStyles ? relation("rId2", "styles", "/xl/styles.xml") : "")
                                + (parts.containsKey("xl/sharedStrings.xml")
                                        ? relation("rId3", "sharedStrings", "sharedStrings.xml")
                                        : "")
                                + String.join("", relations) + "</Relationships>")
                        .getBytes(UTF_8));
        all.put(
                "xl/styles.xml",
                ("<styleSheet xmlns=\"" + namespace + "\"><fonts>" + fonts + "</fonts>" + styles + "</styleSheet>")
                        .getBytes(UTF_8));
        all.put("xl/worksheets/sheet1.xml", sheet().getBytes(UTF_8));
        all.putAll(parts);
        renamed.forEach((part, other) -> all.put(other, all.remove(part)));
        return zip(all);
    }

    /** Names another part in that of the workbook. */
    TestWorkbook relation(String type, String target) {
        relations.add(relation("rId" + (10 + relations.size()), type, target));
        return this;
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/>";
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String sheet() {
        StringBuilder xml =
                new StringBuilder("<worksheet xmlns=\"" + namespace + "\">" + sheetProperties + "<sheetData>");
        cells.forEach((row, of) -> {
            xml.append("<row r=\"")
                    .append(row)
                    .append('"')
                    .append(rowAttributes)
                    .append('>');
            of.values().forEach(xml::append);
            xml.append("</row>");
        });
        xml.append("</sheetData>");
        if (!merged.isEmpty()) {
            xml.append("<mergeCells>");
            merged.forEach(
                    range -> xml.append("<mergeCell ref=\"").append(range).append("\"/>"));
            xml.append("</mergeCells>");
        }
        return xml.append("</worksheet>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String name(int row, int column) {
        return vn.chitieu.source.workbook.Cell.name(row, column);
    }

    private static int[] place(String cell) {
        int column = 0;
        int i = 0;
        while (Character.isLetter(cell.charAt(i))) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
            i++;
        }
        return new int[] {Integer.parseInt(cell.substring(i)), column};
    }

    Form form() {
        return form;
    }
}
