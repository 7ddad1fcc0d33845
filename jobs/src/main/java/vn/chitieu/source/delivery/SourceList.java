package vn.chitieu.source.delivery;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.SourceRows;
import vn.chitieu.source.table.TidyCsv;
import vn.chitieu.text.Words;

/** Reads {@code sources.csv}: one line a page or file, with its kind. */
public final class SourceList {

    private static final Words WORDS = Words.of("source");

    private static final List<String> COLUMNS = List.of("source_url", "published", "publisher", "kind", "rows", "note");

    private SourceList() {}

    /**
     * Returns the pages by address.
     *
     * @throws DataException if a line is not one of the table or an address stands twice
     */
    public static Map<String, SourcePage> read(String deliveryId, String file, byte[] content) {
        SourceRows csv = TidyCsv.read(deliveryId, file, content, COLUMNS);
        if (!csv.quarantined().isEmpty()) {
            QuarantinedRow row = csv.quarantined().get(0);
            throw new DataException(row.message());
        }
        Map<String, SourcePage> pages = new TreeMap<>();
        for (SourceRow row : csv.rows()) {
            String url = row.field("source_url");
            SourcePage page = new SourcePage(url, row.field("publisher"), row.field("kind"), row.field("note"));
            if (pages.put(url, page) != null) {
                String where = "source/" + deliveryId + "/" + file;
                throw new DataException(WORDS.text("sources.twice", where, row.line(), url));
            }
        }
        return Collections.unmodifiableMap(pages);
    }
}
