package vn.chitieu.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.chitieu.source.XmlInput;

/** The parts of a workbook, each found by what another one says of it (ECMA-376-2, 9.3), never by its name. */
final class WorkbookParts {

    private final WorkbookArchive archive;

    WorkbookParts(WorkbookArchive archive) {
        this.archive = archive;
    }

    /**
     * What a part says of another.
     *
     * @param type the last word of its type, such as {@code styles}; the same in both forms of the standard
     * @param target the name of the part in the archive
     */
    record Relation(String id, String type, String target, boolean isExternal) {}

    /** Returns the name of the part that holds the workbook; empty if the archive names none. */
    Optional<String> workbook() throws IOException, XMLStreamException {
        return relations("").stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(Relation::target)
                .filter(archive::has)
                .findFirst();
    }

    /** Returns what a part says of others, in the order of the file; nothing if it says nothing. */
    List<Relation> relations(String part) throws IOException, XMLStreamException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (!archive.has(name)) {
            return relations;
        }
        try (InputStream content = archive.part(name)) {
            XMLStreamReader xml = XmlInput.open(content);
            while (xml.hasNext()) {
                if (XmlAttributes.isStart(xml, "Relationship")) {
                    String type = XmlAttributes.attribute(xml, "Type");
                    boolean isExternal =
                            XmlAttributes.attribute(xml, "TargetMode").equals("External");
                    String target = XmlAttributes.attribute(xml, "Target");
                    relations.add(new Relation(
                            XmlAttributes.attribute(xml, "Id"),
                            type.substring(type.lastIndexOf('/') + 1),
                            isExternal ? target : resolved(folder, target),
                            isExternal));
                }
            }
        }
        return relations;
    }

    /** Returns the name of a part from where another one lies: {@code ../a}, {@code ./a} and {@code /a} too. */
    static String resolved(String folder, String target) {
        String forward = target.replace('\\', '/');
        String path = forward.startsWith("/") ? forward : folder + forward;
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String joined = String.join("/", names);
        return joined.contains("%") ? decoded(joined) : joined;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // a percent sign that is none of a code stands for itself
        }
    }
}
