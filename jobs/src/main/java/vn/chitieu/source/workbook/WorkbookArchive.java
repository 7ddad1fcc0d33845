package vn.chitieu.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.DurableFiles;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/**
 * The archive of an .xlsx file, looked through before anything in it is believed: what is not an honest workbook of a
 * department is refused, and no more than 64 MB of one part or 256 MB in all is ever inflated.
 */
final class WorkbookArchive implements AutoCloseable {

    private static final Words WORDS = Words.of("source");

    private static final int MOST_ENTRIES = 200;
    private static final long LARGEST_ENTRY = 64L << 20;
    private static final long LARGEST_TOTAL = 256L << 20;
    private static final long RATIO_GRACE = 100L << 10;
    private static final int LARGEST_RATIO = 100;
    private static final int LONGEST_HEAD = 4096;
    private static final LocalizedText SAVE_AS_XLSX = WORDS.text("workbook.save_as_xlsx");

    private final String file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private WorkbookArchive(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * Opens an archive that passed.
     *
     * @param file its name, in messages
     * @throws DataException if it is another kind of file, truncated, encrypted, has macros or a document type, or is
     *     larger than a form can be
     */
    static WorkbookArchive open(String file, Path path) throws IOException {
        byte[] head = head(path);
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            throw otherKind(file, path, head);
        }
        ZipFile zip;
        try {
            zip = zip(path);
        } catch (ZipException e) {
            throw new DataException(WORDS.text("workbook.cut", file));
        }
        WorkbookArchive archive = new WorkbookArchive(file, zip);
        try {
            archive.check();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
        return archive;
    }

    /**
     * Returns the content of a part.
     *
     * @param name in any case
     * @throws DataException if there is no such part
     */
    InputStream part(String name) throws IOException {
        ZipEntry entry = parts.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw missing(name);
        }
        return zip.getInputStream(entry);
    }

    /** Returns the refusal of an archive without a part. */
    DataException missing(String name) {
        return new DataException(WORDS.text("workbook.part_missing", file, shown(name), SAVE_AS_XLSX));
    }

    /** Returns whether there is a part of a name, in any case. */
    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void check() throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > MOST_ENTRIES) {
            throw new DataException(WORDS.text("workbook.parts", file, MOST_ENTRIES, entries.size(), SAVE_AS_XLSX));
        }
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (name.contains("\\")) {
                throw new DataException(WORDS.text("workbook.backslash", file, shown(name), SAVE_AS_XLSX));
            }
            boolean isPath = name.startsWith("/")
                    || name.contains(":")
                    || List.of(name.split("/")).contains("..");
            if (isPath || parts.put(name.toLowerCase(Locale.ROOT), entry) != null) {
                throw new DataException(WORDS.text("workbook.paths", file, shown(name), SAVE_AS_XLSX));
            }
        }
        if (parts.keySet().stream().anyMatch(name -> name.contains("vbaproject"))) {
            throw new DataException(WORDS.text("workbook.macros", file, SAVE_AS_XLSX));
        }
        long total = 0;
        for (ZipEntry entry : entries) {
            total += inflated(entry, LARGEST_TOTAL - total);
        }
    }

    /** Inflates an entry as far as it may go and returns its true size, whatever its header says. */
    private long inflated(ZipEntry entry, long most) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
        DoctypeSearch doctype = new DoctypeSearch();
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        long packed = Math.max(1, entry.getCompressedSize());
        try (InputStream content = zip.getInputStream(entry)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > Math.min(LARGEST_ENTRY, most) || (size > RATIO_GRACE && size / packed > LARGEST_RATIO)) {
                    throw new DataException(
                            WORDS.text("workbook.inflated", file, shown(entry.getName()), SAVE_AS_XLSX));
                }
                if (isXml && doctype.findsIn(buffer, n)) {
                    throw new DataException(WORDS.text("workbook.doctype", file, shown(entry.getName()), SAVE_AS_XLSX));
                }
            }
        } catch (ZipException e) {
            throw new DataException(WORDS.text("workbook.part_damaged", file, shown(entry.getName()), SAVE_AS_XLSX));
        }
        return size;
    }

    /** Returns the refusal of an archive that names no workbook: what else it is, or what it lacks. */
    DataException notAWorkbook() throws IOException {
        String kind = "ZIP";
        if (has("mimetype")) {
            try (InputStream mimetype = part("mimetype")) {
                String text = new String(mimetype.readNBytes(200), StandardCharsets.US_ASCII);
                kind = text.contains("opendocument.spreadsheet") ? ".ods (OpenDocument)" : "OpenDocument";
            }
        } else if (has("xl/workbook.bin")) {
            kind = ".xlsb";
        } else if (has("word/document.xml")) {
            kind = ".docx";
        } else if (parts.keySet().stream().anyMatch(name -> name.startsWith("xl/"))) {
            return missing("_rels/.rels (officeDocument)");
        }
        return kind(file, kind);
    }

    private static DataException otherKind(String file, Path path, byte[] head) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            String whole = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            if (whole.contains(String.join("\0", "EncryptedPackage".split("")))) {
                return new DataException(WORDS.text("workbook.password", file));
            }
            return kind(file, ".xls (Excel 97-2003)");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return kind(file, "HTML");
        }
        return kind(
                file, start.startsWith("<") ? "XML" : start.startsWith("%pdf") ? "PDF" : WORDS.text("workbook.text"));
    }

    private static DataException kind(String file, Object kind) {
        return new DataException(WORDS.text("workbook.kind", file, kind, SAVE_AS_XLSX));
    }

    /** An archive is looked up from its end and so opened on this machine, a distant one as a copy that nobody sees. */
    private static ZipFile zip(Path path) throws IOException {
        if (DurableFiles.isOfThisMachine(path)) {
            return new ZipFile(path.toFile());
        }
        Path copy = Files.createTempFile("chitieu-", ".xlsx");
        try {
            Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            return new ZipFile(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            return content.readNBytes(LONGEST_HEAD);
        }
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(80, name.length()));
    }

    /** Looks for the start of a document type in text that comes in pieces, in UTF-8 or UTF-16. */
    private static final class DoctypeSearch {

        private static final String DOCTYPE = "<!doctype";
        private int matched;

        boolean findsIn(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                char c = Character.toLowerCase((char) (buffer[i] & 0xFF));
                if (c == 0) {
                    continue; // the other half of a letter of UTF-16
                }
                matched = c == DOCTYPE.charAt(matched) ? matched + 1 : c == DOCTYPE.charAt(0) ? 1 : 0;
                if (matched == DOCTYPE.length()) {
                    return true;
                }
            }
            return false;
        }
    }
}
