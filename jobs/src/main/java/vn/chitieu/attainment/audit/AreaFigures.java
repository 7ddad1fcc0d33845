package vn.chitieu.attainment.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.chitieu.account.AccountFigure;
import vn.chitieu.account.AccountFigure.Account;
import vn.chitieu.account.AccountFigure.Measure;
import vn.chitieu.account.formula.CompletedIndex;
import vn.chitieu.account.reading.MethodCode;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.CumulatedPeriods;
import vn.chitieu.observation.Indicator;
import vn.chitieu.observation.MonthSpan;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.ReportingPeriod;
import vn.chitieu.observation.ReportingYear;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.HistoryBreak;
import vn.chitieu.text.LocalizedText;

/** What was known of one area on a day, read year by year: its accounts, and its published figures beside them. */
public final class AreaFigures {

    public static final String TOTAL = "_T";
    public static final String NET_TAXES = "D21X31";

    /** The parts that make up the gross product, net taxes on products last. */
    public static final List<String> PARTS = List.of("S1", "S2", "S3", NET_TAXES);

    private static final int MONTHS = 12;

    private final LocalDate asOf;
    private final List<AccountFigure> accounts;
    private final List<Observation> visible;
    private final List<HistoryBreak> breaks;
    private final Map<String, Indicator> indicators;
    private final ReportingYear calendar;

    /**
     * One known number.
     *
     * @param knownOn when it became known
     */
    public record Known(int year, double value, LocalDate knownOn) {}

    /**
     * @param accounts of one area as of {@code asOf}
     * @param visible every vintage of the area published by then, plans left out
     * @param indicators by code
     * @param calendar the year of the area
     */
    public AreaFigures(
            LocalDate asOf,
            Collection<AccountFigure> accounts,
            Collection<Observation> visible,
            Collection<HistoryBreak> breaks,
            Map<String, Indicator> indicators,
            ReportingYear calendar) {
        this.asOf = asOf;
        this.accounts = List.copyOf(accounts);
        this.visible = visible.stream()
                .filter(observation -> observation.status() != ObservationStatus.FORECAST
                        && observation.status() != ObservationStatus.MISSING)
                .toList();
        this.breaks = List.copyOf(breaks);
        this.indicators = new TreeMap<>(indicators);
        this.calendar = calendar;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Returns what a period of the area's year is called. */
    public LocalizedText name(Period period) {
        return new ReportingPeriod(period, calendar).name();
    }

    /** Returns a measure of the account of the gross product by year, one item of it. */
    public NavigableMap<Integer, Known> product(String item, PriceBasis basis, Measure measure) {
        return annual(Account.GRDP, item, basis, measure);
    }

    /**
     * Returns a measure of the account of the gross product at constant prices by year, one item of it: at the prices
     * of the latest year that the account has.
     */
    public NavigableMap<Integer, Known> volume(String item, Measure measure) {
        return constantPrices().map(prices -> product(item, prices, measure)).orElseGet(TreeMap::new);
    }

    /** Returns the volume growth of an item of the gross product by year, in percent. */
    public NavigableMap<Integer, Known> growth(String item) {
        return volume(item, Measure.GROWTH_PCT);
    }

    /** Returns a measure of a period at constant prices as {@link #volume(String, Measure)} does of years. */
    public NavigableMap<Integer, Known> volume(String item, Measure measure, int lastMonth) {
        return constantPrices()
                .map(prices -> product(item, prices, measure, lastMonth))
                .orElseGet(TreeMap::new);
    }

    private Optional<PriceBasis> constantPrices() {
        return accounts.stream()
                .filter(figure -> figure.account() == Account.GRDP)
                .map(AccountFigure::priceBasis)
                .filter(PriceBasis::isConstant)
                .max(Comparator.naturalOrder());
    }

    /** Returns a measure of the account per head by year. */
    public NavigableMap<Integer, Known> perCapita(Measure measure) {
        return annual(Account.PER_CAPITA, TOTAL, PriceBasis.CURRENT, measure);
    }

    /**
     * Returns the growth of the gross product per head by year in percent, between figures of one vintage: as published
     * or as the account has it; else of the first print of the year over what was then in print of the year before.
     *
     * @param indicator of the figure per head
     */
    public NavigableMap<Integer, Double> growthPerHead(String indicator) {
        NavigableMap<Integer, Double> growth = new TreeMap<>();
        annual(indicator, TOTAL).keySet().forEach(year -> growthOfPrints(indicator, year)
                .ifPresent(pct -> growth.put(year, pct)));
        accounts.stream()
                .filter(figure -> figure.account() == Account.PER_CAPITA
                        && figure.measure() == Measure.GROWTH_PCT
                        && figure.period().months() == MONTHS
                        && !figure.methodCode().equals(MethodCode.GROWTH_ACROSS_VINTAGES))
                .forEach(figure -> growth.put(figure.period().year(), figure.value()));
        perCapita(Measure.GROWTH_OTHER_VINTAGE_PCT).forEach((year, printed) -> growth.put(year, printed.value()));
        return growth;
    }

    private Optional<Double> growthOfPrints(String indicator, int year) {
        return vintages(indicator, TOTAL, year).stream()
                .findFirst()
                .flatMap(first -> vintages(indicator, TOTAL, year - 1).stream()
                        .filter(before -> !before.knownOn().isAfter(first.knownOn()) && before.value() > 0)
                        .reduce((earlier, later) -> later)
                        .map(before -> 100 * first.value() / before.value() - 100));
    }

    /** Returns a measure of a period of the account, one item of it, by year: of {@code 2025-S1} those of all years. */
    private NavigableMap<Integer, Known> product(String item, PriceBasis basis, Measure measure, int lastMonth) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        for (AccountFigure figure : accounts) {
            boolean isToDate = figure.accumulation() == Accumulation.CUMULATED
                    || figure.period().lastMonth() == figure.period().months();
            if (figure.account() == Account.GRDP
                    && figure.itemCode().equals(item)
                    && figure.priceBasis() == basis
                    && figure.measure() == measure
                    && isToDate
                    && figure.period().lastMonth() == lastMonth) {
                values.putIfAbsent(figure.period().year(), known(figure));
            }
        }
        return values;
    }

    private NavigableMap<Integer, Known> annual(Account account, String item, PriceBasis basis, Measure measure) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        for (AccountFigure figure : accounts) {
            if (figure.account() == account
                    && figure.itemCode().equals(item)
                    && figure.priceBasis() == basis
                    && figure.measure() == measure
                    && figure.period().months() == MONTHS) {
                values.put(figure.period().year(), known(figure));
            }
        }
        return values;
    }

    private static Known known(AccountFigure figure) {
        return new Known(figure.period().year(), figure.value(), figure.vintageDate());
    }

    /** Returns the annual values of an indicator since its last break, of each year the vintage that counts. */
    public NavigableMap<Integer, Known> annual(String indicator, String activity) {
        NavigableMap<Integer, Known> values = new TreeMap<>();
        TreeMap<Integer, List<Observation>> byYear = new TreeMap<>();
        for (Observation observation : visible) {
            Period period = observation.key().period();
            boolean isYear = period.months() == MONTHS
                    || (observation.key().accumulation() == Accumulation.CUMULATED && period.lastMonth() == MONTHS);
            if (isYear && is(observation, indicator, activity) && !isBeforeBreak(observation)) {
                byYear.computeIfAbsent(period.year(), y -> new ArrayList<>()).add(observation);
            }
        }
        Comparator<Observation> yearsFirst =
                Comparator.comparing(observation -> observation.key().period().months() != MONTHS);
        byYear.forEach((year, ofYear) -> ofYear.stream()
                .min(yearsFirst.thenComparing(Vintages.preference(asOf)))
                .ifPresent(latest -> values.put(year, known(latest))));
        return values;
    }

    /**
     * Returns what the periods of an indicator bring to its annual value from January to the end of each month, by year
     * and month: as published, else by sums and differences of published periods, those of an index completed by its
     * growth ({@link CompletedIndex}). Figures before the last break are left out.
     *
     * @param isMean whether periods make the year by their mean: each then brings its value times its part of the year
     */
    public NavigableMap<Integer, NavigableMap<Integer, Double>> toDate(
            String indicator, String activity, boolean isMean) {
        Map<MonthSpan, Double> latest = new TreeMap<>();
        latest(indicator, activity, key -> Optional.of(MonthSpan.of(key.period(), key.accumulation())))
                .forEach((span, observation) ->
                        latest.put(span, observation.value().doubleValue()));
        derived(indicator, activity)
                .forEach((period, level) ->
                        latest.putIfAbsent(MonthSpan.of(period, Accumulation.PERIOD), level.value()));
        NavigableMap<Integer, NavigableMap<Integer, Double>> byYear = new TreeMap<>();
        latest.keySet().forEach(span -> byYear.computeIfAbsent(span.year(), y -> new TreeMap<>()));
        byYear.forEach((year, months) -> {
            for (int month = 1; month <= MONTHS; month++) {
                Optional<List<CumulatedPeriods.Term>> terms =
                        CumulatedPeriods.terms(latest.keySet(), new MonthSpan(year, 1, month));
                if (terms.isPresent()) {
                    double sum = 0;
                    for (CumulatedPeriods.Term term : terms.get()) {
                        Double part = latest.get(term.span());
                        double weight = isMean
                                ? (double) (term.span().lastMonth()
                                                - term.span().firstMonth()
                                                + 1)
                                        / MONTHS
                                : 1;
                        sum += part == null ? 0 : weight * term.sign() * part;
                    }
                    months.put(month, sum);
                }
            }
        });
        return byYear;
    }

    /** Returns the levels of an index that only its growth tells; none of any other indicator. */
    private NavigableMap<Period, CompletedIndex.Dated> derived(String indicator, String activity) {
        NavigableMap<Period, CompletedIndex.Dated> found = new TreeMap<>();
        Indicator index = indicators.get(indicator);
        if (index == null) {
            return found;
        }
        NavigableMap<Period, CompletedIndex.Dated> levels = new TreeMap<>();
        indicators.values().stream().filter(rate -> rate.completes(index)).forEach(rate -> {
            levels.putAll(ofPeriods(indicator, activity));
            levels.putAll(found);
            found.putAll(CompletedIndex.missing(levels, ofPeriods(rate.code(), activity)));
        });
        return found;
    }

    private NavigableMap<Period, CompletedIndex.Dated> ofPeriods(String indicator, String activity) {
        NavigableMap<Period, CompletedIndex.Dated> values = new TreeMap<>();
        latest(
                        indicator,
                        activity,
                        key -> CompletedIndex.isOfPeriods(key.period(), key.accumulation())
                                ? Optional.of(key.period())
                                : Optional.empty())
                .forEach((period, observation) -> values.put(
                        period,
                        new CompletedIndex.Dated(observation.value().doubleValue(), observation.publishedDate())));
        return values;
    }

    /**
     * Returns the vintages that count, by what {@code group} makes of their keys; those it makes nothing of left out.
     */
    private <K extends Comparable<K>> NavigableMap<K, Observation> latest(
            String indicator, String activity, Function<ObservationKey, Optional<K>> group) {
        Comparator<Observation> preference = Vintages.preference(asOf);
        NavigableMap<K, Observation> latest = new TreeMap<>();
        for (Observation observation : visible) {
            if (is(observation, indicator, activity) && !isBeforeBreak(observation)) {
                group.apply(observation.key())
                        .ifPresent(
                                key -> latest.merge(key, observation, (a, b) -> preference.compare(a, b) <= 0 ? a : b));
            }
        }
        return latest;
    }

    /** Returns the distinct annual values that were published of an indicator for a year, the earliest date first. */
    public List<Known> vintages(String indicator, String activity, int year) {
        TreeMap<LocalDate, Known> byDate = new TreeMap<>();
        visible.stream()
                .filter(observation -> is(observation, indicator, activity)
                        && observation.key().period().equals(Period.ofYear(year)))
                .sorted(Vintages.ORDER)
                .map(AreaFigures::known)
                .filter(known -> byDate.values().stream().noneMatch(other -> other.value() == known.value()))
                .forEach(known -> byDate.put(known.knownOn(), known));
        return List.copyOf(byDate.values());
    }

    /**
     * Returns the annual growth of an indicator in percent: between two years of its levels, else as published.
     *
     * @param indicator of the level, without {@code _growth}
     */
    public PastYears annualGrowth(String indicator, String activity) {
        NavigableMap<Integer, Double> growth = new TreeMap<>();
        NavigableMap<Integer, Known> levels = annual(indicator, activity);
        levels.forEach((year, level) -> {
            Known before = levels.get(year - 1);
            if (before != null && before.value() > 0) {
                growth.put(year, 100 * level.value() / before.value() - 100);
            }
        });
        annual(indicator + "_growth", activity).forEach((year, rate) -> growth.putIfAbsent(year, rate.value()));
        return new PastYears(growth);
    }

    /** Returns the change of an indicator's level from one year to the next, in its unit. */
    public PastYears annualChange(String indicator, String activity) {
        NavigableMap<Integer, Double> change = new TreeMap<>();
        NavigableMap<Integer, Known> levels = annual(indicator, activity);
        levels.forEach((year, level) -> {
            Known before = levels.get(year - 1);
            if (before != null) {
                change.put(year, level.value() - before.value());
            }
        });
        return new PastYears(change);
    }

    /** Returns the values by year as plain numbers, those before a year. */
    public static PastYears before(NavigableMap<Integer, Known> values, int year) {
        NavigableMap<Integer, Double> plain = new TreeMap<>();
        values.headMap(year, false).forEach((y, known) -> plain.put(y, known.value()));
        return new PastYears(plain);
    }

    /** Returns the last value before or in a year. */
    public static Optional<Known> last(NavigableMap<Integer, Known> values, int year) {
        return Optional.ofNullable(values.floorEntry(year)).map(entry -> entry.getValue());
    }

    private static Known known(Observation observation) {
        LocalDate date = observation.sourceDate().isAfter(observation.publishedDate())
                ? observation.publishedDate()
                : observation.sourceDate();
        return new Known(observation.key().period().year(), observation.value().doubleValue(), date);
    }

    private static boolean is(Observation observation, String indicator, String activity) {
        return observation.key().indicatorCode().equals(indicator)
                && observation.key().activityCode().equals(activity);
    }

    private boolean isBeforeBreak(Observation observation) {
        return breaks.stream()
                .anyMatch(b -> b.cuts(
                        observation.key().indicatorCode(),
                        observation.key().areaCode(),
                        observation.key().period()));
    }
}
