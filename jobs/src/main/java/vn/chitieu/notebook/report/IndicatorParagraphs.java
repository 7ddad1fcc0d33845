package vn.chitieu.notebook.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.mart.MartTables;
import vn.chitieu.notebook.programme.ProgrammeView;
import vn.chitieu.notebook.report.ReportFields.Reported;
import vn.chitieu.notebook.report.WordTemplate.Item;
import vn.chitieu.notebook.rows.CodeNames;
import vn.chitieu.notebook.rows.MartQuery;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.rows.MartRows;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.Frequency;

/** What the report says of indicators that no target of the programme is about. */
final class IndicatorParagraphs {

    private static final String TOTAL = "_T";
    private static final Comparator<MartRow> LATEST = Comparator.comparingInt(
                    (MartRow row) -> PeriodWords.place(row).lastMonth())
            .thenComparing(row -> row.date("published_date").orElse(LocalDate.MIN))
            .thenComparing(row -> PeriodWords.place(row).frequency());

    private final ProgrammeView view;
    private final CodeNames names;
    private final Set<String> growths;

    private IndicatorParagraphs(ProgrammeView view) {
        this.view = view;
        this.names = CodeNames.of(
                view.marts(), MartTables.DIM_INDICATOR, view.texts().language());
        this.growths = MartRows.of(view.marts(), MartTables.DIM_INDICATOR).where("kind_code", "growth").stream()
                .map(row -> row.text("indicator_code"))
                .collect(Collectors.toSet());
    }

    /**
     * Returns the paragraphs of those of the indicators that have a figure of the programme's year, by indicator and in
     * their order.
     */
    static Map<String, Item> of(ProgrammeView view, List<Reported> indicators) {
        Map<String, Item> paragraphs = new LinkedHashMap<>();
        if (indicators.isEmpty()) {
            return paragraphs;
        }
        IndicatorParagraphs all = new IndicatorParagraphs(view);
        MartQuery query = MartQuery.of("indicators", MartTables.OBSERVATION.name())
                .where("area_code", view.programme().areaCode())
                .where("activity_code", TOTAL)
                .like(
                        "indicator_code",
                        indicators.stream()
                                .flatMap(one -> Stream.of(one.indicatorCode(), one.growthCode(), one.planCode()))
                                .filter(code -> !code.isEmpty())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")));
        Map<String, List<MartRow>> known = new LinkedHashMap<>();
        LocalDate knownBy = view.programme().knownBy();
        for (MartRow row : query.rows(view.marts())) {
            boolean isKnown =
                    row.date("published_date").map(day -> !day.isAfter(knownBy)).orElse(true);
            if (isKnown && row.number("obs_value").isPresent() && PeriodWords.isSinceStart(row)) {
                known.computeIfAbsent(row.text("indicator_code"), code -> new ArrayList<>())
                        .add(row);
            }
        }
        for (Reported one : indicators) {
            all.paragraph(one, known).ifPresent(paragraph -> paragraphs.put(one.indicatorCode(), paragraph));
        }
        return paragraphs;
    }

    private Optional<Item> paragraph(Reported one, Map<String, List<MartRow>> known) {
        int year = view.programme().year();
        return known.getOrDefault(one.indicatorCode(), List.of()).stream()
                .filter(row -> PeriodWords.place(row).year() == year)
                .max(LATEST)
                .map(row -> {
                    List<String> sentences = new ArrayList<>(List.of(level(row, one, known)));
                    outlook(row).ifPresent(sentences::add);
                    return TargetParagraph.paragraph(PlainText.oneLine(names.of(one.indicatorCode())), sentences);
                });
    }

    private static Optional<MartRow> before(MartRow row, List<MartRow> known) {
        return known.stream()
                .filter(earlier -> PeriodWords.place(earlier).year()
                                == PeriodWords.place(row).year() - 1
                        && PeriodWords.place(earlier).lastMonth()
                                == PeriodWords.place(row).lastMonth()
                        && earlier.text("unit_code").equals(row.text("unit_code"))
                        && earlier.text("price_basis").equals(row.text("price_basis")))
                .max(LATEST);
    }

    private String level(MartRow row, Reported one, Map<String, List<MartRow>> known) {
        StringBuilder sentence = new StringBuilder(view.text(
                isRate(row) ? "report.level.rate" : "report.level",
                PeriodWords.first(view, row.text("period"), view.texts().throughPeriod(row.text("period"))),
                quantity(row)));
        samePeriod(row, known.getOrDefault(one.planCode(), List.of()))
                .ifPresent(percent -> sentence.append(view.text("report.level.of_plan", view.percent(percent, 1))));
        Optional<MartRow> before = before(row, known.getOrDefault(one.indicatorCode(), List.of()));
        boolean isYear = PeriodWords.place(row).frequency() == Frequency.A;
        if (before.isPresent() && isRate(row)) {
            sentence.append(view.text(
                    isYear ? "report.level.beside" : "report.level.beside.period",
                    PeriodWords.place(before.get()).year(),
                    quantity(before.get())));
        } else if (before.isPresent() && obsValue(before.get()) > 0 && obsValue(row) > 0) {
            sentence.append(PeriodWords.change(view, (obsValue(row) / obsValue(before.get()) - 1) * 100, isYear))
                    .append(view.text("report.trade.before", quantity(before.get())));
        } else if (before.isEmpty()) {
            samePeriod(row, known.getOrDefault(one.growthCode(), List.of()))
                    .ifPresent(percent -> sentence.append(PeriodWords.change(view, percent, isYear)));
        }
        return sentence.append('.').toString();
    }

    private static OptionalDouble samePeriod(MartRow row, List<MartRow> others) {
        return others.stream()
                .filter(other -> PeriodWords.endsWith(other.text("period"), row))
                .max(LATEST)
                .map(other -> other.number("obs_value"))
                .orElse(OptionalDouble.empty());
    }

    private static double obsValue(MartRow row) {
        return row.number("obs_value").orElseThrow();
    }

    /**
     * Returns where the year will end, where the projection knows just what the level says and says something: its
     * interval is narrower than what is projected.
     */
    private Optional<String> outlook(MartRow row) {
        if (PeriodWords.isWhole(row)) {
            return Optional.empty();
        }
        return MartRows.of(view.marts(), MartTables.PROJECTION)
                .where("area_code", view.programme().areaCode())
                .where("indicator_code", row.text("indicator_code"))
                .where("activity_code", TOTAL)
                .stream()
                .filter(projection ->
                        projection.integer("year").orElse(0) == view.programme().year()
                                && projection.text("unit_code").equals(row.text("unit_code"))
                                && projection.text("price_basis").equals(row.text("price_basis"))
                                && PeriodWords.endsWith(projection.text("last_period"), row)
                                && isNarrow(projection))
                .findFirst()
                .map(this::outlookOf);
    }

    private static boolean isNarrow(MartRow projection) {
        OptionalDouble low = projection.number("p10");
        OptionalDouble high = projection.number("p90");
        OptionalDouble point = projection.number("point");
        return low.isPresent()
                && high.isPresent()
                && point.isPresent()
                && high.getAsDouble() - low.getAsDouble() < Math.abs(point.getAsDouble());
    }

    private String outlookOf(MartRow projection) {
        String unit = projection.text("unit_code");
        double point = projection.number("point").orElseThrow();
        int decimals = NumberFormats.decimals(point, unit);
        OptionalDouble low = projection.number("p10");
        OptionalDouble high = projection.number("p90");
        return view.text("report.outlook", view.texts().quantity(point, unit, decimals))
                + (low.isPresent() && high.isPresent()
                        ? view.text("sentence.interval", view.number(low, decimals), view.number(high, decimals))
                        : "")
                + ".";
    }

    private String quantity(MartRow row) {
        double value = row.number("obs_value").orElseThrow();
        String unit = row.text("unit_code");
        int printed = Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
        return view.texts().quantity(value, unit, Math.min(printed, NumberFormats.decimals(value, unit)));
    }

    private boolean isRate(MartRow row) {
        return row.text("unit_code").startsWith("pct") || growths.contains(row.text("indicator_code"));
    }
}
