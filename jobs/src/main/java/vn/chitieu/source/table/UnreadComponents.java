package vn.chitieu.source.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.text.Words;

/**
 * The components of a message that no column of figures reads. One that tells figures apart, or changes what they
 * measure, refuses the message unless the declaration says which codes it may have.
 */
final class UnreadComponents {

    private static final Words WORDS = Words.of("source");
    private static final int MOST_NAMED = 6;

    private final String where;
    private final Set<String> read;
    private final String valueField;
    private final Declaration declaration;
    private final SdmxMessage message;

    UnreadComponents(String where, Declaration declaration, Set<String> read, String valueField, SdmxMessage message) {
        this.where = where;
        this.declaration = declaration;
        this.read = read;
        this.valueField = valueField;
        this.message = message;
    }

    /**
     * Looks at every row that holds a figure.
     *
     * @throws DataException if figures of several kinds would become one; the message names component and codes
     */
    void check(List<SourceRow> data) {
        Map<String, Set<String>> codesById = new LinkedHashMap<>();
        Map<String, Boolean> hasPoint = new LinkedHashMap<>();
        for (SourceRow row : data) {
            String value = row.fields().getOrDefault(valueField, "");
            if (value.isEmpty() || declaration.isMissing(value)) {
                continue;
            }
            row.fields().forEach((id, code) -> {
                if (!read.contains(id) && !code.isEmpty()) {
                    Set<String> codes = codesById.computeIfAbsent(id, none -> new LinkedHashSet<>());
                    if (codes.size() <= MOST_NAMED) {
                        codes.add(code);
                    }
                }
            });
            String decimals = row.fields().getOrDefault(SdmxComponents.DECIMALS, "");
            hasPoint.merge(decimals, isWhole(value) ? Boolean.FALSE : Boolean.TRUE, Boolean::logicalOr);
        }
        codesById.forEach((id, codes) -> check(id, codes, hasPoint));
    }

    private void check(String id, Set<String> codes, Map<String, Boolean> hasPoint) {
        if (declaration.sdmx().isOfNoEffect(id)) {
            return;
        }
        Optional<Set<String>> declared = declaration.sdmx().codes(id);
        if (declared.isPresent()) {
            Set<String> wanted = declared.get();
            if (!wanted.containsAll(codes)) {
                throw refused("sdmx.codes", id, codes, String.join(", ", wanted));
            }
            return;
        }
        if (SdmxComponents.isTechnical(id)) {
            return;
        }
        for (String code : codes) {
            // All whole, although they are said to have decimals: the point may be implied.
            boolean isImplied = id.equals(SdmxComponents.DECIMALS)
                    && code.matches("[1-9]\\d*")
                    && !hasPoint.getOrDefault(code, Boolean.FALSE);
            if (isImplied || SdmxComponents.changesMeaning(id, code)) {
                throw refused("sdmx.meaning", id, codes, "");
            }
        }
        boolean isAttribute = !message.dimensions().contains(id)
                && (message.attributes().contains(id) || SdmxComponents.isAttribute(id));
        if (codes.size() > 1 && !isAttribute) {
            throw refused("sdmx.varying", id, codes, "");
        }
    }

    private static boolean isWhole(String value) {
        return value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' ');
    }

    private DataException refused(String key, String id, Set<String> codes, String wanted) {
        List<String> some =
                codes.stream().limit(MOST_NAMED).map(code -> "'" + code + "'").toList();
        String found = String.join(", ", some) + (codes.size() > MOST_NAMED ? ", …" : "");
        return new DataException(WORDS.text(key, where, id, QuarantinedRow.printable(found), wanted));
    }
}
