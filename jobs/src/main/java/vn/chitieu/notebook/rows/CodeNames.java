package vn.chitieu.notebook.rows;

import java.util.Map;
import java.util.stream.Collectors;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.text.Language;

/** What the codes of a dimension are called in one language; a code without a name stands for itself. */
public final class CodeNames {

    private static final String DIMENSION = "dim_";

    private final Map<String, String> names;

    private CodeNames(Map<String, String> names) {
        this.names = names;
    }

    /**
     * Reads the names.
     *
     * @param dimension such as {@code dim_area}, whose codes are in {@code area_code}
     */
    public static CodeNames of(MartReader reader, TableSpec dimension, Language language) {
        String stem = dimension.name().substring(DIMENSION.length());
        return new CodeNames(MartRows.of(reader, dimension).stream()
                .collect(Collectors.toMap(
                        row -> row.text(stem + "_code"), row -> row.label(stem + "_name", language), (a, b) -> a)));
    }

    public String of(String code) {
        String name = names.getOrDefault(code, "");
        return name.isEmpty() ? code : name;
    }

    public boolean contains(String code) {
        return names.containsKey(code);
    }
}
