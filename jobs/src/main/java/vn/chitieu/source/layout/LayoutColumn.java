package vn.chitieu.source.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One column of a block, or several alike side by side.
 *
 * @param header what stands above it, from the top row down
 * @param repeats whether one or more such columns stand side by side, such as the periods of a table
 * @param mayBeHidden whether it is known to be hidden at times
 * @param figures what its figures have in common, by column of figures
 */
record LayoutColumn(
        Role role, List<Template> header, boolean repeats, boolean mayBeHidden, Map<String, String> figures) {

    /** What a column is for. */
    enum Role {
        /** The names of the rows. */
        LABEL,
        /** The unit of each row. */
        UNIT,
        /** Figures. */
        FIGURES,
        /** Nothing that is read. */
        OTHER;

        static Role ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    LayoutColumn {
        header = List.copyOf(header);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    String title() {
        return header.stream().map(Template::text).collect(Collectors.joining(" / "));
    }

    /** Returns what stands in the blanks of a header, if it is that of this column. */
    Optional<Map<String, String>> match(List<String> found) {
        if (found.size() != header.size()) {
            return Optional.empty();
        }
        Map<String, String> blanks = new LinkedHashMap<>();
        List<Boolean> matches = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Optional<Map<String, String>> match = header.get(i).match(found.get(i));
            match.ifPresent(blanks::putAll);
            matches.add(match.isPresent());
        }
        return matches.contains(false) ? Optional.empty() : Optional.of(blanks);
    }
}
