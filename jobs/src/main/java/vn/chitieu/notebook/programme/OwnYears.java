package vn.chitieu.notebook.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;

/**
 * The outcome of each year that the figures of an indicator tell: of the year itself, cumulated to its end, or of all
 * its quarters or months, in this order. Growth is that of the levels of two years at the same prices and in the same
 * unit, else the rate published; a change in percentage points the difference of two percentages.
 */
final class OwnYears {

    private static final int MONTHS = 12;
    private static final String CUMULATED = "C";
    private static final String PERCENT = "pct";
    private static final String WHOLE = "A";
    private static final String ALL = "[AMQS]";

    /** The figures of one indicator at the same prices and in the same unit. */
    private record Line(String indicatorCode, String priceBasis, String unitCode) {
        private static Line of(MartRow figure) {
            return new Line(figure.text("indicator_code"), figure.text("price_basis"), figure.text("unit_code"));
        }
    }

    /**
     * What years are asked for.
     *
     * @param measureCode as of a target
     * @param year before which they are
     */
    record Terms(
            String areaCode, String activityCode, String indicatorCode, String measureCode, String unitCode, int year) {

        static Terms of(MartRow target) {
            return new Terms(
                    target.text("area_code"),
                    target.text("activity_code"),
                    target.text("indicator_code"),
                    target.text("measure_code"),
                    target.text("unit_code"),
                    target.integer("year").orElseThrow());
        }

        private boolean isGrowth() {
            return measureCode.startsWith("growth_");
        }

        private boolean isChange() {
            return measureCode.equals("change_from_last_year") && unitCode.equals("pct_points");
        }
    }

    private final Terms terms;
    private final ProgrammeView view;

    private OwnYears(Terms terms, ProgrammeView view) {
        this.terms = terms;
        this.view = view;
    }

    /** Returns the years in some terms; empty if none is known. */
    static Optional<TargetHistory> of(Terms terms, ProgrammeView view) {
        OwnYears own = new OwnYears(terms, view);
        MartQuery whole = own.query(WHOLE);
        NavigableMap<Integer, Double> published = own.years(whole);
        MartQuery all = own.query(ALL);
        NavigableMap<Integer, Double> years = own.years(all);
        return years.equals(published) ? TargetHistory.of(published, whole) : TargetHistory.of(years, all);
    }

    private MartQuery query(String frequencies) {
        boolean isVolume = terms.measureCode().equals("growth_volume");
        List<String> codes = terms.isGrowth()
                ? view.programme().units().withGrowth(terms.indicatorCode())
                : List.of(terms.indicatorCode());
        MartQuery query = MartQuery.of("history", MartTables.OBSERVATION.name())
                .where("area_code", terms.areaCode())
                .where("activity_code", terms.activityCode());
        query = codes.size() == 1
                ? query.where("indicator_code", codes.get(0))
                : query.like("indicator_code", codes.stream().collect(Collectors.joining("|", "(", ")")));
        query = frequencies.equals(WHOLE) ? query.where("frequency", WHOLE) : query.like("frequency", frequencies);
        return query.like("price_basis", isVolume ? "(constant_.*|none)" : "(current|none)")
                .orderBy("period", "published_date")
                .columns(
                        "indicator_code",
                        "period",
                        "accumulation",
                        "price_basis",
                        "obs_value",
                        "unit_code",
                        "published_date",
                        "is_latest");
    }

    private NavigableMap<Integer, Double> years(MartQuery query) {
        TreeMap<Integer, Double> years = new TreeMap<>();
        byLine(query.rows(view.marts())).forEach((line, figures) -> {
            NavigableMap<Integer, Double> ofLine = inTarget(line, figures);
            ofLine.forEach(years::putIfAbsent);
        });
        return years.headMap(terms.year(), false);
    }

    /** Returns the current figures of each line by period; levels before rates, the longest line first. */
    private Map<Line, List<MartRow>> byLine(MartRows rows) {
        LocalDate knownBy = view.programme().knownBy();
        Map<Line, Map<String, MartRow>> current = new LinkedHashMap<>();
        for (MartRow figure : rows) {
            boolean isKnown = figure.date("published_date")
                    .map(day -> !day.isAfter(knownBy))
                    .orElse(true);
            if (isKnown && figure.number("obs_value").isPresent()) {
                current.computeIfAbsent(Line.of(figure), line -> new LinkedHashMap<>())
                        .merge(
                                figure.text("period") + figure.text("accumulation"),
                                figure,
                                (earlier, later) -> earlier.isTrue("is_latest") ? earlier : later);
            }
        }
        Map<Line, List<MartRow>> lines = new LinkedHashMap<>();
        current.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Line, Map<String, MartRow>> entry) ->
                                entry.getKey().unitCode().equals(PERCENT))
                        .thenComparing(entry -> -entry.getValue().size()))
                .forEach(entry -> lines.put(
                        entry.getKey(), new ArrayList<>(entry.getValue().values())));
        return lines;
    }

    private NavigableMap<Integer, Double> inTarget(Line line, List<MartRow> figures) {
        NavigableMap<Integer, Double> levels = levels(line, figures);
        OptionalDouble factor = view.programme().units().factor(line.unitCode(), terms.unitCode());
        TreeMap<Integer, Double> years = new TreeMap<>();
        if (factor.isPresent()) {
            levels.forEach((year, level) -> years.put(year, factor.getAsDouble() * level));
            return years;
        }
        levels.forEach((year, level) -> {
            Double before = levels.get(year - 1);
            if (terms.isGrowth() && before != null && before > 0 && level >= 0) {
                years.put(year, 100 * level / before - 100);
            } else if (terms.isChange() && before != null && line.unitCode().equals(PERCENT)) {
                years.put(year, level - before);
            }
        });
        return years;
    }

    private NavigableMap<Integer, Double> levels(Line line, List<MartRow> figures) {
        TreeMap<Integer, Double> levels = new TreeMap<>();
        TreeMap<Integer, Double> cumulated = new TreeMap<>();
        Map<Frequency, TreeMap<Integer, TreeMap<Integer, Double>>> parts = new TreeMap<>();
        for (MartRow figure : figures) {
            Period period = ReportingPeriod.placeOf(figure.text("period"));
            double value = figure.number("obs_value").orElseThrow();
            if (period.frequency() == Frequency.A) {
                levels.put(period.year(), value);
            } else if (figure.text("accumulation").equals(CUMULATED)) {
                if (period.lastMonth() == MONTHS) {
                    cumulated.put(period.year(), value);
                }
            } else {
                parts.computeIfAbsent(period.frequency(), frequency -> new TreeMap<>())
                        .computeIfAbsent(period.year(), year -> new TreeMap<>())
                        .put(period.index(), value);
            }
        }
        cumulated.forEach(levels::putIfAbsent);
        String aggregation = view.programme().units().aggregation(line.indicatorCode());
        parts.forEach((frequency, ofYears) -> ofYears.forEach((year, values) ->
                whole(aggregation, frequency, values).ifPresent(level -> levels.putIfAbsent(year, level))));
        return levels;
    }

    /** Returns what the parts of a year make; empty where one is missing that counts. */
    private static OptionalDouble whole(String aggregation, Frequency frequency, NavigableMap<Integer, Double> values) {
        int last = frequency.periodsPerYear();
        boolean isComplete = IntStream.rangeClosed(1, last).allMatch(values::containsKey);
        DoubleStream parts = values.values().stream().mapToDouble(Double::doubleValue);
        return switch (aggregation) {
            case "sum" -> isComplete ? OptionalDouble.of(parts.sum()) : OptionalDouble.empty();
            case "mean" -> isComplete ? parts.average() : OptionalDouble.empty();
            case "last" ->
                values.containsKey(last)
                        ? OptionalDouble.of(Objects.requireNonNull(values.get(last)))
                        : OptionalDouble.empty();
            default -> OptionalDouble.empty();
        };
    }
}
