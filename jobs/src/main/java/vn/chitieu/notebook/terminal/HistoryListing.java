package vn.chitieu.notebook.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeAttainment;
import vn.chitieu.notebook.programme.TargetTexts;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartReader;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.text.Language;

/**
 * The history of a territory that was merged, for a person at a terminal: what could be rebuilt from its parts, where
 * the break is, and of which parts figures are missing.
 */
public final class HistoryListing {

    private static final String ALL = "_T";

    private final TargetTexts texts;
    private final CodeNames areas;
    private final CodeNames indicators;
    private final CodeNames activities;
    private final List<MartRow> rows;

    private HistoryListing(MartReader reader, String areaCode, Language language) {
        this.texts = new TargetTexts(language, ProgrammeAttainment.units(reader));
        this.areas = CodeNames.of(reader, MartTables.DIM_AREA, language);
        this.indicators = CodeNames.of(reader, MartTables.DIM_INDICATOR, language);
        this.activities = CodeNames.of(reader, MartTables.DIM_ACTIVITY, language);
        this.rows = MartRows.of(reader, MartTables.AREA_HISTORY).where("area_code", areaCode).stream()
                .sorted(Comparator.comparing((MartRow row) -> row.text("indicator_code"))
                        .thenComparing(row -> row.text("activity_code"))
                        .thenComparing(row -> row.text("price_basis"))
                        .thenComparing(row -> ReportingPeriod.placeOf(row.text("period")))
                        .thenComparing(row -> row.text("accumulation")))
                .toList();
    }

    /**
     * Returns the listing: every figure there is, with where it comes from, then one line for each indicator of which
     * periods could not be rebuilt. The text ends with a line feed.
     *
     * @param width columns of the terminal
     */
    public static String text(MartReader reader, String areaCode, Language language, int width) {
        HistoryListing listing = new HistoryListing(reader, areaCode, language);
        StringBuilder out = new StringBuilder();
        listing.heading(out, areaCode, width);
        out.append('\n').append(listing.known(width)).append('\n');
        listing.missing(out, width);
        return out.toString();
    }

    private void heading(StringBuilder out, String areaCode, int width) {
        String breaks = rows.stream()
                .map(row -> row.date("break_on"))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .map(texts.numbers()::date)
                .collect(Collectors.joining(", "));
        TreeSet<String> parts = new TreeSet<>();
        rows.forEach(row -> {
            parts.addAll(codes(row, "part_codes"));
            parts.addAll(codes(row, "missing_part_codes"));
        });
        parts.remove(areaCode);
        out.append(Paragraph.of(texts.texts().text("show.history.heading", areas.of(areaCode)), width));
        out.append(Paragraph.of(texts.texts().text("show.history.break", breaks, names(parts)), width));
    }

    private static List<String> codes(MartRow row, String column) {
        return row.text(column).isEmpty()
                ? List.of()
                : Arrays.asList(row.text(column).split(" ", -1));
    }

    private String names(Iterable<String> codes) {
        List<String> names = new ArrayList<>();
        codes.forEach(code -> names.add(areas.of(code)));
        return String.join(", ", names);
    }

    private String known(int width) {
        ConsoleTable<MartRow> table = new ConsoleTable<MartRow>(texts.texts())
                .flexible("show.history.indicator", this::name)
                .text("show.period", 16, 0, texts::periodOf)
                .number("show.history.value", 14, 0, row -> texts.numbers()
                        .amount(row.number("obs_value").orElseThrow(), row.text("unit_code")))
                .text("column.unit", 16, 2, row -> texts.unit(row.text("unit_code")))
                .text("show.history.origin", 24, 1, this::origin);
        rows.stream().filter(row -> row.number("obs_value").isPresent()).forEach(table::row);
        return table.text(width);
    }

    private String name(MartRow row) {
        String indicator = indicators.of(row.text("indicator_code"));
        String activity = row.text("activity_code");
        return activity.equals(ALL) || indicators.contains(row.text("indicator_code") + "." + activity)
                ? indicator
                : indicator + ", " + activities.of(activity);
    }

    private String origin(MartRow row) {
        if (row.text("method_code").equals("last_known_share")) {
            return texts.texts().text("show.history.carried");
        }
        return texts.texts()
                .text(
                        row.text("origin").equals("published")
                                ? "show.history.published"
                                : row.text("method_code").equals("sum_of_areas")
                                        ? "show.history.sum"
                                        : "show.history.recomputed");
    }

    /** Adds, for each reason, how many periods of each indicator could not be given and of which parts they lack. */
    private void missing(StringBuilder out, int width) {
        Map<String, Map<String, List<MartRow>>> byReason = new TreeMap<>();
        for (MartRow row : rows) {
            if (row.number("obs_value").isEmpty()) {
                byReason.computeIfAbsent(row.label("reason", texts.language()), any -> new LinkedHashMap<>())
                        .computeIfAbsent(name(row), any -> new ArrayList<>())
                        .add(row);
            }
        }
        byReason.forEach((reason, bySubject) -> {
            long count = bySubject.values().stream().mapToLong(List::size).sum();
            out.append('\n');
            out.append(Paragraph.of(texts.texts().text("show.history.missing", reason, count), width));
            bySubject.forEach((name, subject) -> out.append(Paragraph.of("- " + line(name, subject), width)));
        });
    }

    private String line(String name, List<MartRow> subject) {
        TreeSet<String> parts = new TreeSet<>();
        TreeMap<Period, String> periods = new TreeMap<>();
        for (MartRow row : subject) {
            parts.addAll(codes(row, "missing_part_codes"));
            periods.put(ReportingPeriod.placeOf(row.text("period")), row.text("period"));
        }
        String first = texts.period(periods.firstEntry().getValue());
        String last = texts.period(periods.lastEntry().getValue());
        String when = first.equals(last) ? first : first + " – " + last;
        return parts.isEmpty()
                ? texts.texts().text("show.history.missing.line", name, subject.size(), when)
                : texts.texts().text("show.history.missing.parts", name, subject.size(), when, names(parts));
    }
}
