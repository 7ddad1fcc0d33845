package vn.chitieu.notebook.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Target;
import vn.chitieu.notebook.programme.ProgrammeAttainment.Units;
import vn.chitieu.notebook.rows.MartRow;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.notebook.text.PlainText;
import vn.chitieu.observation.Frequency;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.text.Language;
import vn.chitieu.text.Texts;
import vn.chitieu.text.Words;

/** A target in the words of one language: numbers with their units, periods and whole sentences. */
public final class TargetTexts {

    private static final Set<String> CUMULATED =
            Set.of("flow_year", "growth_volume", "growth_year", "share_of_grdp", "share_of_gdp", "per_capita");

    private final Texts texts;
    private final NumberFormats numbers;
    private final Units units;

    public TargetTexts(Language language, Units units) {
        this.texts = Words.of("notebook").in(language);
        this.numbers = NumberFormats.of(language);
        this.units = units;
    }

    public Texts texts() {
        return texts;
    }

    public NumberFormats numbers() {
        return numbers;
    }

    public Language language() {
        return texts.language();
    }

    /** Returns the word for a code; for a code unknown itself, cut to so many letters. */
    public String word(String stem, String code, int letters) {
        return texts.find(stem + code).orElseGet(() -> PlainText.cut(PlainText.oneLine(code), letters));
    }

    /** Returns the name of a unit for a column of units. */
    public String unit(String unitCode) {
        String name = unitCode.equals("pct") ? "%" : units.name(unitCode, language());
        return name.isEmpty() ? NumberFormats.NONE : name;
    }

    /** Returns a number of a row for a cell, all numbers of the row with the same decimals. */
    public String cell(MartRow target, String column) {
        return cell(target.number(column), target);
    }

    /** Returns a number for a cell of a row. */
    public String cell(OptionalDouble value, MartRow target) {
        return numbers.number(value, decimals(target));
    }

    /** Returns whether the figure known is that of the whole year, so that nothing is projected any more. */
    public static boolean isComplete(MartRow target) {
        return target.number("actual_to_date").isPresent()
                && parsed(target.text("actual_period"))
                        .filter(dated -> dated.period().frequency() == Frequency.A)
                        .isPresent();
    }

    /** Returns the projection of the year for a cell; nothing where the year is known. */
    public String pointCell(MartRow target) {
        return isComplete(target) ? NumberFormats.NONE : cell(target, "point");
    }

    /** Returns an interval for a cell of a row; nothing if it is not known, or the year is. */
    public Optional<String> interval(MartRow target, String low, String high) {
        return isComplete(target)
                ? Optional.empty()
                : interval(target.number(low), target.number(high), decimals(target));
    }

    /** Returns an interval for a cell, or nothing if it is not known. */
    public Optional<String> interval(OptionalDouble low, OptionalDouble high, int decimals) {
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(range(low.getAsDouble(), high.getAsDouble(), decimals));
    }

    /** Returns two numbers as from – to, spelled out where a minus would be mistaken for a dash. */
    public String range(double from, double to, int decimals) {
        String low = numbers.number(from, decimals);
        String high = numbers.number(to, decimals);
        return low.startsWith("-") || high.startsWith("-") ? texts.text("range", low, high) : low + " – " + high;
    }

    /** Returns a percentage of one decimal for a cell, without the sign. */
    public String percentCell(MartRow target, String column) {
        OptionalDouble value = target.number(column);
        return numbers.number(value, 1);
    }

    /** Returns the probability of a target for a cell; nothing once it is settled. */
    public String probabilityCell(MartRow target) {
        OptionalDouble probability = target.number("p_attain");
        VerdictWord verdict = VerdictWord.of(target);
        return probability.isEmpty() || verdict.isMet() || verdict == VerdictWord.MISSED
                ? NumberFormats.NONE
                : numbers.probability(probability.getAsDouble());
    }

    /**
     * Returns what the source asks for: a bare number, or with the sign of a bound where reaching it is not enough; of
     * a range that is no band, which end binds.
     */
    public String goalCell(MartRow target) {
        OptionalDouble goal = target.number("target_value");
        if (goal.isEmpty()) {
            return NumberFormats.NONE;
        }
        OptionalDouble to = target.number("target_value_to");
        if (to.isPresent()) {
            double low = Math.min(goal.getAsDouble(), to.getAsDouble());
            return (isFloor(target) ? "≥ " : sign(target))
                    + range(
                            low,
                            Math.max(goal.getAsDouble(), to.getAsDouble()),
                            decimals(target, List.of(low, to.getAsDouble())));
        }
        String number = cell(goal, target);
        return target.text("comparator_code").equals("point")
                        && target.number("tolerance").isPresent()
                ? number + " ± " + tolerance(target)
                : sign(target) + number;
    }

    /** Returns the sign of the bound of a target; nothing of one that is to be reached, or to be met on both sides. */
    public static String sign(MartRow target) {
        return switch (target.text("comparator_code")) {
            case "at_most", "plan_ceiling" -> "≤ ";
            case "about" -> "≈ ";
            case "above" -> "> ";
            case "below" -> "< ";
            default -> "";
        };
    }

    /** Returns whether a target is to be reached, so that a printed range is a floor and not a band. */
    static boolean isFloor(MartRow target) {
        return target.text("comparator_code").equals("at_least");
    }

    /** Returns the part of the year that a figure covers, for a cell. */
    public String actualPeriod(MartRow target) {
        String text = target.text("actual_period");
        if (text.isEmpty()) {
            return "";
        }
        return CUMULATED.contains(target.text("measure_code"))
                        || units.aggregation(target.text("indicator_code")).equals("mean")
                ? parsed(text).flatMap(this::shortThrough).orElseGet(() -> throughPeriod(text))
                : period(text);
    }

    /** Returns the months of the year up to the end of a part of a year other than that of the calendar. */
    private Optional<String> shortThrough(ReportingPeriod dated) {
        if (dated.year().isCalendar() || dated.period().frequency() == Frequency.A) {
            return Optional.empty();
        }
        LocalDate first = dated.year().start(Period.ofYear(dated.period().year()));
        LocalDate last = dated.end();
        return Optional.of(texts.text(
                first.getYear() == last.getYear() ? "period.through.year" : "period.through.years",
                texts.text("month.short." + first.getMonthValue()),
                first.getYear(),
                texts.text("month.short." + last.getMonthValue()),
                last.getYear()));
    }

    /** Returns the name of a period; a text that is none is returned as it is. */
    public String period(String text) {
        return parsed(text).map(this::period).orElse(PlainText.oneLine(text));
    }

    /** Returns the name of the period of a figure, or of the year up to its end where the figure is cumulated. */
    public String periodOf(MartRow figure) {
        String text = figure.text("period");
        return figure.text("accumulation").equals("C") ? throughPeriod(text) : period(text);
    }

    /** Returns the name of the year up to the end of a period. */
    public String throughPeriod(String text) {
        Optional<ReportingPeriod> dated = parsed(text);
        if (dated.isEmpty()) {
            return PlainText.oneLine(text);
        }
        if (!dated.get().year().isCalendar()) {
            return dated.get().throughName().in(language());
        }
        Period period = dated.get().period();
        return period.frequency() == Frequency.A
                ? texts.text("period.A", period.year())
                : texts.text("period.through." + period.lastMonth(), period.year());
    }

    /** Returns the shortest name of a period, for the axis of a chart. */
    public String periodTick(ReportingPeriod dated) {
        Period period = dated.period();
        return period.frequency() == Frequency.M
                ? texts.text("period.tick.M" + dated.lastMonth())
                : texts.text("period.tick." + period.frequency(), period.index());
    }

    private String period(ReportingPeriod dated) {
        Period period = dated.period();
        if (!dated.year().isCalendar()) {
            return dated.name().in(language());
        }
        return switch (period.frequency()) {
            case M -> texts.text("period.M", numbers.month(period.index()), period.year());
            case Q, S -> texts.text("period." + period.frequency() + period.index(), period.year());
            case A -> texts.text("period.A", period.year());
        };
    }

    /** Returns a number with its unit, for a sentence. */
    public String quantity(double value, String unitCode, int decimals) {
        if (unitCode.equals("pct")) {
            return numbers.percent(value, decimals);
        }
        String name = units.name(unitCode, language());
        return name.isEmpty()
                ? numbers.number(value, decimals)
                : numbers.number(value, decimals) + " " + PlainText.lowerFirst(name);
    }

    /** Returns the one sentence on what the chart of a projected target shows. */
    public String sentence(Target target) {
        MartRow row = target.headline();
        TargetAmounts amounts = new TargetAmounts(this, row);
        boolean isComplete = target.isComplete();
        StringBuilder sentence = new StringBuilder(texts.text(
                isComplete ? "sentence.outcome" : "sentence.estimate",
                PlainText.shortened(target.name(language())),
                amounts.measured(row.number("point").orElseThrow()),
                row.integer("year").orElseThrow()));
        if (!isComplete && row.number("p10").isPresent() && row.number("p90").isPresent()) {
            sentence.append(texts.text(
                    "sentence.interval",
                    amounts.bare(row.number("p10").getAsDouble()),
                    amounts.bare(row.number("p90").getAsDouble())));
        }
        OptionalDouble ofPlan = row.number("projected_attainment_pct");
        OptionalDouble goal = row.number("target_value");
        if (ofPlan.isPresent() && !isRate(row)) {
            sentence.append(texts.text("sentence.of_plan", numbers.percent(ofPlan.getAsDouble(), 1)));
        } else if (goal.isPresent()) {
            sentence.append(texts.text("sentence.against_plan", amounts.goal()));
        }
        VerdictWord verdict = target.verdict();
        if (verdict.isMet() || verdict == VerdictWord.MISSED) {
            sentence.append(texts.text("sentence.verdict", verdict.word(texts)));
        } else if (row.number("p_attain").isPresent()) {
            sentence.append(texts.text(
                    "sentence.probability",
                    numbers.probability(row.number("p_attain").getAsDouble())));
        }
        return sentence.append('.').toString();
    }

    /** Returns what the rest of the year must bring, or nothing if that is not known or nothing is left to bring. */
    public Optional<String> requiredPace(MartRow row) {
        return requiredPace(row, isWithoutFigures(row) ? "pace.start.whole.none" : "pace.start.whole");
    }

    /** Returns the same where it was said before that no figure of the year is known. */
    public Optional<String> requiredPaceOnly(MartRow row) {
        return requiredPace(row, "pace.start.whole");
    }

    private Optional<String> requiredPace(MartRow row, String startOfWhole) {
        OptionalDouble growth = row.number("required_growth_pct");
        OptionalDouble rest = row.number("required_rest");
        boolean isAmount = row.text("measure_code").equals("flow_year") && rest.isPresent();
        VerdictWord verdict = VerdictWord.of(row);
        if (verdict.isMet() || verdict == VerdictWord.MISSED || (growth.isEmpty() && !isAmount)) {
            return Optional.empty();
        }
        String direction =
                switch (row.text("comparator_code")) {
                    case "at_most", "below", "plan_ceiling" -> "at_most";
                    case "between" -> "between";
                    default -> "at_least";
                };
        String part = isWholeYear(row) ? "year." : "";
        StringBuilder sentence = new StringBuilder(texts.text(part.isEmpty() ? "pace.start" : startOfWhole));
        if (isAmount) {
            double value = rest.getAsDouble();
            String unitCode = row.text("unit_code");
            double to = row.number("required_rest_to").orElse(value);
            sentence.append(texts.text(
                    "pace.rest." + part + direction,
                    quantity(value, unitCode, NumberFormats.decimals(value, unitCode)),
                    quantity(to, unitCode, NumberFormats.decimals(to, unitCode))));
        } else {
            sentence.append(texts.text("pace.only." + direction));
        }
        OptionalDouble growthTo = row.number("required_growth_to_pct");
        if (growth.isPresent() && growthTo.isPresent()) {
            sentence.append(texts.text(
                    (isAmount ? "pace.growth." : "pace.change.") + part + "between",
                    numbers.percent(growth.getAsDouble(), 1),
                    numbers.percent(growthTo.getAsDouble(), 1)));
        } else if (growth.isPresent()) {
            double change = growth.getAsDouble();
            sentence.append(texts.text(
                    (isAmount ? "pace.growth." : "pace.change.") + part + (change < 0 ? "down" : "up"),
                    numbers.percent(Math.abs(change), 1)));
            row.number("required_growth_percentile").ifPresent(percent -> sentence.append(percentile(percent)));
        }
        return Optional.of(sentence.append('.').toString());
    }

    private static boolean isWithoutFigures(MartRow row) {
        return row.text("flag").contains("no_data_this_year");
    }

    /** Returns whether the pace required is that of the whole year: no figure of it counts yet. */
    public boolean isWholeYear(MartRow row) {
        return row.number("actual_to_date").isEmpty();
    }

    /** Returns why a target cannot be judged, or nothing if it can. */
    public Optional<String> reason(MartRow row) {
        String reason = PlainText.oneLine(row.label("reason", language()));
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    /** Returns who set a version of a target, and as what. */
    public String issuer(MartRow version) {
        return texts.text(
                "issuer",
                PlainText.oneLine(version.label("issuer", language())),
                relation(version),
                version.date("issued_on").map(numbers::date).orElse(NumberFormats.NONE));
    }

    /** Returns what a version of a target is to the programme. */
    String relation(MartRow version) {
        return word("relation.", version.text("relation_code"), 30);
    }

    /** Returns what stands beside the level in a chart of a version that the programme is not judged by. */
    public String levelLabel(MartRow version, String level) {
        return texts.find("chart." + version.text("relation_code"), level)
                .orElseGet(() -> texts.text("chart.other", level));
    }

    /** Returns how the projection was made, and why not better. */
    public Optional<String> method(MartRow row) {
        String method = PlainText.oneLine(row.label("method", language()));
        if (method.isEmpty()) {
            return Optional.empty();
        }
        String why = PlainText.oneLine(row.label("fallback_reason", language()));
        return Optional.of(texts.text("method", method) + (why.isEmpty() ? "" : texts.text("method.fallback", why)));
    }

    /** Returns the target with its bound and unit, for a sentence. */
    public String goal(MartRow row) {
        return new TargetAmounts(this, row).goal();
    }

    /**
     * Returns how many decimals the numbers of a row share: what its unit deserves where something is computed, else no
     * more than the published figures have.
     */
    public static int decimals(MartRow row) {
        return decimals(row, List.of());
    }

    /** Returns how many decimals the numbers of a row share with others that are printed beside them. */
    public static int decimals(MartRow row, Collection<Double> others) {
        List<BigDecimal> figures = DoubleStream.concat(
                        Stream.of("target_value", "point", "actual_to_date", "previous_year_value")
                                .flatMapToDouble(column -> row.number(column).stream()),
                        others.stream().mapToDouble(Double::doubleValue))
                .mapToObj(BigDecimal::valueOf)
                .toList();
        double largest = figures.stream()
                .mapToDouble(figure -> figure.abs().doubleValue())
                .max()
                .orElse(0);
        int deserved = NumberFormats.decimals(largest, row.text("unit_code"));
        int printed = figures.stream()
                .mapToInt(figure -> figure.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return row.number("point").isPresent() ? deserved : Math.max(0, Math.min(deserved, printed));
    }

    String tolerance(MartRow row) {
        OptionalDouble tolerance = row.number("tolerance");
        return numbers.number(tolerance, decimals(row));
    }

    private String percentile(double percent) {
        if (percent <= 0) {
            return texts.text("pace.always");
        }
        return percent >= 100 ? texts.text("pace.never") : texts.text("pace.percentile", numbers.percent(percent, 0));
    }

    private static boolean isRate(MartRow row) {
        return row.text("unit_code").startsWith("pct");
    }

    private static Optional<ReportingPeriod> parsed(String text) {
        try {
            return Optional.of(ReportingPeriod.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
