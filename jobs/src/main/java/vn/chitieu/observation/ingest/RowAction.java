package vn.chitieu.observation.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a delivered row does, by the codes of SDMX {@code ACTION}. Whatever it is, nothing is overwritten.
 *
 * <p>{@code I} (information), {@code A} (append) and {@code M} (merge) add a figure; {@code R} (replace) adds it as
 * well, and the later of two figures counts; {@code D} (delete) closes figures.
 */
enum RowAction {
    ADD,
    DELETE;

    static final Map<String, RowAction> BY_CODE = byCode();

    private static Map<String, RowAction> byCode() {
        Map<String, RowAction> byCode = new LinkedHashMap<>();
        for (String code : List.of("I", "A", "M", "R")) {
            byCode.put(code, ADD);
        }
        byCode.put("D", DELETE);
        return byCode;
    }
}
