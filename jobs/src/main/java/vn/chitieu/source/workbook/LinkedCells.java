package vn.chitieu.source.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the cells whose values come from outside the workbook: by a formula of their own, one that they share, a
 * defined name, a table, or any cell of any sheet that they refer to, however many stand between.
 *
 * <p>Where the file has links, a formula that cannot be followed counts as one of them.
 */
final class LinkedCells {

    /** Beyond so many steps everything computed counts as linked, so that no file holds up a night. */
    private static final long MOST_STEPS = 20_000_000;

    private static final MergedRange EVERYWHERE = new MergedRange(1, 1, Sheet.MOST_ROWS, Sheet.MOST_COLUMNS);

    private final List<Sheet> sheets;
    private final WorkbookNames names;
    private final Map<String, Integer> sheetByName = new HashMap<>();
    private final List<TreeMap<Integer, TreeSet<Integer>>> linked = new ArrayList<>();
    private final List<List<MergedRange>> ranges = new ArrayList<>();
    private final Set<WorkbookNames.Named> linkedNames = new HashSet<>();
    private long steps;

    private LinkedCells(List<Sheet> sheets, WorkbookNames names) {
        this.sheets = sheets;
        this.names = names;
        for (int i = 0; i < sheets.size(); i++) {
            sheetByName.put(sheets.get(i).name().toLowerCase(Locale.ROOT), i);
            linked.add(new TreeMap<>());
            ranges.add(new ArrayList<>());
        }
    }

    /** A formula and the cells that have its results. */
    private record Computed(int sheet, MergedRange cells, Formula formula) {}

    /**
     * Marks the cells in their sheets.
     *
     * @param hasLinks whether the file has links to other files
     * @return whether there are any
     */
    static boolean mark(List<Sheet> sheets, WorkbookNames names, boolean hasLinks) {
        List<Computed> all = computed(sheets, names);
        boolean isSome = hasLinks
                || all.stream().anyMatch(computed -> computed.formula().isLinked())
                || names.all().stream().anyMatch(named -> named.formula().isLinked());
        if (!isSome) {
            return false;
        }
        new LinkedCells(sheets, names).follow(all);
        return true;
    }

    private static List<Computed> computed(List<Sheet> sheets, WorkbookNames names) {
        List<Computed> all = new ArrayList<>();
        for (WorkbookNames.Named named : names.all()) {
            if (named.isTable() && named.formula().isLinked()) {
                MergedRange.of(named.formula().text())
                        .ifPresent(cells -> all.add(new Computed(named.sheet(), cells, named.formula())));
            }
        }
        for (int i = 0; i < sheets.size(); i++) {
            int sheet = i;
            FormulaCells formulas = sheets.get(i).formulas();
            formulas.byRow()
                    .forEach((row, of) -> of.forEach((column, formula) ->
                            all.add(new Computed(sheet, new MergedRange(row, column, row, column), formula))));
            formulas.arrays().forEach(array -> all.add(new Computed(sheet, array.cells(), array.formula())));
        }
        return all;
    }

    /** Goes over the formulas, forwards and backwards, until no more are found to be linked. */
    private void follow(List<Computed> all) {
        List<Computed> open = new ArrayList<>(all);
        boolean isMore = true;
        while (isMore) {
            isMore = linkedNames.addAll(names.all().stream()
                    .filter(named -> !linkedNames.contains(named) && isLinked(named.sheet(), named.formula()))
                    .toList());
            List<Computed> rest = new ArrayList<>();
            for (Computed computed : open) {
                if (isLinked(computed.sheet(), computed.formula())) {
                    add(computed);
                    isMore = true;
                } else {
                    rest.add(computed);
                }
            }
            Collections.reverse(rest);
            open = rest;
        }
    }

    private void add(Computed computed) {
        MergedRange cells = computed.cells();
        Sheet sheet = sheets.get(computed.sheet());
        if (cells.firstRow() == cells.lastRow() && cells.firstColumn() == cells.lastColumn()) {
            linked.get(computed.sheet())
                    .computeIfAbsent(cells.firstRow(), none -> new TreeSet<>())
                    .add(cells.firstColumn());
            sheet.markLinked(cells.firstRow(), cells.firstColumn());
            return;
        }
        ranges.get(computed.sheet()).add(cells);
        steps += sheet.markLinked(steps > MOST_STEPS ? EVERYWHERE : cells);
    }

    private boolean isLinked(int sheet, Formula formula) {
        return formula.isLinked()
                || formula.isOpen()
                || steps > MOST_STEPS
                || formula.areas().stream().anyMatch(area -> isLinked(sheet, area))
                || formula.names().stream().anyMatch(name -> isLinked(sheet, name));
    }

    private boolean isLinked(int sheet, Formula.Name name) {
        if (!name.sheet().isEmpty() && !sheetByName.containsKey(name.sheet().toLowerCase(Locale.ROOT))) {
            return true; // neither a sheet of this workbook nor one of its names
        }
        int of = name.sheet().isEmpty() ? sheet : sheetByName.get(name.sheet().toLowerCase(Locale.ROOT));
        return names.find(of, name.name()).filter(linkedNames::contains).isPresent();
    }

    private boolean isLinked(int sheet, Formula.Area area) {
        int first = sheet;
        int last = sheet;
        if (!area.sheet().isEmpty()) {
            Integer from = sheetByName.get(area.sheet().toLowerCase(Locale.ROOT));
            Integer to = sheetByName.get(area.lastSheet().toLowerCase(Locale.ROOT));
            if (from == null || to == null) {
                return true;
            }
            first = Math.min(from, to);
            last = Math.max(from, to);
        }
        for (int i = first; i <= last; i++) {
            steps += ranges.get(i).size();
            if (ranges.get(i).stream().anyMatch(area::meets)) {
                return true;
            }
            for (TreeSet<Integer> columns : linked.get(i)
                    .subMap(area.firstRow(), true, area.lastRow(), true)
                    .values()) {
                steps++;
                Integer next = columns.ceiling(area.firstColumn());
                if (next != null && next <= area.lastColumn()) {
                    return true;
                }
            }
        }
        return false;
    }
}
