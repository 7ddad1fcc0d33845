package vn.chitieu.observation.codelist;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.chitieu.text.NearMiss;
import vn.chitieu.text.Words;

/** One file of the folder {@code codelist}, which the office edits and in which every line must be right. */
public final class CodelistFile {

    private static final Words WORDS = Words.of("observation");

    private final List<Line> lines;

    private CodelistFile(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for example {@code CL_UNIT.csv}
     * @param columns that the header must have; it may have others
     * @throws DataException if the file is missing or broken, lacks a column, or a line has more or fewer fields than
     *     the header; the message names file and line
     */
    public static CodelistFile read(Path datasets, String file, String... columns) {
        List<SourceRow> rows = TidyCsv.readCodelist(file, content(datasets, "codelist/" + file), List.of(columns));
        return new CodelistFile(rows.stream().map(Line::new).toList());
    }

    /** Returns the values by their keys, in the order of the file; a key that stands twice is refused. */
    public <K, V> Map<K, V> byKey(Function<Line, K> key, Function<Line, V> value) {
        Map<K, V> byKey = new LinkedHashMap<>();
        for (Line line : lines) {
            K k = key.apply(line);
            if (byKey.put(k, value.apply(line)) != null) {
                throw line.refused(WORDS.text("codelist.once"), WORDS.text("codelist.again", k));
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    /** Returns a value of each line, in the order of the file. */
    <V> List<V> all(Function<Line, V> value) {
        List<V> all = new ArrayList<>();
        for (Line line : lines) {
            all.add(value.apply(line));
        }
        return List.copyOf(all);
    }

    /** Refuses a line whose field is neither empty nor one of the codes. */
    void requireKnown(String column, Collection<String> codes) {
        for (Line line : lines) {
            if (line.optional(column).isPresent()) {
                line.known(column, codes);
            }
        }
    }

    private static byte[] content(Path datasets, String name) {
        try {
            return Files.readAllBytes(datasets.resolve(name));
        } catch (NoSuchFileException e) {
            throw new DataException(WORDS.text("codelist.missing", name, datasets), e);
        } catch (IOException e) {
            throw new DataException(WORDS.text("codelist.unreadable", name), e);
        }
    }

    /** One line, its fields read strictly. */
    public static final class Line {

        private final SourceRow row;

        private Line(SourceRow row) {
            this.row = row;
        }

        /** Returns a field, which must not be empty. */
        public String text(String column) {
            String text = row.field(column);
            if (text.isBlank()) {
                throw refused(WORDS.text("codelist.value", column), WORDS.text("codelist.empty"));
            }
            return text;
        }

        /** Returns the fields {@code <stem>_vi} and {@code <stem>_en}. */
        public LocalizedText localized(String stem) {
            return new LocalizedText(text(stem + "_vi"), text(stem + "_en"));
        }

        Optional<String> optional(String column) {
            return Optional.of(row.field(column)).filter(text -> !text.isEmpty());
        }

        BigDecimal positive(String column) {
            BigDecimal number = parsed(column, "codelist.number", NumberGrammar::parse);
            if (number.signum() <= 0) {
                throw refused("codelist.positive", column);
            }
            return number;
        }

        double limit(String column, double none) {
            return optional(column).isEmpty()
                    ? none
                    : parsed(column, "codelist.number", NumberGrammar::parse).doubleValue();
        }

        /** Returns a whole number. */
        public int whole(String column) {
            return parsed(column, "codelist.whole", Integer::parseInt);
        }

        /** Returns a day such as {@code 2025-07-01}. */
        public LocalDate day(String column) {
            return parsed(column, "codelist.day", LocalDate::parse);
        }

        boolean flag(String column) {
            return parsed(column, "codelist.flag", text -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("Expecting true or false but was " + text);
            });
        }

        /** Returns a code, which must be one of those given. */
        String known(String column, Collection<String> codes) {
            String code = text(column);
            if (!codes.contains(code)) {
                throw refused("codelist.known", column, String.join(", ", NearMiss.of(code, codes)));
            }
            return code;
        }

        /**
         * Returns what a field stands for.
         *
         * @param expected key of the words for what the field must be
         * @param parser throws an {@link IllegalArgumentException} or {@link DateTimeException} of what is none
         */
        <V> V parsed(String column, String expected, Function<String, V> parser) {
            try {
                return parser.apply(text(column));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refused(expected, column);
            }
        }

        /**
         * Returns the refusal of a field, to be thrown.
         *
         * @param expected key of the words for what the field must be, with the column and the others in its blanks
         */
        public DataException refused(String expected, String column, Object... others) {
            List<Object> blanks = new ArrayList<>(List.of(column));
            blanks.addAll(List.of(others));
            return refused(WORDS.text(expected, blanks.toArray()), LocalizedText.same("'" + row.field(column) + "'"));
        }

        DataException refused(LocalizedText expected, LocalizedText found) {
            return new DataException(
                    WORDS.text("codelist.line", "codelist/" + row.file(), row.line(), expected, found));
        }
    }
}
