package vn.chitieu.attainment.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.ContributionToGrowth;
import vn.chitieu.account.formula.VolumeGrowth;
import vn.chitieu.attainment.RequiredPace;
import vn.chitieu.attainment.audit.AreaFigures;
import vn.chitieu.attainment.audit.AreaFigures.Known;
import vn.chitieu.attainment.audit.ConstantPriceWeights;
import vn.chitieu.attainment.audit.GrowthAudit;
import vn.chitieu.attainment.audit.NominalAudit;
import vn.chitieu.attainment.audit.PastYears;
import vn.chitieu.attainment.audit.Phrase;
import vn.chitieu.attainment.audit.ProgrammePlan;
import vn.chitieu.attainment.scenario.Scenario.Basis;
import vn.chitieu.attainment.scenario.Scenario.Contribution;
import vn.chitieu.attainment.scenario.Scenario.Kind;
import vn.chitieu.attainment.scenario.Scenario.Past;
import vn.chitieu.attainment.scenario.Scenario.Row;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.programme.Target;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Words;

/** A target of growth of the gross product or one of its parts: by period, by sector, and what follows. */
final class GrowthScenario {

    private static final Words WORDS = Words.of("attainment");

    private final ProgrammePlan plan;
    private final String item;
    private final double target;
    private final AreaFigures figures;
    private final ScenarioRequest request;
    private final YearToDate year;
    private final Map<String, Double> givenParts = new TreeMap<>();
    private final Map<String, Double> givenPeriods = new TreeMap<>();
    private final List<LocalizedText> sentences = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    GrowthScenario(
            ProgrammePlan plan,
            Target target,
            double value,
            AreaFigures figures,
            AreaFigures nation,
            ScenarioRequest request) {
        this.plan = plan;
        this.item = target.activityCode();
        this.target = value;
        this.figures = figures;
        this.request = request;
        this.year = YearToDate.ofVolume(item, plan.year(), figures, nation);
        request.given().forEach((code, rate) -> {
            if (AreaFigures.PARTS.contains(code)) {
                givenParts.put(code, rate);
            } else {
                givenPeriods.put(period(code), rate);
            }
        });
    }

    private String period(String code) {
        List<String> codes = year.remaining().stream().map(Object::toString).toList();
        if (!codes.contains(code)) {
            throw new ScenarioException(
                    "no_code",
                    LocalizedText.same(code),
                    LocalizedText.same(String.join(", ", AreaFigures.PARTS)),
                    codes.isEmpty() ? LocalizedText.same("–") : LocalizedText.same(String.join(", ", codes)));
        }
        return code;
    }

    Scenario answer() {
        String free = request.free();
        boolean isSectorAsked = free != null && AreaFigures.PARTS.contains(free);
        if (!item.equals(AreaFigures.TOTAL) && (isSectorAsked || !givenParts.isEmpty())) {
            throw new ScenarioException("sector_of_sector", LocalizedText.same(item));
        }
        if (free != null && !isSectorAsked) {
            period(free);
        }
        double growth = periods(isSectorAsked ? null : free);
        if (item.equals(AreaFigures.TOTAL)) {
            growth = sectors(isSectorAsked ? free : null, growth);
            outcomes(growth);
        }
        return new Scenario(sentences, rows);
    }

    /** Adds the rest of the year and its periods; returns the growth of the year that they make. */
    private double periods(@Nullable String free) {
        if (year.isComplete()) {
            sentences.add(WORDS.text("scenario.complete", PrintedNumber.pct(year.growthToDatePct(), 2)));
            return year.growthToDatePct();
        }
        double rest = year.growthOfRest(target);
        sentences.add(
                year.month() == 0
                        ? WORDS.text("scenario.nothing_known", PrintedNumber.pct(target, Phrase.decimals(target)))
                        : WORDS.text(
                                "scenario.rest",
                                Scenarios.until(year.month()),
                                PrintedNumber.pct(year.growthToDatePct(), 2),
                                PrintedNumber.pct(target, Phrase.decimals(target)),
                                PrintedNumber.pct(rest, 2)));
        sentences.addAll(Scenarios.often(year, rest, true));
        if (!year.nationYears().isEmpty()) {
            sentences.add(WORDS.text(
                    "scenario.nation",
                    Phrase.years(year.nationYears().stream().sorted().toList())));
        }
        double known = year.shares().getOrDefault(year.month(), 0.0);
        rows.add(new Row(
                Kind.REST,
                "rest",
                WORDS.text("scenario.label.rest"),
                Basis.SOLVED,
                "pct",
                100 - known,
                null,
                rest,
                rest,
                target,
                Contribution.NONE,
                new Past(boxed(year.pastRest().percentile(rest, true)), reached(year.pastRest(), rest, true))));
        return path(free);
    }

    private double path(@Nullable String free) {
        List<Period> remaining = year.remaining();
        double cumulated = year.shares().getOrDefault(year.month(), 0.0) / 100 * year.growthToDatePct();
        double left = target - cumulated;
        List<Double> weights = new ArrayList<>();
        for (Period period : remaining) {
            double weight = year.weight(period) / 100;
            Double given = givenPeriods.get(period.toString());
            if (given == null) {
                weights.add(weight);
            } else {
                left -= weight * given;
            }
        }
        if (free != null && (weights.size() != 1 || givenPeriods.containsKey(free))) {
            throw new ScenarioException(
                    "periods_open",
                    LocalizedText.same(free),
                    LocalizedText.same(String.join(
                            ", ",
                            remaining.stream()
                                    .map(Object::toString)
                                    .filter(code -> !code.equals(free))
                                    .toList())));
        }
        double even = RequiredPace.evenGrowth(left, weights);
        for (Period period : remaining) {
            Double given = givenPeriods.get(period.toString());
            double growth = given == null ? even : given;
            cumulated += year.weight(period) / 100 * growth;
            Double share = year.shareUntil(period.lastMonth());
            rows.add(new Row(
                    Kind.PERIOD,
                    period.toString(),
                    figures.name(period),
                    given == null ? Basis.SOLVED : Basis.GIVEN,
                    "pct",
                    year.weight(period),
                    null,
                    growth,
                    growth,
                    share == null ? null : Double.valueOf(100 * cumulated / share),
                    new Contribution(year.weight(period) / 100 * growth, null, null),
                    Past.NONE));
        }
        if (!remaining.isEmpty() && weights.isEmpty()) {
            sentences.add(WORDS.text(
                    "scenario.all_given",
                    PrintedNumber.pct(cumulated, 2),
                    PrintedNumber.pct(target, Phrase.decimals(target)),
                    Phrase.amount(cumulated - target, 2, "pct_points")));
            return cumulated;
        }
        return target;
    }

    /** Adds the parts of the product, one of them solved for if asked; returns the growth of the total they make. */
    private double sectors(@Nullable String free, double growthOfPeriods) {
        Optional<ConstantPriceWeights> found = ConstantPriceWeights.of(figures, plan.year() - 1);
        if (found.isEmpty()) {
            if (free != null || !givenParts.isEmpty()) {
                throw new ScenarioException("no_weights", LocalizedText.same(Integer.toString(plan.year() - 1)));
            }
            return growthOfPeriods;
        }
        ConstantPriceWeights weights = found.get();
        Map<String, Double> rates = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String part : AreaFigures.PARTS) {
            Double given = givenParts.get(part);
            Optional<Double> stated = plan.growth(part).map(ProgrammePlan.Stated::value);
            if (given != null) {
                rates.put(part, given);
            } else if (stated.isPresent() && !part.equals(free)) {
                rates.put(part, stated.get());
            } else if (!part.equals(free)) {
                missing.add(part);
            }
        }
        if (free != null && givenParts.containsKey(free)) {
            throw new ScenarioException("free_and_given", LocalizedText.same(free));
        }
        if (!missing.isEmpty()) {
            if (free != null || !givenParts.isEmpty()) {
                throw new ScenarioException("parts_open", LocalizedText.same(String.join(", ", missing)));
            }
            return growthOfPeriods;
        }
        if (free != null) {
            double solved = weights.growthOf(free, growthOfPeriods, rates);
            rates.put(free, solved);
            LocalizedText name = WORDS.text("audit.part." + free);
            sentences.add(WORDS.text(
                    "scenario.sector",
                    PrintedNumber.pct(growthOfPeriods, Math.max(1, Phrase.decimals(growthOfPeriods))),
                    name,
                    PrintedNumber.pct(solved, 2)));
            PastYears past = AreaFigures.before(figures.growth(free), plan.year());
            if (past.count() > 0) {
                sentences.add(WORDS.text("scenario.sector_often", reached(past, solved, true)));
            }
        }
        double total = weights.growth(rates);
        if (free == null) {
            sentences.add(WORDS.text("scenario.sum_of_sectors", PrintedNumber.pct(total, 2)));
        }
        sentences.add(GrowthAudit.origin(weights));
        addSectors(weights, rates, total, free);
        return free == null && givenParts.isEmpty() ? growthOfPeriods : total;
    }

    private void addSectors(
            ConstantPriceWeights weights, Map<String, Double> rates, double total, @Nullable String free) {
        double taxes = ContributionToGrowth.pointsOfWeight(
                weights.of(AreaFigures.NET_TAXES), rates.getOrDefault(AreaFigures.NET_TAXES, 0.0));
        for (String part : AreaFigures.PARTS) {
            double rate = rates.getOrDefault(part, 0.0);
            double points = ContributionToGrowth.pointsOfWeight(weights.of(part), rate);
            boolean isTaxes = part.equals(AreaFigures.NET_TAXES);
            Known last = figures.growth(part).get(plan.year() - 1);
            PastYears past = AreaFigures.before(figures.growth(part), plan.year());
            rows.add(new Row(
                    Kind.SECTOR,
                    part,
                    WORDS.text("audit.part." + part),
                    part.equals(free) ? Basis.SOLVED : givenParts.containsKey(part) ? Basis.GIVEN : Basis.PROGRAMME,
                    "pct",
                    weights.of(part),
                    last == null ? null : Double.valueOf(last.value()),
                    rate,
                    rate,
                    null,
                    new Contribution(
                            points,
                            total == 0 ? null : Double.valueOf(ContributionToGrowth.sharePct(points, total)),
                            isTaxes || total - taxes == 0
                                    ? null
                                    : Double.valueOf(ContributionToGrowth.sharePct(points, total - taxes))),
                    new Past(boxed(past.percentile(rate, true)), reached(past, rate, true))));
        }
    }

    /** Adds what the growth of the year leads to: levels, amounts at current prices, structure, figure per head. */
    private void outcomes(double growth) {
        outcome("growth", "pct", growth, figures.growth(item).get(plan.year() - 1), null);
        Known level = figures.volume(item, Measure.LEVEL).get(plan.year() - 1);
        if (level != null) {
            outcome("level_constant", "billion_vnd", VolumeGrowth.level(level.value(), growth), level, growth);
        }
        Known perHead = NominalAudit.base(plan, figures);
        Population population = population();
        Double prices = prices(perHead, population);
        if (prices == null) {
            return;
        }
        double nominal = 100 * (1 + growth / 100) * (1 + prices / 100) - 100;
        Known current = figures.product(item, PriceBasis.CURRENT, Measure.LEVEL).get(plan.year() - 1);
        if (current != null) {
            outcome("level_current", "billion_vnd", VolumeGrowth.level(current.value(), nominal), current, nominal);
        }
        if (perHead != null) {
            double growthPerHead = 100 * (1 + nominal / 100) / (1 + population.pct() / 100) - 100;
            outcome(
                    "per_capita",
                    "million_vnd_per_person",
                    VolumeGrowth.level(perHead.value(), growthPerHead),
                    perHead,
                    growthPerHead);
        }
        structure(growth);
    }

    /**
     * How the average population changes.
     *
     * @param words with what it is taken from
     */
    private record Population(double pct, LocalizedText words) {}

    /** Returns the change given, else that of the last year known, else none. */
    private Population population() {
        Double given = request.populationPct();
        if (given != null) {
            return new Population(given, WORDS.text("scenario.population_given", PrintedNumber.signedPct(given, 1)));
        }
        NavigableMap<Integer, Known> people =
                figures.perCapita(Measure.POPULATION).headMap(plan.year(), false);
        for (Known now : people.descendingMap().values()) {
            Known before = people.get(now.year() - 1);
            if (before != null) {
                double pct = 100 * now.value() / before.value() - 100;
                return new Population(
                        pct,
                        WORDS.text(
                                "scenario.population_last",
                                PrintedNumber.signedPct(pct, 1),
                                LocalizedText.same(Integer.toString(now.year()))));
            }
        }
        return new Population(0, WORDS.text("scenario.population_unknown"));
    }

    /** Returns the change of prices to reckon with, and says what it is taken from; null where nothing is known. */
    private @Nullable Double prices(@Nullable Known perHead, Population population) {
        Double given = request.pricesPct();
        if (given != null) {
            sentences.add(WORDS.text("scenario.prices_given", PrintedNumber.signedPct(given, 1), population.words()));
            return given;
        }
        Optional<ProgrammePlan.Stated> stated = plan.perCapita();
        Optional<ProgrammePlan.Stated> growth = plan.growth(AreaFigures.TOTAL);
        if (stated.isPresent() && growth.isPresent() && perHead != null) {
            double implied = 100
                            * (stated.get().value() / perHead.value())
                            * (1 + population.pct() / 100)
                            / (1 + growth.get().value() / 100)
                    - 100;
            sentences.add(
                    WORDS.text("scenario.prices_implied", PrintedNumber.signedPct(implied, 1), population.words()));
            return implied;
        }
        NavigableMap<Integer, Known> deflators = figures.product(item, PriceBasis.CURRENT, Measure.DEFLATOR);
        Known last = deflators.get(plan.year() - 1);
        Known before = deflators.get(plan.year() - 2);
        if (last == null || before == null) {
            return null;
        }
        double change = 100 * last.value() / before.value() - 100;
        sentences.add(WORDS.text(
                "scenario.prices_last",
                PrintedNumber.signedPct(change, 1),
                LocalizedText.same(Integer.toString(plan.year() - 1)),
                population.words()));
        return change;
    }

    /** Adds the shares that growth alone would lead to, at unchanged relative prices. */
    private void structure(double growth) {
        for (Row row : List.copyOf(rows)) {
            Known share = figures.product(row.code(), PriceBasis.CURRENT, Measure.SHARE_PCT)
                    .get(plan.year() - 1);
            Double rate = row.growthPct();
            if (row.kind() == Kind.SECTOR && share != null && rate != null) {
                rows.add(new Row(
                        Kind.OUTCOME,
                        "share_" + row.code().toLowerCase(Locale.ROOT),
                        WORDS.text("scenario.label.share", row.label()),
                        Basis.DERIVED,
                        "pct",
                        null,
                        share.value(),
                        share.value() * (1 + rate / 100) / (1 + growth / 100),
                        null,
                        null,
                        Contribution.NONE,
                        Past.NONE));
            }
        }
    }

    private void outcome(String code, String unit, double value, @Nullable Known last, @Nullable Double growth) {
        rows.add(new Row(
                Kind.OUTCOME,
                code,
                WORDS.text("scenario.label." + code),
                Basis.DERIVED,
                unit,
                null,
                last == null ? null : Double.valueOf(last.value()),
                value,
                growth,
                null,
                Contribution.NONE,
                Past.NONE));
    }

    static LocalizedText reached(PastYears past, double growth, boolean isFloor) {
        List<Integer> years = past.reached(growth, isFloor);
        return past.count() == 0
                ? LocalizedText.EMPTY
                : WORDS.text(
                        "scenario.reached",
                        LocalizedText.same(Integer.toString(years.size())),
                        LocalizedText.same(Integer.toString(past.count())),
                        Phrase.years(years));
    }

    static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
