package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a formula refers to; never computed.
 *
 * @param areas cells of this workbook
 * @param names defined names and tables, in lower case
 * @param isLinked whether it asks another workbook, program or address itself
 * @param isOpen whether it refers to cells that only its computation tells
 */
record Formula(String text, List<Area> areas, List<Name> names, boolean isLinked, boolean isOpen) {

    private static final int LONGEST = 8192;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    /** Functions whose result comes from elsewhere, also as other programs write them into .xlsx. */
    private static final Set<String> OF_ELSEWHERE = Set.of(
            "rtd",
            "webservice",
            "importrange",
            "importdata",
            "importhtml",
            "importxml",
            "importfeed",
            "googlefinance",
            "stockhistory",
            "sql.request",
            "call",
            "register.id",
            "cubevalue",
            "cubemember",
            "cubeset",
            "dde");

    private static final Set<String> OPEN = Set.of("indirect", "offset", "evaluate");
    private static final String DUMMY = "dummyfunction";

    private static final Pattern CELL = Pattern.compile("(\\$?)([A-Za-z]{1,3})(\\$?)([0-9]{1,7})");
    private static final Pattern COLUMN = Pattern.compile("(\\$?)([A-Za-z]{1,3})");
    private static final Pattern ROW = Pattern.compile("(\\$?)([0-9]{1,7})");

    Formula {
        areas = List.copyOf(areas);
        names = List.copyOf(names);
    }

    /** A defined name or table, of one sheet only if it says so. */
    record Name(String sheet, String name) {}

    /**
     * Cells of one or several neighbouring sheets; an end that is not fixed moves with the cell of the formula.
     *
     * @param sheet the first sheet; empty for that of the formula
     * @param lastSheet the last one
     */
    record Area(String sheet, String lastSheet, End first, End last) {

        Area moved(int rows, int columns) {
            return new Area(sheet, lastSheet, first.moved(rows, columns), last.moved(rows, columns));
        }

        boolean holds(int row, int column) {
            return row >= firstRow() && row <= lastRow() && column >= firstColumn() && column <= lastColumn();
        }

        boolean meets(MergedRange cells) {
            return firstRow() <= cells.lastRow()
                    && lastRow() >= cells.firstRow()
                    && firstColumn() <= cells.lastColumn()
                    && lastColumn() >= cells.firstColumn();
        }

        int firstRow() {
            return Math.min(first.row(), last.row());
        }

        int lastRow() {
            return Math.max(first.row(), last.row());
        }

        int firstColumn() {
            return Math.min(first.column(), last.column());
        }

        int lastColumn() {
            return Math.max(first.column(), last.column());
        }
    }

    /** One end of an area, from 1. */
    record End(int row, boolean isRowFixed, int column, boolean isColumnFixed) {

        /** Moves what is not fixed, from the end of the sheet on to its beginning. */
        End moved(int rows, int columns) {
            return new End(
                    isRowFixed ? row : Math.floorMod(row - 1 + rows, MOST_ROWS) + 1,
                    isRowFixed,
                    isColumnFixed ? column : Math.floorMod(column - 1 + columns, MOST_COLUMNS) + 1,
                    isColumnFixed);
        }
    }

    /** Returns what a text refers to; one longer than any program writes is linked if it names another workbook. */
    static Formula of(String text) {
        return text.length() > LONGEST
                ? new Formula("", List.of(), List.of(), text.contains("["), true)
                : new Reader(text).formula();
    }

    /** Returns a formula of which nothing but its results are known. */
    static Formula unknown() {
        return new Formula("", List.of(), List.of(), false, true);
    }

    /** Returns the formula as it is in a cell so many rows and columns away. */
    Formula moved(int rows, int columns) {
        return new Formula(
                text, areas.stream().map(area -> area.moved(rows, columns)).toList(), names, isLinked, isOpen);
    }

    private static final class Reader {
        private final String text;
        private final List<Area> areas = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private boolean isLinked;
        private boolean isOpen;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Formula formula() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    string();
                } else if (c == '\'') {
                    sheet(quoted());
                } else if (c == '[') {
                    otherBook();
                } else if (c == '|') {
                    isLinked = true; // another program, by DDE
                    at++;
                } else if (isPartOfWord(c)) {
                    word("", "");
                } else {
                    at++;
                }
            }
            return new Formula(text, areas, names, isLinked, isOpen);
        }

        private void string() {
            int from = at;
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                at++;
            }
            at++;
            isLinked |= text.substring(from, Math.min(at, text.length())).contains("[") && isOpen;
        }

        private String quoted() {
            StringBuilder inner = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\'' && (at >= text.length() || text.charAt(at) != '\'')) {
                    break;
                }
                at += c == '\'' ? 1 : 0;
                inner.append(c);
            }
            return inner.toString();
        }

        /** Reads what follows the name of a sheet in quotes. */
        private void sheet(String name) {
            if (at >= text.length() || text.charAt(at) != '!') {
                return;
            }
            at++;
            if (name.chars().anyMatch(c -> "[]\\/".indexOf(c) >= 0)) {
                isLinked = true;
            }
            String[] ends = name.split(":", 2);
            word(ends[0], ends[ends.length - 1]);
        }

        /** A bracket that no name of a table stands in front of names another workbook. */
        private void otherBook() {
            int close = text.indexOf(']', at);
            int behind = close < 0 ? text.length() : close + 1;
            while (behind < text.length() && (isPartOfWord(text.charAt(behind)) || text.charAt(behind) == ':')) {
                behind++;
            }
            isLinked |= behind < text.length() && text.charAt(behind) == '!';
            isOpen |= !isLinked;
            at = Math.max(at + 1, close < 0 ? text.length() : close + 1);
        }

        private void word(String sheet, String lastSheet) {
            int from = at;
            while (at < text.length() && isPartOfWord(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at);
            char next = at < text.length() ? text.charAt(at) : ' ';
            if (next == '!') {
                at++;
                word(word, word);
            } else if (next == '(') {
                function(word.toLowerCase(Locale.ROOT));
            } else if (next == '[') {
                names.add(new Name(sheet, word.toLowerCase(Locale.ROOT)));
                brackets();
            } else if (next == ':' && at + 1 < text.length()) {
                range(sheet, lastSheet, word);
            } else {
                single(sheet, lastSheet, word);
            }
        }

        /** Reads both ends of an area, or the first of several sheets. */
        private void range(String sheet, String lastSheet, String word) {
            int colon = at;
            int from = at + 1;
            int to = from;
            while (to < text.length() && isPartOfWord(text.charAt(to))) {
                to++;
            }
            String other = text.substring(from, to);
            if (to < text.length() && text.charAt(to) == '!') {
                at = to + 1;
                word(word, other);
                return;
            }
            Optional<Area> area = area(sheet, lastSheet, word, other);
            area.ifPresent(areas::add);
            at = area.isPresent() ? to : colon + 1;
            if (area.isEmpty()) {
                isOpen = true; // an end that is computed
                single(sheet, lastSheet, word);
            }
        }

        private void single(String sheet, String lastSheet, String word) {
            Optional<Area> area = area(sheet, lastSheet, word, word);
            if (area.isPresent() && CELL.matcher(word).matches()) {
                areas.add(area.get());
            } else if (!word.isEmpty() && !Character.isDigit(word.charAt(0))) {
                names.add(new Name(sheet, word.toLowerCase(Locale.ROOT)));
            }
        }

        private void function(String name) {
            String plain = name.replaceFirst("^(_xlfn\\.|_xlws\\.|__xludf\\.)+", "");
            isLinked |= OF_ELSEWHERE.contains(plain) || plain.equals(DUMMY);
            isOpen |= OPEN.contains(plain);
        }

        private void brackets() {
            int depth = 0;
            do {
                depth += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
                at++;
            } while (at < text.length() && depth > 0);
        }

        private static Optional<Area> area(String sheet, String lastSheet, String one, String other) {
            Matcher first = CELL.matcher(one);
            Matcher last = CELL.matcher(other);
            if (first.matches() && last.matches()) {
                return Optional.of(new Area(sheet, lastSheet, end(first), end(last)));
            }
            Matcher firstColumn = COLUMN.matcher(one);
            Matcher lastColumn = COLUMN.matcher(other);
            if (firstColumn.matches() && lastColumn.matches()) {
                return Optional.of(new Area(
                        sheet,
                        lastSheet,
                        new End(1, true, column(firstColumn.group(2)), isFixed(firstColumn.group(1))),
                        new End(MOST_ROWS, true, column(lastColumn.group(2)), isFixed(lastColumn.group(1)))));
            }
            Matcher firstRow = ROW.matcher(one);
            Matcher lastRow = ROW.matcher(other);
            if (firstRow.matches() && lastRow.matches()) {
                return Optional.of(new Area(
                        sheet,
                        lastSheet,
                        new End(Integer.parseInt(firstRow.group(2)), isFixed(firstRow.group(1)), 1, true),
                        new End(Integer.parseInt(lastRow.group(2)), isFixed(lastRow.group(1)), MOST_COLUMNS, true)));
            }
            return Optional.empty();
        }

        private static End end(Matcher cell) {
            return new End(
                    Integer.parseInt(cell.group(4)),
                    isFixed(cell.group(3)),
                    column(cell.group(2)),
                    isFixed(cell.group(1)));
        }

        private static boolean isFixed(String mark) {
            return !mark.isEmpty();
        }

        private static int column(String letters) {
            int column = 0;
            String upper = letters.toUpperCase(Locale.ROOT);
            for (int i = 0; i < upper.length(); i++) {
                column = column * 26 + (upper.charAt(i) - 'A' + 1);
            }
            return column;
        }

        private static boolean isPartOfWord(char c) {
            return Character.isLetterOrDigit(c)
                    || "_.$\\?".indexOf(c) >= 0
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }
    }
}
