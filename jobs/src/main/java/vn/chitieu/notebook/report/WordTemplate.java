package vn.chitieu.notebook.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.StableZip;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.text.Words;

/**
 * A Word document that the office edits freely, with fields in double braces. {@code {{name}}} is replaced by a text. A
 * paragraph that begins with {@code {{#list}}} is repeated for each item of a list, and a table row whose first cell
 * begins with {@code {{#list:kind}}} for each item of that kind, in the order of the list, a table of an empty list not
 * at all; a paragraph that begins with {@code {{?list}}} or {@code {{?list|other}}} stands only where one of the lists
 * has an item, and with {@code {{?country.ph}}} only in a report on an area of that country; a paragraph
 * {@code {{chart:name}}} of the body shows a chart, or is left out where there is nothing to draw; inside, a name means
 * the item's own field before the document's. A field keeps the look of its first letter, also where Word has cut it
 * apart.
 */
final class WordTemplate {

    private static final Words WORDS = Words.of("notebook");

    /**
     * One item of a list.
     *
     * @param kind which of the rows of a table shows it; paragraphs show any kind
     */
    record Item(String kind, Map<String, String> fields) {

        /** Returns an item that is one text. */
        static Item of(String text) {
            return new Item("", Map.of("text", text));
        }

        Item {
            fields = Map.copyOf(fields);
        }
    }

    /** Namespace of WordprocessingML, ECMA-376. */
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final Pattern FIELD = Pattern.compile("\\{\\{([#?]?[a-z0-9_:.|]+)}}");

    /** What a list is called that only reports on areas of a country have. */
    static final String COUNTRY = "country.";

    private static final Pattern CHART = Pattern.compile("\\{\\{chart:([a-z0-9_]+)}}");

    private static final int FIRST_DRAWING = 1000;

    private static final Pattern PART = Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");

    private final Path file;
    private final Map<String, String> fields;
    private final Map<String, List<Item>> lists;
    private final Map<String, BarChart> charts;

    /** The charts that the document shows, by name. */
    private final SortedMap<String, BarChart> shown = new TreeMap<>();

    private WordTemplate(
            Path file, Map<String, String> fields, Map<String, List<Item>> lists, Map<String, BarChart> charts) {
        this.file = file;
        this.fields = fields;
        this.lists = lists;
        this.charts = charts;
    }

    /**
     * Returns the parts of the document that a template and its values make, by name.
     *
     * @throws DataException if the file is missing, no Word document, or names a field or list that there is not
     */
    static SortedMap<String, byte[]> fill(Path file, Map<String, String> fields, Map<String, List<Item>> lists) {
        return fill(file, fields, lists, Map.of());
    }

    /** Returns the same of a template with charts. */
    static SortedMap<String, byte[]> fill(
            Path file, Map<String, String> fields, Map<String, List<Item>> lists, Map<String, BarChart> charts) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(WORDS.text("template.missing", file));
        }
        try {
            SortedMap<String, byte[]> parts = StableZip.parts(Files.readAllBytes(file));
            if (!parts.containsKey("word/document.xml")) {
                throw new IOException("it has no part word/document.xml");
            }
            WordTemplate template = new WordTemplate(file, fields, lists, charts);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (PART.matcher(part.getKey()).matches()) {
                    part.setValue(template.filled(part.getValue()));
                }
            }
            template.addCharts(parts);
            return parts;
        } catch (IOException | SAXException e) {
            throw new DataException(WORDS.text("template.no_word", file, e.getMessage()), e);
        }
    }

    private byte[] filled(byte[] xml) throws IOException, SAXException {
        Document document = read(xml);
        List<Element> tables = descendants(document.getDocumentElement(), "tbl");
        // repeated rows come last: what was filled in must not be read as a field again
        descendants(document.getDocumentElement(), "p").stream()
                .filter(paragraph -> !isInRepeatedRow(paragraph))
                .forEach(this::fillParagraph);
        tables.forEach(this::fillTable);
        return written(document);
    }

    private static Document read(byte[] xml) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document parsed(byte[] xml) {
        try {
            return read(xml);
        } catch (IOException | SAXException e) {
            throw new DataException(WORDS.text("template.no_word", file, e.getMessage()), e);
        }
    }

    private static byte[] written(Document document) {
        try {
            TransformerFactory transformers = TransformerFactory.newInstance();
            transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            transformers.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            document.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformers.newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInRepeatedRow(Element paragraph) {
        for (Node node = paragraph.getParentNode(); node != null; node = node.getParentNode()) {
            if (node instanceof Element row
                    && W.equals(row.getNamespaceURI())
                    && row.getLocalName().equals("tr")) {
                return !listOf(text(row)).isEmpty();
            }
        }
        return false;
    }

    private void fillTable(Element table) {
        List<Element> patterns = children(table, "tr").stream()
                .filter(row -> !listOf(text(row)).isEmpty())
                .toList();
        if (patterns.isEmpty()) {
            return;
        }
        String list = name(listOf(text(patterns.get(0))));
        for (Element pattern : patterns) {
            if (!name(listOf(text(pattern))).equals(list)) {
                throw new DataException(WORDS.text("template.lists", file, list, name(listOf(text(pattern)))));
            }
        }
        for (Item item : items(list)) {
            for (Element pattern : patterns) {
                String named = listOf(text(pattern));
                if (named.equals(list) || named.equals(list + ":" + item.kind())) {
                    Element row = copyBefore(patterns.get(0), pattern);
                    descendants(row, "p").forEach(paragraph -> replace(paragraph, with(item)));
                }
            }
        }
        patterns.forEach(table::removeChild);
        if (items(list).isEmpty()) {
            table.getParentNode().removeChild(table);
        }
    }

    private void fillParagraph(Element paragraph) {
        String text = text(paragraph);
        Matcher chart = CHART.matcher(text);
        if (chart.lookingAt()) {
            draw(paragraph, chart.group(1));
            return;
        }
        String condition = marked(text, "?");
        if (!condition.isEmpty() && Arrays.stream(condition.split("\\|")).noneMatch(this::isMet)) {
            paragraph.getParentNode().removeChild(paragraph);
            return;
        }
        String list = listOf(text);
        if (list.isEmpty()) {
            replace(paragraph, fields);
            return;
        }
        for (Item item : items(list)) {
            replace(copyBefore(paragraph, paragraph), with(item));
        }
        paragraph.getParentNode().removeChild(paragraph);
    }

    /** Puts a chart in the place of the letters of a paragraph. */
    private void draw(Element paragraph, String name) {
        BarChart chart = charts.get(name);
        if (chart == null) {
            throw unknown("{{chart:" + name + "}}", charts.keySet());
        }
        List<Element> runs = children(paragraph, "r");
        if (chart.isEmpty() || runs.isEmpty()) {
            paragraph.getParentNode().removeChild(paragraph);
            return;
        }
        shown.put(name, chart);
        runs.subList(1, runs.size()).forEach(paragraph::removeChild);
        children(runs.get(0), "t").forEach(runs.get(0)::removeChild);
        Document drawing = parsed(WordDrawing.of(chart, relation(name), FIRST_DRAWING + shown.size())
                .getBytes(StandardCharsets.UTF_8));
        runs.get(0).appendChild(paragraph.getOwnerDocument().importNode(drawing.getDocumentElement(), true));
    }

    private static String relation(String chart) {
        return "chart_" + chart;
    }

    private void addCharts(SortedMap<String, byte[]> parts) {
        shown.forEach((name, chart) -> {
            parts.put("word/charts/" + name + ".xml", chart.alone().part());
            append(
                    parts,
                    "[Content_Types].xml",
                    "Override",
                    Map.of("PartName", "/word/charts/" + name + ".xml", "ContentType", OfficeChart.CONTENT_TYPE));
            append(
                    parts,
                    "word/_rels/document.xml.rels",
                    "Relationship",
                    Map.of("Id", relation(name), "Target", "charts/" + name + ".xml", "Type", OfficeChart.RELATION));
        });
    }

    private void append(SortedMap<String, byte[]> parts, String part, String element, Map<String, String> attributes) {
        byte[] xml = parts.get(part);
        if (xml == null) {
            throw new DataException(WORDS.text("template.no_word", file, "it has no part " + part));
        }
        Document document = parsed(xml);
        Element root = document.getDocumentElement();
        Element added = document.createElementNS(root.getNamespaceURI(), element);
        new TreeMap<>(attributes).forEach(added::setAttribute);
        root.appendChild(added);
        parts.put(part, written(document));
    }

    private static Element copyBefore(Element place, Element pattern) {
        Element copy = (Element) pattern.cloneNode(true);
        place.getParentNode().insertBefore(copy, place);
        return copy;
    }

    private Map<String, String> with(Item item) {
        Map<String, String> values = new HashMap<>(fields);
        values.putAll(item.fields());
        return values;
    }

    private boolean isMet(String condition) {
        return condition.startsWith(COUNTRY)
                ? lists.containsKey(condition)
                : !items(condition).isEmpty();
    }

    private List<Item> items(String list) {
        List<Item> items = lists.get(list);
        if (items == null) {
            throw unknown("{{#" + list + "}}", lists.keySet());
        }
        return items;
    }

    /** Replaces the fields of a paragraph, whose letters Word keeps in several pieces. */
    private void replace(Element paragraph, Map<String, String> values) {
        String text = text(paragraph);
        Matcher matcher = FIELD.matcher(text);
        List<int[]> places = new ArrayList<>();
        List<String> replacements = new ArrayList<>();
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
            replacements.add(value(matcher.group(1), values));
        }
        if (places.isEmpty()) {
            return;
        }
        int start = 0;
        for (Element piece : descendants(paragraph, "t")) {
            String old = piece.getTextContent();
            piece.setTextContent(replaced(old, start, places, replacements));
            piece.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
            start += old.length();
        }
    }

    /** Returns a piece with its share of the fields replaced: a field is written where it begins. */
    private static String replaced(String piece, int start, List<int[]> places, List<String> replacements) {
        StringBuilder text = new StringBuilder();
        int next = start;
        int end = start + piece.length();
        for (int i = 0; i < places.size(); i++) {
            int from = places.get(i)[0];
            int to = places.get(i)[1];
            if (to <= start || from >= end) {
                continue;
            }
            if (from >= start) {
                text.append(piece, next - start, from - start).append(replacements.get(i));
            }
            next = Math.min(to, end);
        }
        return text.append(piece, next - start, piece.length()).toString();
    }

    private String value(String name, Map<String, String> values) {
        if (name.startsWith("#") || name.startsWith("?")) {
            return "";
        }
        String value = values.get(name);
        if (value == null) {
            throw unknown("{{" + name + "}}", values.keySet());
        }
        return xmlText(value);
    }

    /** Returns a text without the characters that XML cannot hold. */
    private static String xmlText(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> PlainText.isInvisible(c) ? PlainText.REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private DataException unknown(String field, Collection<String> known) {
        return new DataException(WORDS.text("template.field", file, String.join(", ", new TreeSet<>(known)), field));
    }

    private static String listOf(String text) {
        return marked(text, "#");
    }

    private static String marked(String text, String sign) {
        Matcher matcher = FIELD.matcher(text);
        return matcher.lookingAt() && matcher.group(1).startsWith(sign)
                ? matcher.group(1).substring(1)
                : "";
    }

    private static String name(String list) {
        int kind = list.indexOf(':');
        return kind < 0 ? list : list.substring(0, kind);
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        descendants(element, "t").forEach(piece -> text.append(piece.getTextContent()));
        return text.toString();
    }

    /**
     * Returns what lies below an element in the order of the document; the list of the DOM is searched anew each time.
     */
    private static List<Element> descendants(Element element, String name) {
        List<Element> found = new ArrayList<>();
        addDescendants(element, name, found);
        return found;
    }

    private static void addDescendants(Node node, String name, List<Element> found) {
        for (Node below = node.getFirstChild(); below != null; below = below.getNextSibling()) {
            if (below instanceof Element element) {
                if (W.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
                    found.add(element);
                }
                addDescendants(element, name, found);
            }
        }
    }

    private static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && W.equals(child.getNamespaceURI())
                    && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }
}
