package vn.chitieu.source.table;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Columns that the folders of a path say, as Hive writes them: {@code year=2023/month=01/part-0.parquet}. */
public final class PartitionPath {

    private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

    private PartitionPath() {}

    /** Returns the texts by column, in the order of the folders; nothing is made a number, so that 01 stays 01. */
    public static Map<String, String> columns(String path) {
        Map<String, String> columns = new LinkedHashMap<>();
        String[] parts = path.split("/", -1);
        for (int i = 0; i + 1 < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String text = unescaped(parts[i].substring(equals + 1));
                columns.put(unescaped(parts[i].substring(0, equals)), text.equals(NONE) ? "" : text);
            }
        }
        return columns;
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that escapes nothing
        }
    }
}
