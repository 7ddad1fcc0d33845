package vn.chitieu.observation.codelist;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.chitieu.catalog.DataException;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.TidyCsv;
import vn.chitieu.text.LocalizedText;

/** One file of the folder {@code codelist}, in which every line must be right. */
final class CodelistFile {

    private final List<Line> lines;

    private CodelistFile(List<Line> lines) {
        this.lines = lines;
    }

    static CodelistFile read(Path datasets, String file, String... columns) {
        List<SourceRow> rows = TidyCsv.readCodelist(file, content(datasets, "codelist/" + file), List.of(columns));
        return new CodelistFile(rows.stream().map(Line::new).toList());
    }

    List<Line> lines() {
        return lines;
    }

    /** Returns the values by their keys, in the order of the file; a key that stands twice is refused. */
    <K, V> Map<K, V> byKey(Function<Line, K> key, Function<Line, V> value) {
        Map<K, V> byKey = new LinkedHashMap<>();
        for (Line line : lines) {
            K k = line.valid(key);
            if (byKey.put(k, line.valid(value)) != null) {
                throw line.error("each key once", "'" + k + "' again");
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    <V> List<V> all(Function<Line, V> value) {
        List<V> all = new ArrayList<>();
        for (Line line : lines) {
            all.add(line.valid(value));
        }
        return List.copyOf(all);
    }

    private static byte[] content(Path datasets, String name) {
        try {
            return Files.readAllBytes(datasets.resolve(name));
        } catch (NoSuchFileException e) {
            throw new DataException(
                    "Cần tệp " + name + " trong " + datasets + " nhưng không có. Khôi phục tệp.",
                    "Expecting the file " + name + " in " + datasets + " but there is none. Restore it.",
                    e);
        } catch (IOException e) {
            throw new DataException(
                    "Cần tệp đọc được " + name + " nhưng không đọc được. Kiểm tra quyền của tệp.",
                    "Expecting a readable file " + name + " but it could not be read. Check its permissions.",
                    e);
        }
    }

    /** One line, its fields read strictly. */
    static final class Line {

        private final SourceRow row;

        private Line(SourceRow row) {
            this.row = row;
        }

        String text(String column) {
            String text = row.field(column);
            if (text.isEmpty()) {
                throw error("a value of " + column, "empty");
            }
            return text;
        }

        LocalizedText localized(String stem) {
            return new LocalizedText(text(stem + "_vi"), text(stem + "_en"));
        }

        Optional<String> optional(String column) {
            return Optional.of(row.field(column)).filter(text -> !text.isEmpty());
        }

        BigDecimal number(String column) {
            return NumberGrammar.parse(text(column));
        }

        double limit(String column, double none) {
            return optional(column)
                    .map(NumberGrammar::parse)
                    .map(BigDecimal::doubleValue)
                    .orElse(none);
        }

        int whole(String column) {
            String text = text(column);
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw error("a whole number as " + column, "'" + text + "'");
            }
        }

        boolean flag(String column) {
            String text = text(column);
            if (!text.equals("true") && !text.equals("false")) {
                throw error("true or false as " + column, "'" + text + "'");
            }
            return text.equals("true");
        }

        <V> V valid(Function<Line, V> value) {
            try {
                return value.apply(this);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new DataException(
                        "codelist/" + row.file() + ", dòng " + row.line() + ": " + e.getMessage() + ". Sửa danh mục.",
                        where() + e.getMessage() + ". Correct the code list.",
                        e);
            }
        }

        DataException error(String expected, String found) {
            return new DataException(
                    where() + "Expecting " + expected + " but was " + found + ". Correct the code list.");
        }

        private String where() {
            return "codelist/" + row.file() + ", line " + row.line() + ": ";
        }
    }
}
